using CrisisCommand.Access;
using CrisisCommand.Platform;
using Marten;
using Marten.Linq.MatchesSql;

namespace CrisisCommand.Crises;

/// <summary>A crisis in the list.</summary>
public sealed record CrisisListed(
    Guid CrisisId,
    IncidentKind Kind,
    string Title,
    CrisisStatus Status,
    DateTimeOffset DeclaredAt,
    DateTimeOffset? StoodDownAt,
    IReadOnlyList<Guid> IncidentIds,
    CrisisLevel? Level,
    string? LevelName
);

public static class ListCrisesEndpoint
{
    /// <summary>The crises of the realm, the newest first; <c>open</c> keeps those that go on, or those that are over.</summary>
    public static void MapListCrises(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises", Get).Read<IReadOnlyList<CrisisListed>>("ListCrises", "Crises", Capability.ListCrises);

    private static async Task<IResult> Get(
        HttpContext http,
        bool? open,
        Page page,
        IDocumentStore store,
        AccessGuard guard,
        Openings openings,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var following = page.Cut(
            http,
            await Following(store, reader.Realm, open, page, token).ConfigureAwait(false),
            v => v.Id.ToString("N")
        );
        // Cut first, so that the pages are those of the realm, whoever reads: a page may show fewer than were asked for.
        var shown = await guard.Seen(reader, following, v => v.Id, token).ConfigureAwait(false);
        var titles = shown.Select(v => v.Crisis.Title).OfType<CommittedText>().ToList();
        var read = await openings.Read(reader, titles, token).ConfigureAwait(false);
        var words = reader.Words(read);
        return TypedResults.Ok<IReadOnlyList<CrisisListed>>([.. shown.Select(v => Show(v, words))]);
    }

    private static async Task<IReadOnlyList<CrisisView>> Following(
        IDocumentStore store,
        Realm realm,
        bool? open,
        Page page,
        CancellationToken token
    )
    {
        await using var session = store.QuerySession(realm.Name);
        IQueryable<CrisisView> crises = session.Query<CrisisView>();
        crises = open is { } wanted ? crises.Where(v => v.Open == wanted) : crises;
        // Ids are UUIDv7, which PostgreSQL orders by time; LINQ has no comparison of Guids.
        crises = page.AfterId is { } after ? crises.Where(v => v.MatchesSql("d.id < ?", after)) : crises;
        return await crises.OrderByDescending(v => v.Id).Take(page.Limit + 1).ToListAsync(token).ConfigureAwait(false);
    }

    private static CrisisListed Show(CrisisView view, Words words) =>
        new(
            view.Id,
            view.Crisis.Kind,
            words.Text(view.Crisis.Title),
            view.Open ? CrisisStatus.Open : CrisisStatus.StoodDown,
            view.Crisis.DeclaredAt,
            view.Crisis.StoodDownAt,
            view.Incidents,
            view.Crisis.Level?.Level,
            view.Crisis.Level is { } set ? words.Level(set.Level) : null
        );
}
