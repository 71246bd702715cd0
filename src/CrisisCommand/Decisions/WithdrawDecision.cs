using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Decisions;

/// <summary>A decision is taken back, and nothing comes in its place.</summary>
public sealed record WithdrawDecision(CommittedText Why)
{
    public Outcome Decide(DecisionLog log, int number) =>
        log.RefuseChange(number) is { } refusal ? refusal : Outcome.Happened(new DecisionWithdrawn(number, Why));
}

public static class WithdrawDecisionEndpoint
{
    public static void MapWithdrawDecision(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/decisions/{number:int}/withdrawal", Post)
            .Command("WithdrawDecision", "Decisions", DecisionsCapabilities.ChangeDecision);

    private static Task<IResult> Post(
        Command<WithdrawDecision> command,
        Guid crisisId,
        int number,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context.Demanding(s => (DecisionsCapabilities.ChangeDecision, s.State<DecisionLog>().Of(number)?.Function)),
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<DecisionLog>(), number),
            token: token
        );
}
