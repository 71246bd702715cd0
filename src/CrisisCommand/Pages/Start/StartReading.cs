using CrisisCommand.Access;
using CrisisCommand.Access.Sessions;
using CrisisCommand.Alarms;
using CrisisCommand.Alerts;
using CrisisCommand.Duty;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Notifications;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Preparedness;
using CrisisCommand.Sending;
using Microsoft.Extensions.Caching.Memory;

namespace CrisisCommand.Pages.Start;

/// <summary>
/// Gathers the start page, each part by the right that the part asks for. While the database stands still, a reader is shown what this node
/// gathered for them last: with it they find the crises, which are in memory too.
/// </summary>
/// <remarks>The start page has a part for each of them, and each part is read by the right that it asks for.</remarks>
public sealed class StartReading(
    AccessGuard guard,
    AccessRules rules,
    SessionBook sessions,
    OpenCrises crises,
    IncidentList incidents,
    DutyReading duty,
    ReadinessReading readiness,
    SendingGate sending,
    UntakenAlerts untaken,
    StartCalls calls,
    Realms realms
) : IDisposable
{
    private const int Readers = 2_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    private sealed record Gathered(StartModel Model, DateTimeOffset At);

    private const int MostOpen = 50;
    private const int MostEnded = 5;
    private const int MostIncidents = 30;

    private readonly MemoryCache _last = new(new MemoryCacheOptions { SizeLimit = Readers });

    public async Task<StartModel> Of(PageContext page, CancellationToken token)
    {
        var actor = await guard.Find(page.Realm, page.Reader.Person, null, token);
        var may = rules.All(actor).ToHashSet();
        var key = (page.Realm, page.Reader.Person, page.Language);
        // What they may see no more is not shown from before.
        var last = _last.Get<Gathered>(key) is { } seen && seen.Model.May.SetEquals(may) ? seen : null;
        var model = await MemoryReads.Or(() => Gather(page, actor, may, token), last?.Model, token, last?.At);
        if (page.Reading?.Since is null)
        {
            _last.Set(key, new Gathered(model, page.Now), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
        }

        return model;
    }

    public void Dispose() => _last.Dispose();

    private async Task<StartModel> Gather(PageContext page, Actor actor, IReadOnlySet<Capability> may, CancellationToken token)
    {
        Reader? As(Capability capability) => guard.As(page.Reader, actor, capability);
        var lists = As(KloCapabilities.ListCrises);
        var reader = As(AccessCapabilities.ReadIncidents);
        var found = reader is null ? null : await Open(reader, token);
        return new(
            lists is null ? null : await crises.Of(lists, open: true, MostOpen, token),
            lists is null ? null : await crises.Of(lists, open: false, MostEnded, token),
            found is null ? null : [.. found.Take(MostIncidents)],
            found?.Count > MostIncidents,
            reader is null ? null : await untaken.Of(reader, ShowUntakenEndpoint.Most + 1, token),
            As(DutyCapabilities.ReadRoster) is { } roster ? await duty.At(roster, page.Now, token) : null,
            As(PreparednessCapabilities.ReadReadiness) is { } ready ? await readiness.Of(ready, token) : null,
            await Elsewhere(page, token),
            page.Reader.Session is null ? [] : await sessions.Of(page.Reader.Person, token),
            page.Realm.IsLive ? sending.Held : null,
            await calls.Notices(As(NotificationsCapabilities.RecordNotice), token),
            await calls.Refused(As(AlarmsCapabilities.ReadRefusedAlarms), token),
            may
        );
    }

    private async Task<IReadOnlyList<IncidentShown>> Open(Reader reader, CancellationToken token)
    {
        var open = await incidents.Find(reader, new IncidentFilter { Open = true }, null, MostIncidents + 1, token);
        return await incidents.Show(reader, open, token);
    }

    private async Task<IReadOnlyList<Realm>> Elsewhere(PageContext page, CancellationToken token)
    {
        var known = new List<Realm>();
        foreach (var realm in realms.All.Where(r => r != page.Realm))
        {
            var there = await guard.Find(realm, page.Reader.Person, null, token);
            known.AddRange(there.Standing is { IsKnown: true, IsClosed: false } ? [realm] : []);
        }

        return known;
    }
}
