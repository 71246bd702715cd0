using System.Globalization;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Plans;

/// <summary>One adoption of a plan.</summary>
/// <param name="Functions">How many it has.</param>
public sealed record PlanVersionShown(long Version, DateTimeOffset AdoptedAt, PersonId By, string? ByName, int Functions);

public static class ListPlanVersionsEndpoint
{
    /// <summary>The versions of a plan, the first one first: when each was adopted, and by whom.</summary>
    public static void MapListPlanVersions(this IEndpointRouteBuilder api) =>
        api.MapGet("/klo/plans/{name}/versions", Get)
            .Read<IReadOnlyList<PlanVersionShown>>("ListPlanVersions", "Klo", KloCapabilities.ReadPlans);

    private static async Task<IResult> Get(
        HttpContext http,
        PlanName name,
        Page page,
        PlanArchive plans,
        PersonDirectory directory,
        CancellationToken token
    )
    {
        var realm = CommandBinding.RealmOf(http);
        var adoptions = await plans.Adoptions(realm, name, token);
        if (adoptions.Count == 0)
        {
            return Answers.Problem(KloRefusals.UnknownPlan.With(name.Value));
        }

        var names = await directory.Names(Reader.Of(http), token);
        var shown = page.Cut(
            http,
            adoptions.Where(f => f.Version > page.AfterNumber),
            f => f.Version.ToString(CultureInfo.InvariantCulture)
        );
        return TypedResults.Ok<IReadOnlyList<PlanVersionShown>>([.. shown.Select(f => Show(f, names))]);
    }

    private static PlanVersionShown Show(Fact fact, IReadOnlyDictionary<PersonId, string> names) =>
        new(fact.Version, fact.RecordedAt, fact.By, names.GetValueOrDefault(fact.By), ((PlanAdopted)fact.Event).Functions.Length);
}
