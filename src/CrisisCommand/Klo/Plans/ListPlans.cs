using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Plans;

public static class ListPlansEndpoint
{
    /// <summary>The adopted plans, by name.</summary>
    public static void MapListPlans(this IEndpointRouteBuilder api) =>
        api.MapGet("/klo/plans", Get).Read<IReadOnlyList<PlanShown>>("ListPlans", "Klo", KloCapabilities.ReadPlans);

    private static async Task<IResult> Get(HttpContext http, Page page, AdoptedPlans adopted, Speaker speaker, CancellationToken token)
    {
        var reader = Reader.Of(http);
        var plans = await adopted.All(reader.Realm, token);
        // A realm has a handful of plans, so the page is cut here.
        var shown = page.Cut(
            http,
            plans.Where(p => page.After is null || string.CompareOrdinal(p.Name.Value, page.After) > 0),
            p => p.Name.Value
        );
        return TypedResults.Ok(
            await speaker.SayOpenly<IReadOnlyList<PlanShown>>(
                reader,
                words => [.. shown.Select(p => GetPlanEndpoint.Show(p, words))],
                token
            )
        );
    }
}
