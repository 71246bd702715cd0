using System.Collections.Immutable;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Decisions;

/// <summary>A decision with its motive, what it rests on, who carries it out and until when.</summary>
/// <param name="Basis">Events of this crisis that it rests on.</param>
/// <param name="Receipt">The <c>Board-Receipt</c> of the board that the decider was served.</param>
public sealed record TakeDecision(
    CommittedText Decision,
    CommittedText Motive,
    ImmutableArray<Guid>? Basis = null,
    CommittedText? Alternatives = null,
    FunctionKey? Executor = null,
    DateTimeOffset? DueAt = null,
    DateTimeOffset? DecidedAt = null,
    string? Receipt = null
)
{
    public Outcome Decide(DecisionLog log, PersonId by, DateTimeOffset now, DecisionGrounds grounds) =>
        log.IsStoodDown ? DecisionRefusals.StoodDown
        : Clock.IsFuture(DecidedAt, now) ? DecisionRefusals.InTheFuture
        : grounds.Refusal is { } refusal ? refusal
        : Outcome.Happened(Taken(log, by, now, grounds.Seen));

    internal DecisionTaken Taken(DecisionLog log, PersonId by, DateTimeOffset now, BoardSeen? seen)
    {
        var held = log.HeldBy(by);
        return new(
            log.NextNumber,
            Decision,
            Motive,
            Basis ?? [],
            Alternatives,
            held?.Function,
            held?.Mandate,
            Executor,
            DueAt,
            DecidedAt ?? now,
            seen
        );
    }
}

/// <summary>What was looked up about a decision's references before it is decided: the board seen, or why they do not hold.</summary>
public sealed record DecisionGrounds(BoardSeen? Seen = null, Refusal? Refusal = null);

public sealed record DecisionNumbered(int Number, Guid EventId);

public static class TakeDecisionEndpoint
{
    public static void MapTakeDecision(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/decisions", Post)
            .Command("TakeDecision", "Decisions", Capability.TakeDecision)
            .Created<DecisionNumbered>();

    private static async Task<IResult> Post(
        Command<TakeDecision> command,
        Guid crisisId,
        CommandHandler handler,
        DecisionReferences references,
        CancellationToken token
    )
    {
        var (take, envelope) = (command.Content, command.Envelope);
        var grounds = await references.Check(envelope, crisisId, take, token).ConfigureAwait(false);
        return await handler
            .Handle(
                envelope,
                StreamKinds.Crisis,
                crisisId,
                s => take.Decide(s.State<DecisionLog>(), envelope.By, envelope.Now, grounds),
                facts => DecisionsModule.Numbered(handler, envelope, crisisId, facts),
                token
            )
            .ConfigureAwait(false);
    }
}
