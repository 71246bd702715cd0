using CrisisCommand.Platform;

namespace CrisisCommand.Decisions;

/// <summary>A decision has been carried out.</summary>
public sealed record ExecuteDecision(CommittedText Text)
{
    public Outcome Decide(DecisionLog log, int number) =>
        log.RefuseChange(number) is { } refusal ? refusal : Outcome.Happened(new DecisionExecuted(number, Text));
}

public static class ExecuteDecisionEndpoint
{
    public static void MapExecuteDecision(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/decisions/{number:int}/execution", Post)
            .Command("ExecuteDecision", "Decisions", Capability.ExecuteDecision);

    private static Task<IResult> Post(
        Command<ExecuteDecision> command,
        Guid crisisId,
        int number,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            // A person named to carry it out says so themselves; a function, whoever holds it.
            command.Envelope.Demanding(s =>
                s.State<DecisionLog>().PartiesOf(number).Executor is var executor && executor?.Value == command.Envelope.By.Value
                    ? (Capability.ReadKlo, null)
                    : (Capability.ExecuteDecision, executor)
            ),
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<DecisionLog>(), number),
            token: token
        );
}
