using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Decisions;

/// <summary>The board that the decider was served: what they could know (evidence.md, decision receipts).</summary>
/// <param name="FoldVersion">The version of the fold that made it.</param>
/// <param name="Hash">SHA-256 (hex) of the canonical board.</param>
public sealed record BoardSeen(Guid Crisis, long Version, int FoldVersion, Sha256 Hash, PersonId Person, DateTimeOffset ServedAt);

/// <summary>A decision, numbered 1, 2, 3 … within its crisis; the decision not to act is one too.</summary>
/// <param name="Function">That of <paramref name="Capacity"/>; in facts of before it was recorded, a function held by who decided.</param>
/// <param name="Mandate">By what right they held it, where they did.</param>
/// <param name="Executor">The function or person that carries it out.</param>
/// <param name="Receipt">The board that the decider was served, where they sent its receipt.</param>
/// <param name="LateReason">Why it was written down so long after.</param>
/// <param name="Capacity">In what capacity it was taken: the same as the fact's.</param>
[StoredAs("decision_taken", StreamKinds.Crisis)]
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
    BoardSeen? Receipt,
    CommittedText? LateReason = null,
    Capacity? Capacity = null
) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => new[] { Decision, Motive, Alternatives, LateReason }.OfType<CommittedText>();

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
        ) + (LateReason is { } reason ? " – " + words.Say("decisions.written-late", words.Time(DecidedAt), words.Text(reason)) : "");
}

/// <summary>The time until which a decision was to be carried out is out, and nobody has said that it is.</summary>
/// <param name="Decision">As it was taken.</param>
[StoredAs("decision_overdue", StreamKinds.Crisis)]
public sealed record DecisionOverdue(int Number, CommittedText Decision, FunctionKey? Executor, DateTimeOffset DueAt) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Decision];

    public string InWords(Words words) =>
        words.SayVariant(
            this,
            Executor is null ? "unassigned" : "assigned",
            Number,
            words.Text(Decision),
            words.Time(DueAt),
            words.Function(Executor)
        );
}

[StoredAs("decision_executed", StreamKinds.Crisis)]
public sealed record DecisionExecuted(int Number, CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, Number, words.Text(Text));
}

/// <summary>What a revision gave anew, beside the decision and its motive.</summary>
public enum RevisedPart
{
    Executor,
    DueAt,
    Basis,
    Alternatives,
}

/// <summary>A decision is replaced by a later one, taken in the same moment.</summary>
/// <param name="Changed">What differs, beside what is decided and why; null in facts of before it was recorded.</param>
/// <param name="FromExecutor">Who was to carry it out, where that changed.</param>
/// <param name="FromDueAt">Until when, where that changed.</param>
[StoredAs("decision_revised", StreamKinds.Crisis)]
public sealed record DecisionRevised(
    int Number,
    int By,
    CommittedText Why,
    ImmutableArray<RevisedPart>? Changed = null,
    FunctionKey? FromExecutor = null,
    DateTimeOffset? FromDueAt = null
) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) =>
        words.Say(this, Number, By, words.Text(Why))
        + (
            Changed is { IsEmpty: false } c ? " " + words.Say("decisions.changed", string.Join("; ", c.Select(p => InWords(p, words)))) : ""
        );

    private string InWords(RevisedPart part, Words words) =>
        part switch
        {
            RevisedPart.Executor when FromExecutor is not null => words.Say(
                "decisions.changed.executor-from",
                words.Function(FromExecutor)
            ),
            RevisedPart.DueAt when FromDueAt is not null => words.Say("decisions.changed.due-at-from", words.Time(FromDueAt)),
            RevisedPart.Executor => words.Say("decisions.changed.executor"),
            RevisedPart.DueAt => words.Say("decisions.changed.due-at"),
            RevisedPart.Basis => words.Say("decisions.changed.basis"),
            _ => words.Say("decisions.changed.alternatives"),
        };
}

[StoredAs("decision_withdrawn", StreamKinds.Crisis)]
public sealed record DecisionWithdrawn(int Number, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, Number, words.Text(Why));
}
