using System.Collections.Immutable;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Plans;

/// <summary>A new version of a plan's catalogue of functions is adopted; crises already declared keep theirs.</summary>
public sealed record AdoptPlan(ImmutableArray<PlannedFunction> Functions)
{
    /// <summary>The address at which plans are compared.</summary>
    private static readonly PlanName Reserved = new("comparison");

    /// <param name="unknown">The first person named that nobody knows, if any.</param>
    /// <param name="first">Who adopts the first plan of all, since nobody leads yet; null: anybody who may adopt plans.</param>
    public Outcome Decide(PlanName name, PersonId? unknown, PersonId? first = null) =>
        first is { } founder && Persons.Contains(founder) ? KloRefusals.FirstPlanOfOneself.With(founder.Value)
        : name == Reserved ? EnduranceRefusals.ReservedPlanName.With(name.Value)
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
        api.MapPut("/klo/plans/{name}", Put).Command("AdoptPlan", "Klo", KloCapabilities.AdoptPlan).OrElse(KloCapabilities.AdoptFirstPlan);

    private static async Task<IResult> Put(
        Command<AdoptPlan> command,
        PlanName name,
        CommandHandler handler,
        PersonDirectory directory,
        AdoptedPlans plans,
        CancellationToken token
    )
    {
        PersonId? unknown = null;
        foreach (var person in command.Content.Persons)
        {
            if (unknown is null && !await directory.Knows(command.Context.Realm, person, token))
            {
                unknown = person;
            }
        }

        var context = command.Context;
        // Whether another plan than the normal one says who leads.
        var led = (await plans.All(context.Realm, token)).Any(p => p.Name != PlanName.Normal);
        bool IsFirst(StreamSnapshot plan) => name == PlanName.Normal && !plan.Exists && !led;
        return await handler.Handle(
            // On the first day nobody leads, so nobody could adopt a plan; once somebody does, whoever runs the system has no say in it.
            context.Demanding(s => (IsFirst(s) ? KloCapabilities.AdoptFirstPlan : KloCapabilities.AdoptPlan, null)),
            new Target(StreamKinds.Plan, KloPlan.StreamOf(name), MayBeNew: true),
            (s, _) => command.Content.Decide(name, unknown, IsFirst(s) ? context.By : null),
            [],
            token: token
        );
    }
}
