using CrisisCommand.Access;
using CrisisCommand.Access.Sessions;
using CrisisCommand.AlarmProgress;
using CrisisCommand.AlarmRules;
using CrisisCommand.Alarms;
using CrisisCommand.Alerts;
using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Duty;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Kit;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Manual;
using CrisisCommand.Notifications;
using CrisisCommand.Pages;
using CrisisCommand.Pages.Frame;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Web;
using CrisisCommand.Preparedness;
using CrisisCommand.Reference;
using CrisisCommand.Seeding;
using CrisisCommand.Sending;
using CrisisCommand.Timeline;
using JasperFx;

var restart = new NodeRestart();
start:
var builder = WebApplication.CreateBuilder(args);
if (CommandLine.FaultOf(args, builder.Configuration, builder.Environment) is { } fault)
{
    await Console.Error.WriteLineAsync(fault);
    return 2;
}

builder.AddPlatform(args, restart);
builder.Services.AddSending(builder.Configuration);
builder.Services.AddReference();
builder.Services.AddPeople();
builder.Services.AddAccess();
builder.AddSessionCookie();
builder.Services.AddIncidents();
builder.Services.AddAlarmRules();
builder.Services.AddAlarms(builder.Configuration);
builder.Services.AddKlo();
builder.Services.AddCrises();
builder.Services.AddDecisions();
builder.Services.AddJournal();
builder.Services.AddManual();
builder.Services.AddTimeline();
builder.Services.AddBoards();
builder.Services.AddDuty(builder.Configuration);
builder.Services.AddKit();
builder.Services.AddAlerts(builder.Configuration);
builder.Services.AddAlarmProgress();
builder.Services.AddNotifications(builder.Configuration);
builder.Services.AddPreparedness();
builder.Services.AddSeeding(builder.Configuration);
builder.Services.AddPages();

var app = builder.Build();
app.UseFormPosts();
app.UsePlatform();
app.UseAccess();
app.MapFeatures();
var pages = app.MapPages();
pages.MapRealmPages();
pages.MapAccessPages();
pages.MapIncidentPages();
pages.MapAlarmPages();
pages.MapNotificationPages();
pages.MapAlertPages();
pages.MapTimelinePages();
pages.MapKit();
app.MapOpenPages();
app.MapSignInPages();
app.MapAnswerByLink();
app.MapAcknowledgeByLink();
var status = await app.RunJasperFxCommands(args);
if (restart.TakeAsked())
{
    // A node that had left comes back as if started now, in the same process: nobody needs to watch over it.
    goto start;
}

return status;

public partial class Program;
