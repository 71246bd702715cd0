using CrisisCommand.Access;
using CrisisCommand.Duty;
using CrisisCommand.Incidents;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.Alarms;

public static class ShowAlarmEndpoint
{
    /// <summary>Six fields for whoever holds a telephone in the other hand.</summary>
    public static void MapShowAlarm(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/alarm", Get).Page("AlarmPage", "Pages", AlarmsCapabilities.RaiseAlarm);

    private static async Task<IResult> Get(
        HttpContext http,
        bool? taken,
        PageContexts contexts,
        AccessGuard guard,
        DutyReading duty,
        ReferenceData reference,
        CancellationToken token
    )
    {
        var page = await contexts.Of(http);
        var actor = await guard.Find(page.Realm, page.Reader.Person, null, token);
        var onDuty = await duty.At(page.Reader, page.Now, token);
        return PageContext.Show<AlarmPage>(
            (nameof(AlarmPage.Page), page),
            (nameof(AlarmPage.Reference), reference),
            (nameof(AlarmPage.Source), SourceOf(actor, onDuty)),
            (nameof(AlarmPage.SeesIncidents), guard.As(page.Reader, actor, AccessCapabilities.ReadIncidents) is not null),
            (nameof(AlarmPage.Taken), taken == true)
        );
    }

    /// <summary>Whoever is on duty takes calls for the duty organisation; anybody else is one of our own who was told something.</summary>
    private static AlarmSource SourceOf(Actor actor, DutyNowShown duty) =>
        actor.Standing.Roles.ContainsKey(StandingRole.OnCallManager) || duty.Layers.Any(l => l.Now?.Persons.Contains(actor.Person) == true)
            ? AlarmSource.Jour
            : AlarmSource.Staff;
}
