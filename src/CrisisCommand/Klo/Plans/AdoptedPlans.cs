using System.Collections.Concurrent;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using Marten;

namespace CrisisCommand.Klo.Plans;

/// <summary>The plans of a realm, each as adopted last.</summary>
public sealed class AdoptedPlans(IDocumentStore store, Journals journals)
{
    private static readonly Guid[] Usual = [KloPlan.StreamOf(PlanName.Normal), KloPlan.StreamOf(PlanName.Wartime)];

    private readonly ConcurrentDictionary<string, IReadOnlyList<Guid>> _streams = new();

    /// <summary>All of them, by name: a realm has a handful.</summary>
    public async Task<IReadOnlyList<KloPlan>> All(Realm realm, CancellationToken token)
    {
        var plans = new List<KloPlan>();
        foreach (var id in await Ids(realm, token))
        {
            var stream = await journals.Load(realm, StreamKinds.Plan, id, token);
            plans.AddRange(stream is null ? [] : [stream.State<KloPlan>()]);
        }

        return [.. plans.OrderBy(p => p.Name.Value, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Their streams as this node knows them, or read anew: the two that every organisation has first, adopted or not, then its own. What was
    /// adopted once stays so; what a node remembers is at most too little, never wrong.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> Streams(Realm realm, bool anew, CancellationToken token)
    {
        var remembered = _streams.GetValueOrDefault(realm.Name);
        if (remembered is null || anew)
        {
            remembered = await MemoryReads.Or(() => Ids(realm, token), remembered, token);
            _streams[realm.Name] = remembered;
        }

        return [.. Usual.Union(remembered.Order())];
    }

    private async Task<IReadOnlyList<Guid>> Ids(Realm realm, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        return await session.Query<KloPlanView>().Select(p => p.Id).ToListAsync(token);
    }
}
