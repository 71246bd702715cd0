using System.Collections.Immutable;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Staffing;

/// <summary>
/// The KLO goes over to another plan, or to a later version of its own. Holders follow the mapping; a function of the same key follows
/// itself unless the mapping says otherwise; whom the new plan needs and nobody holds or is on the way to is summoned.
/// </summary>
public sealed record Reorganise(PlanName Plan, CommittedText Why, ImmutableArray<FunctionMoved>? Mapping = null)
{
    /// <param name="plan">As adopted last, null where there is none of that name.</param>
    public Outcome Decide(KloActivation klo, KloPlan? plan, DateTimeOffset now, KloTimes times)
    {
        if (klo.IsStoodDown)
        {
            return KloRefusals.StoodDown;
        }

        if (plan is null || plan.Functions.IsEmpty)
        {
            return (KloRefusals.UnknownPlan with { Status = 400, Pointer = "#/plan" }).With(Plan.Value);
        }

        if (klo.Plan == plan.Name && klo.PlanVersion == plan.Version)
        {
            return Outcome.Nothing;
        }

        var mapping = Whole(klo, plan);
        return Given.Select((moved, at) => Fault(klo, plan, moved, at)).FirstOrDefault(fault => fault is not null) is { } fault ? fault
            : Losing(klo, mapping) is { } lost ? EnduranceRefusals.HeldUnmapped.With(lost.Function.Value, lost.Holder!.Value.Value)
            : Outcome.Happened([
                new KloReorganised(plan.Name, plan.Version, plan.CallOrders, mapping, Why),
                .. plan.Functions.Where(f => IsMissing(klo, mapping, f.Key)).Select(f => Summon(f, now, times)),
            ]);
    }

    private ImmutableArray<FunctionMoved> Given => Mapping is { IsDefault: false } given ? given : [];

    private Refusal? Fault(KloActivation klo, KloPlan plan, FunctionMoved moved, int at)
    {
        var (from, to) = ($"#/mapping/{at}/from", $"#/mapping/{at}/to");
        var before = Given.Take(at).ToList();
        return klo.Post(moved.From) is null ? (EnduranceRefusals.MappedFromUnknown with { Pointer = from }).With(moved.From.Value)
            : plan.Functions.All(f => f.Key != moved.To)
                ? (EnduranceRefusals.MappedToUnknown with { Pointer = to }).With(moved.To.Value, plan.Name.Value)
            : before.Any(m => m.From == moved.From) ? (EnduranceRefusals.MappedTwice with { Pointer = from }).With(moved.From.Value)
            : before.Any(m => m.To == moved.To) ? (EnduranceRefusals.MappedTwice with { Pointer = to }).With(moved.To.Value)
            : moved.From == FunctionKey.CrisisLeader != (moved.To == FunctionKey.CrisisLeader)
                ? EnduranceRefusals.LeaderMapped with
                {
                    Pointer = moved.From == FunctionKey.CrisisLeader ? to : from,
                }
            : null;
    }

    /// <summary>What is given, and each function of both plans that is not named in it; in the new plan's order.</summary>
    private ImmutableArray<FunctionMoved> Whole(KloActivation klo, KloPlan plan) =>
        [
            .. plan
                .Functions.Select(f =>
                    Given.FirstOrDefault(m => m.To == f.Key)
                    ?? (klo.Post(f.Key) is not null && Given.All(m => m.From != f.Key) ? new FunctionMoved(f.Key, f.Key) : null)
                )
                .OfType<FunctionMoved>(),
        ];

    private static FunctionPost? Losing(KloActivation klo, ImmutableArray<FunctionMoved> mapping) =>
        klo.Posts.FirstOrDefault(p => p.Holder is not null && mapping.All(m => m.From != p.Function));

    private static bool IsMissing(KloActivation klo, ImmutableArray<FunctionMoved> mapping, FunctionKey function) =>
        mapping.FirstOrDefault(m => m.To == function) is not { } moved
        || (klo.Post(moved.From) is { Holder: null } post && !post.Current.Any(s => s.IsPending));

    private static FunctionSummoned Summon(PlannedFunction function, DateTimeOffset now, KloTimes times) =>
        new(function.Key, function.Holder, 0, times.AnswerBy(function.AnswerWithinMinutes, now));
}

public static class ReorganiseEndpoint
{
    public static void MapReorganise(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/reorganisation", Post).Command("Reorganise", "Klo", KloCapabilities.Reorganise);

    private static Task<IResult> Post(
        Command<Reorganise> command,
        Guid crisisId,
        CommandHandler handler,
        KloTimes times,
        CancellationToken token
    )
    {
        var (reorganise, context) = (command.Content, command.Context);
        return handler.Handle(
            context,
            new Target(StreamKinds.Crisis, crisisId),
            (s, others) => reorganise.Decide(s.State<KloActivation>(), others[0]?.State<KloPlan>(), context.Now, times),
            [new Target(StreamKinds.Plan, KloPlan.StreamOf(reorganise.Plan))],
            token: token
        );
    }
}
