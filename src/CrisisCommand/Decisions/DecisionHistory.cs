using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Decisions;

/// <summary>One decision and what became of it.</summary>
/// <param name="Recorded">The fact that it was taken.</param>
/// <param name="Since">What was recorded about it later, in order.</param>
public sealed record DecisionRecord(Fact Recorded, DecisionStatus Status, ImmutableList<Fact> Since)
{
    public DecisionTaken Taken => (DecisionTaken)Recorded.Event;

    /// <summary>In what capacity it was taken; where that was not recorded yet, by the function and mandate that were.</summary>
    public Capacity? Capacity =>
        Taken.Capacity
        ?? (
            Taken.Function is { } function
                ? new(
                    function,
                    Taken.Mandate switch
                    {
                        null => null,
                        Mandate.Deputy => ActingMandate.Deputy,
                        _ => ActingMandate.Appointed,
                    }
                )
                : Recorded.Capacity
        );

    /// <summary>The number of the decision that this one replaced.</summary>
    public int? Revises { get; init; }

    /// <summary>The number of the decision that replaced this one.</summary>
    public int? RevisedBy { get; init; }

    /// <summary>From the moment it was decided until it was reported executed.</summary>
    public TimeSpan? TimeToExecution => Since.Find(f => f.Event is DecisionExecuted)?.RecordedAt - Taken.DecidedAt;
}

/// <summary>All decisions of a crisis with their history, for readers; the rules need no more than <see cref="DecisionLog"/>.</summary>
public sealed record DecisionHistory : IState<DecisionHistory>
{
    public static DecisionHistory Initial { get; } = new();

    /// <summary>By number: the first stands at index 0.</summary>
    public ImmutableList<DecisionRecord> Decisions { get; init; } = [];

    public DecisionRecord? Of(int number) => number >= 1 && number <= Decisions.Count ? Decisions[number - 1] : null;

    public DecisionHistory After(Fact fact) =>
        fact.Event switch
        {
            DecisionTaken _ => this with { Decisions = Decisions.Add(new(fact, DecisionStatus.Taken, [])) },
            DecisionExecuted executed => Then(executed.Number, d => After(d, fact, DecisionStatus.Executed)),
            DecisionWithdrawn withdrawn => Then(withdrawn.Number, d => After(d, fact, DecisionStatus.Withdrawn)),
            DecisionRevised revised => Then(revised.Number, d => After(d, fact, DecisionStatus.Revised) with { RevisedBy = revised.By })
                .Then(revised.By, d => d with { Revises = revised.Number }),
            _ => this,
        };

    private DecisionHistory Then(int number, Func<DecisionRecord, DecisionRecord> change) =>
        this with
        {
            Decisions = Decisions.SetItem(number - 1, change(Decisions[number - 1])),
        };

    private static DecisionRecord After(DecisionRecord decision, Fact fact, DecisionStatus status) =>
        decision with
        {
            Status = status,
            Since = decision.Since.Add(fact),
        };
}
