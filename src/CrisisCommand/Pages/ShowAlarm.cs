using CrisisCommand.Access;
using CrisisCommand.Duty;
using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using CrisisCommand.Reference;

namespace CrisisCommand.Pages;

public static class ShowAlarmEndpoint
{
    /// <summary>Six fields for whoever holds a telephone in the other hand.</summary>
    public static void MapShowAlarm(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/alarm", Get).Page("AlarmPage", "Pages", Capability.RaiseAlarm);

    private static async Task<IResult> Get(
        HttpContext http,
        bool? taken,
        PageScenes scenes,
        AccessGuard guard,
        DutyReading duty,
        ReferenceData reference,
        CancellationToken token
    )
    {
        var scene = await scenes.Of(http).ConfigureAwait(false);
        var actor = await guard.Find(scene.Realm, scene.Reader.Person, null, token).ConfigureAwait(false);
        var onDuty = await duty.At(scene.Reader, scene.Now, token).ConfigureAwait(false);
        return PageScene.Show<AlarmPage>(
            (nameof(AlarmPage.Scene), scene),
            (nameof(AlarmPage.Reference), reference),
            (nameof(AlarmPage.Source), SourceOf(actor, onDuty)),
            (nameof(AlarmPage.SeesIncidents), guard.As(scene.Reader, actor, Capability.ReadIncidents) is not null),
            (nameof(AlarmPage.Taken), taken == true)
        );
    }

    /// <summary>Whoever is on duty takes calls for the duty organisation; anybody else is one of our own who was told something.</summary>
    private static AlarmSource SourceOf(Actor actor, DutyNowShown duty) =>
        actor.Standing.Roles.ContainsKey(StandingRole.OnCallManager) || duty.Layers.Any(l => l.Now?.Persons.Contains(actor.Person) == true)
            ? AlarmSource.Jour
            : AlarmSource.Staff;
}
