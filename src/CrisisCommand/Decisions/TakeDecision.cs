using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Decisions;

/// <summary>A decision with its motive, what it rests on, who carries it out and until when.</summary>
/// <param name="Basis">Events of this crisis that it rests on.</param>
/// <param name="Receipt">The <c>Board-Receipt</c> of the board that the decider was served.</param>
/// <param name="LateReason">Why it is written down more than a quarter of an hour after <paramref name="DecidedAt"/>.</param>
/// <param name="Function">The function in which the decider decides; where several rights would do, the rule chooses unless it is said.</param>
/// <param name="EvenSo">Whoever decides knows that they said the same a moment ago, and means another decision.</param>
public sealed record TakeDecision(
    CommittedText Decision,
    CommittedText Motive,
    ImmutableArray<Guid>? Basis = null,
    CommittedText? Alternatives = null,
    FunctionKey? Executor = null,
    DateTimeOffset? DueAt = null,
    DateTimeOffset? DecidedAt = null,
    string? Receipt = null,
    CommittedText? LateReason = null,
    FunctionKey? Function = null,
    bool? EvenSo = null
)
{
    /// <param name="capacity">In what capacity whoever decides may.</param>
    public Outcome Decide(DecisionLog log, KloActivation klo, Capacity? capacity, DateTimeOffset now, DecisionGrounds grounds) =>
        log.IsStoodDown ? DecisionRefusals.StoodDown
        : log.RefuseTime(DecidedAt, now, LateReason is not null) is { } untimely ? untimely
        : grounds.Refusal is { } refusal ? refusal
        : DecidedAt < grounds.Seen?.ServedAt ? DecisionRefusals.ReceiptLaterThanDecision
        : Executor is { } executor && klo.Post(executor) is null && grounds.Person != executor
            ? DecisionRefusals.UnknownExecutor.With(executor.Value)
        : EvenSo is not true && grounds.SaidBefore(Decision) is { } earlier
            ? DecisionRefusals.SameAgain.With($"{earlier}").Naming("number", earlier)
        : Outcome.Happened(Taken(log, klo, capacity, now, grounds.Seen));

    private DecisionTaken Taken(DecisionLog log, KloActivation klo, Capacity? capacity, DateTimeOffset now, BoardSeen? seen) =>
        new(
            log.NextNumber,
            Decision,
            Motive,
            Basis ?? [],
            Alternatives,
            capacity?.Function,
            capacity?.Function is { } function ? klo.Post(function)?.Mandate : null,
            Executor,
            DueAt,
            DecidedAt ?? now,
            seen,
            LateReason,
            capacity
        );
}

/// <summary>What was looked up about a decision's references before it is decided: the board seen, or why they do not hold.</summary>
/// <param name="Person">The executor, where it is a person known here.</param>
public sealed record DecisionGrounds(BoardSeen? Seen = null, Refusal? Refusal = null, FunctionKey? Person = null)
{
    /// <summary>By number, the words of what the sender decided in this crisis a moment ago; erased ones are not among them.</summary>
    public ImmutableSortedDictionary<int, string> Lately { get; init; } = ImmutableSortedDictionary<int, string>.Empty;

    /// <summary>The number of the newest of those that says the same; null where none does.</summary>
    public int? SaidBefore(CommittedText decision) =>
        Lately.Where(d => d.Value.Trim() == Shown(decision)).Select(d => (int?)d.Key).LastOrDefault();

    // Opened words are shown without signs that nobody sees.
    private static string? Shown(CommittedText text) => text.Words is { } words ? TextSigns.Shown(words).Trim() : null;
}

public sealed record DecisionNumbered(int Number, Guid EventId);

public static class TakeDecisionEndpoint
{
    public static void MapTakeDecision(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/decisions", Post)
            .Command("TakeDecision", "Decisions", DecisionsCapabilities.TakeDecision)
            .Created<DecisionNumbered>();

    private static async Task<IResult> Post(
        Command<TakeDecision> command,
        Guid crisisId,
        CommandHandler handler,
        DecisionReferences references,
        OwnDecisions own,
        CancellationToken token
    )
    {
        var (take, context) = (command.Content, command.Context);
        var grounds = await references.Check(context, crisisId, take.Receipt, take.Basis, take.Executor, token);
        var beside = new Beside(
            async (looked, t) =>
                grounds = grounds with
                {
                    Lately = take.EvenSo is true ? grounds.Lately : await own.Lately(context, looked, take.Decision, t),
                }
        );
        return await handler.Handle(
            context.As(take.Function),
            new Target(StreamKinds.Crisis, crisisId),
            [],
            beside,
            (s, _, capacity) => take.Decide(s.State<DecisionLog>(), s.State<KloActivation>(), capacity, context.Now, grounds),
            facts => DecisionsModule.Numbered(handler, context, crisisId, facts),
            token
        );
    }
}
