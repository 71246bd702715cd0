using System.Globalization;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Plans;

/// <summary>Which version of which plan.</summary>
public sealed record PlanVersionNamed(PlanName Name, long Version, DateTimeOffset AdoptedAt);

/// <param name="Functions">The names of the functions by key; the later plan's name where both have it.</param>
/// <param name="Persons">The names of everybody mentioned, by id.</param>
public sealed record PlansCompared(
    PlanVersionNamed From,
    PlanVersionNamed To,
    PlanComparison Comparison,
    IReadOnlyDictionary<FunctionKey, string> Functions,
    IReadOnlyDictionary<PersonId, string> Persons
);

public static class ComparePlansEndpoint
{
    /// <summary>What differs between two versions of plans, each named as <c>name</c> (the one adopted last) or <c>name:version</c>.</summary>
    public static void MapComparePlans(this IEndpointRouteBuilder api) =>
        api.MapGet("/klo/plans/comparison", Get).Read<PlansCompared>("ComparePlans", "Klo", KloCapabilities.ReadPlans);

    private static async Task<IResult> Get(
        HttpContext http,
        string? from,
        string? to,
        PlanArchive plans,
        Speaker speaker,
        CancellationToken token
    )
    {
        var realm = CommandBinding.RealmOf(http);
        var (one, refused) = await Find(realm, "from", from, plans, token);
        var (other, alsoRefused) = await Find(realm, "to", to, plans, token);
        if (one is null || other is null)
        {
            return Answers.Problem((refused ?? alsoRefused)!);
        }

        return TypedResults.Ok(await speaker.SayOpenly(Reader.Of(http), words => Show(one, other, words), token));
    }

    private static async Task<(KloPlan? Plan, Refusal? Refusal)> Find(
        Realm realm,
        string parameter,
        string? given,
        PlanArchive plans,
        CancellationToken token
    )
    {
        var parts = (given ?? "").Split(':');
        long? version =
            parts is [_, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
        if (!Key.TryParse<PlanName>(parts[0], out var name) || parts.Length > 2 || (parts.Length == 2 && version is null))
        {
            return (null, (EnduranceRefusals.PlanReference with { Pointer = parameter }).With(parameter, given ?? ""));
        }

        var plan = await plans.Find(realm, name, version, token);
        return plan is not null ? (plan, null)
            : version is null ? (null, (KloRefusals.UnknownPlan with { Pointer = parameter }).With(name.Value))
            : (null, (EnduranceRefusals.UnknownPlanVersion with { Pointer = parameter }).With(name.Value, parts[1]));
    }

    private static PlansCompared Show(KloPlan from, KloPlan to, Words words) =>
        new(
            Named(from),
            Named(to),
            PlanComparison.Of(from, to, words),
            to.Functions.Concat(from.Functions).DistinctBy(f => f.Key).ToDictionary(f => f.Key, f => words.Text(f.Name)),
            PersonNames.Of(from.Functions.Concat(to.Functions).SelectMany(f => f.Deputies.Prepend(f.Holder)), words)
        );

    private static PlanVersionNamed Named(KloPlan plan) => new(plan.Name, plan.Version, plan.AdoptedAt);
}
