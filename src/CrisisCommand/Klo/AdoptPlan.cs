using System.Collections.Immutable;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Klo;

/// <summary>A new version of a plan's catalogue of functions is adopted; crises already declared keep theirs.</summary>
public sealed record AdoptPlan(ImmutableArray<PlannedFunction> Functions)
{
    /// <summary>The address at which plans are compared.</summary>
    private static readonly PlanName Reserved = new("comparison");

    /// <param name="unknown">The first person named that nobody knows, if any.</param>
    public Outcome Decide(PlanName name, PersonId? unknown) =>
        name == Reserved ? EnduranceRefusals.ReservedPlanName.With(name.Value)
        : Functions.IsDefaultOrEmpty || Functions.All(f => f.Key != FunctionKey.CrisisLeader) ? KloRefusals.NoLeader
        : Functions.DistinctBy(f => f.Key).Count() != Functions.Length ? KloRefusals.FunctionTwice
        : FirstDoubled() is { } doubled
            ? (KloRefusals.DeputyTwice with { Pointer = $"#/functions/{doubled}/deputies" }).With(Functions[doubled].Key.Value)
        : FirstImpatient() is { } hasty
            ? (KloRefusals.AnswerTime with { Pointer = $"#/functions/{hasty}/answerWithinMinutes" }).With(Functions[hasty].Key.Value)
        : unknown is { } person ? (KloRefusals.UnknownPerson with { Pointer = "#/functions" }).With(person.Value)
        : Outcome.Happened(new PlanAdopted(name, Functions));

    public IEnumerable<PersonId> Persons => Functions.IsDefault ? [] : Functions.SelectMany(f => f.Deputies.Prepend(f.Holder)).Distinct();

    private int? FirstImpatient()
    {
        var at = Functions.ToList().FindIndex(f => f.AnswerWithinMinutes is < 1 or > 60);
        return at < 0 ? null : at;
    }

    private int? FirstDoubled()
    {
        var at = Functions.ToList().FindIndex(f => f.Deputies.Append(f.Holder).Distinct().Count() != f.Deputies.Length + 1);
        return at < 0 ? null : at;
    }
}

public static class AdoptPlanEndpoint
{
    public static void MapAdoptPlan(this IEndpointRouteBuilder api) =>
        api.MapPut("/klo/plans/{name}", Put).Command("AdoptPlan", "Klo", Capability.AdoptPlan);

    private static async Task<IResult> Put(
        Command<AdoptPlan> command,
        PlanName name,
        CommandHandler handler,
        PersonDirectory directory,
        CancellationToken token
    )
    {
        PersonId? unknown = null;
        foreach (var person in command.Content.Persons)
        {
            if (unknown is null && !await directory.Knows(command.Envelope.Realm, person, token).ConfigureAwait(false))
            {
                unknown = person;
            }
        }

        var plan = new Target(StreamKinds.Plan, KloPlan.StreamOf(name), MayBeNew: true);
        return await handler
            .Handle(command.Envelope, plan, (_, _) => command.Content.Decide(name, unknown), [], token: token)
            .ConfigureAwait(false);
    }
}
