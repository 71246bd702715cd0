using System.Collections.Immutable;
using CrisisCommand.Platform;

namespace CrisisCommand.Decisions;

/// <summary>A decision is replaced by a new one with a number of its own, and it is said why.</summary>
public sealed record ReviseDecision(
    CommittedText Decision,
    CommittedText Motive,
    CommittedText Why,
    ImmutableArray<Guid>? Basis = null,
    CommittedText? Alternatives = null,
    FunctionKey? Executor = null,
    DateTimeOffset? DueAt = null,
    DateTimeOffset? DecidedAt = null,
    string? Receipt = null
)
{
    /// <summary>What is decided instead: a decision as any other, under the same rules.</summary>
    internal TakeDecision Replacement => new(Decision, Motive, Basis, Alternatives, Executor, DueAt, DecidedAt, Receipt);

    public Outcome Decide(DecisionLog log, int number, PersonId by, DateTimeOffset now, DecisionGrounds grounds)
    {
        if (log.RefuseChange(number) is { } refusal)
        {
            return refusal;
        }

        var taken = Replacement.Decide(log, by, now, grounds);
        return taken.Refusal is null ? Outcome.Happened([.. taken.Events, new DecisionRevised(number, log.NextNumber, Why)]) : taken;
    }
}

public static class ReviseDecisionEndpoint
{
    public static void MapReviseDecision(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/decisions/{number:int}/revision", Post)
            .Command("ReviseDecision", "Decisions", Capability.ChangeDecision)
            .Created<DecisionNumbered>();

    private static async Task<IResult> Post(
        Command<ReviseDecision> command,
        Guid crisisId,
        int number,
        CommandHandler handler,
        DecisionReferences references,
        CancellationToken token
    )
    {
        var (revise, envelope) = (command.Content, command.Envelope);
        var grounds = await references.Check(envelope, crisisId, revise.Replacement, token).ConfigureAwait(false);
        return await handler
            .Handle(
                envelope.Demanding(s => (Capability.ChangeDecision, s.State<DecisionLog>().PartiesOf(number).Function)),
                StreamKinds.Crisis,
                crisisId,
                s => revise.Decide(s.State<DecisionLog>(), number, envelope.By, envelope.Now, grounds),
                facts => DecisionsModule.Numbered(handler, envelope, crisisId, facts),
                token
            )
            .ConfigureAwait(false);
    }
}
