using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Klo;

public static class ListPlansEndpoint
{
    /// <summary>The adopted plans, by name.</summary>
    public static void MapListPlans(this IEndpointRouteBuilder api) =>
        api.MapGet("/klo/plans", Get).Read<IReadOnlyList<PlanShown>>("ListPlans", "Klo", Capability.ReadPlans);

    private static async Task<IResult> Get(
        HttpContext http,
        Page page,
        AdoptedPlans adopted,
        Openings openings,
        PersonDirectory directory,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var realm = reader.Realm;
        var plans = await adopted.All(realm, token).ConfigureAwait(false);
        // A realm has a handful of plans, so the page is cut here.
        var shown = page.Cut(
            http,
            plans.Where(p => page.After is null || string.CompareOrdinal(p.Name.Value, page.After) > 0),
            p => p.Name.Value
        );
        var read = await openings.OpenForHouse(realm, [.. shown.SelectMany(p => p.Texts)], token).ConfigureAwait(false);
        var words = new Words(reader.Culture, read);
        var names = await directory.Names(reader, token).ConfigureAwait(false);
        return TypedResults.Ok<IReadOnlyList<PlanShown>>([.. shown.Select(p => GetPlanEndpoint.Show(p, words, names))]);
    }
}
