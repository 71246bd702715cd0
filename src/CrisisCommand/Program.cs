using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform;
using CrisisCommand.Reference;
using CrisisCommand.Seeding;
using JasperFx;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
builder.Services.AddReference();
builder.Services.AddPeople();
builder.Services.AddIncidents();
builder.Services.AddKlo();
builder.Services.AddCrises();
builder.Services.AddDecisions();
builder.Services.AddJournal();
builder.Services.AddBoards();
builder.Services.AddSeeding(builder.Configuration);

var app = builder.Build();
app.UsePlatform();
var api = app.MapRealm();
api.MapReference();
api.MapIncidents();
api.MapKlo();
api.MapCrises();
api.MapDecisions();
api.MapJournal();
api.MapBoards();
return await app.RunJasperFxCommands(args);

public partial class Program;
