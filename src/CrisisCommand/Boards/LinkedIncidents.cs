using CrisisCommand.Incidents;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Caching.Memory;

namespace CrisisCommand.Boards;

/// <summary>
/// The linked incidents of a board, as the KLO had heard of them by then: what stood in their own streams when they were linked, and what
/// was reported to the crisis since. The crisis journal names the version of each report, so this is settled by the board itself, and a
/// board of the past shows what it showed then. The words stay where they are, in the incident, and are masked or erased with it.
/// </summary>
public sealed class LinkedIncidents(Journals journals) : IDisposable
{
    private const int Kept = 4_000;

    // An incident up to a fact is for ever the same, so what is kept is never wrong.
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Kept });

    public async Task<IReadOnlyDictionary<Guid, Incident>> On(Board board, Realm realm, CancellationToken token)
    {
        var known = new Dictionary<Guid, Incident>();
        foreach (var linked in board.Incidents)
        {
            known[linked.IncidentId] = board.HappenedBy is { } instant
                ? HappenedBy(await Facts(realm, linked.IncidentId, token), instant)
                : await Heard(realm, linked, board.Crisis.LearnedOf(linked.IncidentId), token);
        }

        return known;
    }

    /// <summary>An incident by what was known when it was linked, and by its facts up to a version since.</summary>
    public static Incident HeardOf(IEnumerable<Fact> facts, DateTimeOffset linkedAt, long learned) =>
        Fold.Of<Incident>(facts.TakeWhile(f => f.Version <= learned || f.RecordedAt <= linkedAt));

    /// <summary>An incident by all that had happened of it by an instant, whenever it was told.</summary>
    public static Incident HappenedBy(IEnumerable<Fact> facts, DateTimeOffset instant) =>
        Fold.Of<Incident>(facts.Where(f => f.OccurredAt <= instant).OrderBy(f => f.OccurredAt).ThenBy(f => f.Version));

    public void Dispose() => _kept.Dispose();

    private async Task<Incident> Heard(Realm realm, IncidentOnBoard linked, long learned, CancellationToken token)
    {
        var key = (realm.Name, linked.IncidentId, linked.LinkedAt, learned);
        if (_kept.TryGetValue(key, out Incident? known))
        {
            return known!;
        }

        var heard = HeardOf(await Facts(realm, linked.IncidentId, token), linked.LinkedAt, learned);
        return _kept.Set(key, heard, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromHours(1) });
    }

    private Task<IReadOnlyList<Fact>> Facts(Realm realm, Guid incident, CancellationToken token) =>
        journals.Facts(realm, incident, 1, null, token);
}
