using System.Globalization;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Plans;

/// <summary>A plan as adopted last. Its functions have the shape in which a new version is adopted.</summary>
/// <param name="Persons">The names of everybody mentioned, by id.</param>
public sealed record PlanShown(
    PlanName Name,
    long Version,
    DateTimeOffset AdoptedAt,
    IReadOnlyList<FunctionShown> Functions,
    IReadOnlyDictionary<PersonId, string> Persons
);

public sealed record FunctionShown(
    FunctionKey Key,
    string Name,
    string Mandate,
    PersonId Holder,
    IReadOnlyList<PersonId> Deputies,
    int? AnswerWithinMinutes
);

public static class GetPlanEndpoint
{
    /// <summary>A plan as adopted last, or as it was adopted as that <c>version</c>.</summary>
    public static void MapGetPlan(this IEndpointRouteBuilder api) =>
        api.MapGet("/klo/plans/{name}", Get).Read<PlanShown>("GetPlan", "Klo", KloCapabilities.ReadPlans);

    private static async Task<IResult> Get(
        HttpContext http,
        PlanName name,
        string? version,
        Journals journals,
        PlanArchive plans,
        Speaker speaker,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var stream = await journals.Load(reader.Realm, StreamKinds.Plan, KloPlan.StreamOf(name), token);
        if (stream is null)
        {
            return Answers.Problem(KloRefusals.UnknownPlan.With(name.Value));
        }

        var plan =
            version is null ? stream.State<KloPlan>()
            : long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? await plans.Find(reader.Realm, name, number, token)
            : null;
        if (plan is null)
        {
            return Answers.Problem(EnduranceRefusals.UnknownPlanVersion.With(name.Value, version!));
        }

        return Answers.Versioned(http, await speaker.SayOpenly(reader, words => Show(plan, words), token), plan.Version);
    }

    internal static PlanShown Show(KloPlan plan, Words words) =>
        new(
            plan.Name,
            plan.Version,
            plan.AdoptedAt,
            [
                .. plan.Functions.Select(f => new FunctionShown(
                    f.Key,
                    words.Text(f.Name),
                    words.Text(f.Mandate),
                    f.Holder,
                    f.Deputies,
                    f.AnswerWithinMinutes
                )),
            ],
            PersonNames.Of(plan.Functions.SelectMany(f => f.Deputies.Prepend(f.Holder)), words)
        );
}
