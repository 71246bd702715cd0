using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Platform;

namespace CrisisCommand.Decisions;

/// <summary>The board that the decider was served: what they could know (evidence.md, decision receipts).</summary>
/// <param name="FoldVersion">The version of the fold that made it.</param>
/// <param name="Hash">SHA-256 (hex) of the canonical board.</param>
public sealed record BoardSeen(Guid Crisis, long Version, int FoldVersion, Sha256 Hash, PersonId Person, DateTimeOffset ServedAt);

/// <summary>A decision, numbered 1, 2, 3 … within its crisis; the decision not to act is one too.</summary>
/// <param name="Function">The function held by who decided; null for one who held none.</param>
/// <param name="Executor">The function or person that carries it out.</param>
/// <param name="Receipt">The board that the decider was served, where they sent its receipt.</param>
public sealed record DecisionTaken(
    int Number,
    CommittedText Decision,
    CommittedText Motive,
    ImmutableArray<Guid> Basis,
    CommittedText? Alternatives,
    FunctionKey? Function,
    Mandate? Mandate,
    FunctionKey? Executor,
    DateTimeOffset? DueAt,
    DateTimeOffset DecidedAt,
    BoardSeen? Receipt
) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Alternatives is { } alternatives ? [Decision, Motive, alternatives] : [Decision, Motive];

    public DateTimeOffset? OccurredAt => DecidedAt;

    public string InWords(Words words) =>
        words.SayVariant(
            this,
            (Executor, DueAt) switch
            {
                (null, null) => "unassigned",
                (not null, null) => "assigned",
                (null, not null) => "due",
                _ => "assigned-and-due",
            },
            Number,
            words.Text(Decision),
            words.Text(Motive),
            words.Function(Executor),
            words.Time(DueAt)
        );
}

public sealed record DecisionExecuted(int Number, CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, Number, words.Text(Text));
}

/// <summary>A decision is replaced by a later one, taken in the same moment.</summary>
public sealed record DecisionRevised(int Number, int By, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, Number, By, words.Text(Why));
}

public sealed record DecisionWithdrawn(int Number, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, Number, words.Text(Why));
}
