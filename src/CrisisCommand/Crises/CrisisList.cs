using CrisisCommand.Platform.Vocabulary;
using Marten;
using Marten.Linq.MatchesSql;

namespace CrisisCommand.Crises;

/// <summary>The crises of a realm as they are listed: by the view that only declaring, linking and standing down write.</summary>
public sealed class CrisisList(IDocumentStore store)
{
    /// <summary>The newest first.</summary>
    /// <param name="open">Only those that go on, or only those that are over; null: all.</param>
    /// <param name="after">Those declared before this one.</param>
    public async Task<IReadOnlyList<CrisisView>> Following(Realm realm, bool? open, Guid? after, int most, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        IQueryable<CrisisView> crises = session.Query<CrisisView>();
        crises = open is { } wanted ? crises.Where(v => v.Open == wanted) : crises;
        // Ids are UUIDv7, which PostgreSQL orders by time; LINQ has no comparison of Guids.
        crises = after is { } last ? crises.Where(v => v.MatchesSql("d.id < ?", last)) : crises;
        return await crises.OrderByDescending(v => v.Id).Take(most).ToListAsync(token);
    }

    /// <summary>Certain ones, the newest first.</summary>
    public async Task<IReadOnlyList<CrisisView>> Of(Realm realm, IReadOnlyList<Guid> crises, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        var found = await session.LoadManyAsync<CrisisView>(token, [.. crises]);
        return [.. found.OrderByDescending(v => v.Crisis.DeclaredAt)];
    }
}
