using CrisisCommand.Access;
using CrisisCommand.Duty;
using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using CrisisCommand.Preparedness;

namespace CrisisCommand.Pages;

/// <summary>Gathers the start page, each part by the right that the part asks for.</summary>
public sealed class StartReading(
    AccessGuard guard,
    AccessRules rules,
    OpenCrises crises,
    IncidentList incidents,
    DutyReading duty,
    ReadinessReading readiness,
    Realms realms
)
{
    private const int MostOpen = 50;
    private const int MostEnded = 5;
    private const int MostIncidents = 30;

    public async Task<StartSight> Of(PageScene scene, CancellationToken token)
    {
        var actor = await guard.Find(scene.Realm, scene.Reader.Person, null, token).ConfigureAwait(false);
        Reader? As(Capability capability) => guard.As(scene.Reader, actor, capability);
        var lists = As(Capability.ListCrises);
        var found = As(Capability.ReadIncidents) is { } reader ? await Open(reader, token).ConfigureAwait(false) : null;
        return new(
            lists is null ? null : await crises.Of(lists, open: true, MostOpen, token).ConfigureAwait(false),
            lists is null ? null : await crises.Of(lists, open: false, MostEnded, token).ConfigureAwait(false),
            found is null ? null : [.. found.Take(MostIncidents)],
            found?.Count > MostIncidents,
            As(Capability.ReadRoster) is { } roster ? await duty.At(roster, scene.Now, token).ConfigureAwait(false) : null,
            As(Capability.ReadReadiness) is { } ready ? await readiness.Of(ready, token).ConfigureAwait(false) : null,
            await Elsewhere(scene, token).ConfigureAwait(false),
            rules.All(actor).ToHashSet()
        );
    }

    private async Task<IReadOnlyList<IncidentShown>> Open(Reader reader, CancellationToken token)
    {
        var open = await incidents.Find(reader, new IncidentFilter { Open = true }, null, MostIncidents + 1, token).ConfigureAwait(false);
        return await incidents.Show(reader, open, token).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Realm>> Elsewhere(PageScene scene, CancellationToken token)
    {
        var known = new List<Realm>();
        foreach (var realm in realms.All.Where(r => r != scene.Realm))
        {
            var there = await guard.Find(realm, scene.Reader.Person, null, token).ConfigureAwait(false);
            known.AddRange(there.Standing is { IsKnown: true, IsClosed: false } ? [realm] : []);
        }

        return known;
    }
}
