using CrisisCommand.Access;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

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
        api.MapGet("/crises", Get).Read<IReadOnlyList<CrisisListed>>("ListCrises", "Crises", KloCapabilities.ListCrises);

    private static async Task<IResult> Get(
        HttpContext http,
        bool? open,
        Page page,
        CrisisList crises,
        AccessGuard guard,
        Speaker speaker,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var following = page.Cut(
            http,
            await crises.Following(reader.Realm, open, page.AfterId, page.Limit + 1, token),
            v => v.Id.ToString("N")
        );
        // Cut first, so that the pages are those of the realm, whoever reads: a page may show fewer than were asked for.
        var shown = await guard.Seen(reader, following, v => v.Id, token);
        return TypedResults.Ok(
            await speaker.Say<IReadOnlyList<CrisisListed>>(reader, words => [.. shown.Select(v => Show(v, words))], token)
        );
    }

    private static CrisisListed Show(CrisisView view, Words words) =>
        new(
            view.Id,
            view.Crisis.Kind,
            words.Text(view.Crisis.Title),
            view.Status,
            view.Crisis.DeclaredAt,
            view.Crisis.StoodDownAt,
            view.Incidents,
            view.Crisis.Level?.Level,
            view.Crisis.Level is { } set ? words.Level(set.Level) : null
        );
}
