using CrisisCommand.Platform;
using Marten;

namespace CrisisCommand.Klo;

/// <summary>The plans of a realm, each as adopted last.</summary>
public sealed class AdoptedPlans(IDocumentStore store, Journals journals)
{
    /// <summary>All of them, by name: a realm has a handful.</summary>
    public async Task<IReadOnlyList<KloPlan>> All(Realm realm, CancellationToken token)
    {
        var plans = new List<KloPlan>();
        foreach (var id in await Ids(realm, token).ConfigureAwait(false))
        {
            var stream = await journals.Load(realm, StreamKinds.Plan, id, token).ConfigureAwait(false);
            plans.AddRange(stream is null ? [] : [stream.State<KloPlan>()]);
        }

        return [.. plans.OrderBy(p => p.Name.Value, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<Guid>> Ids(Realm realm, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        return await session.Query<KloPlanView>().Select(p => p.Id).ToListAsync(token).ConfigureAwait(false);
    }
}
