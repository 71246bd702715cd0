using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Decisions;

/// <summary>A decision has been carried out.</summary>
/// <param name="Function">The function in which it is said; where several rights would do, the rule chooses unless it is said.</param>
public sealed record ExecuteDecision(CommittedText Text, FunctionKey? Function = null)
{
    public Outcome Decide(DecisionLog log, int number) =>
        log.RefuseChange(number) is { } refusal ? refusal : Outcome.Happened(new DecisionExecuted(number, Text));
}

public static class ExecuteDecisionEndpoint
{
    public static void MapExecuteDecision(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/decisions/{number:int}/execution", Post)
            .Command("ExecuteDecision", "Decisions", DecisionsCapabilities.ExecuteDecision)
            .OrElse(KloCapabilities.ReadKlo)
            .OrElse(DecisionsCapabilities.ChangeDecision);

    private static Task<IResult> Post(
        Command<ExecuteDecision> command,
        Guid crisisId,
        int number,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command
                .Context.DemandingOneOf(s => Rights(s.State<DecisionLog>().Of(number), s.State<KloActivation>(), command.Context.By))
                .As(command.Content.Function),
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<DecisionLog>(), number),
            token: token
        );

    /// <summary>Whoever it names carries it out: a function by who holds it, a person themselves; or who took it says so, by the right they took it by.</summary>
    private static List<(Capability, FunctionKey?)> Rights(DecisionKnown? decision, KloActivation klo, PersonId by)
    {
        var executor = decision?.Taken.Executor;
        List<(Capability, FunctionKey?)> rights = [(DecisionsCapabilities.ExecuteDecision, executor)];
        // Some persons are keyed as functions are: a function of the plan is no person.
        if (executor is { } named && klo.Post(named) is null && named.Value == by.Value)
        {
            rights.Insert(0, (KloCapabilities.ReadKlo, null));
        }

        if (decision?.By == by)
        {
            rights.Add((DecisionsCapabilities.ChangeDecision, decision.Function));
        }

        return rights;
    }
}
