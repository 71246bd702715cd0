using System.Collections.Immutable;
using CrisisCommand.Decisions;
using CrisisCommand.Platform;

namespace CrisisCommand.Timeline;

/// <summary>What became of a decision, and when.</summary>
/// <param name="By">The number of the decision that replaces it.</param>
public sealed record DecisionStep(DecisionStatus Status, DateTimeOffset At, PersonId Person, CommittedText? Text, int? By = null);

/// <summary>One decision from being taken to where it stands.</summary>
public sealed record DecisionPath(DecisionTaken Taken, Fact Fact)
{
    public ImmutableArray<DecisionStep> Steps { get; init; } = [];

    public DecisionStatus Status => Steps is [.., var last] ? last.Status : DecisionStatus.Taken;

    /// <summary>From the moment it was decided until it was reported executed.</summary>
    public TimeSpan? TimeToExecution =>
        Steps.Where(s => s.Status == DecisionStatus.Executed).Select(s => (TimeSpan?)(s.At - Taken.DecidedAt)).FirstOrDefault();
}

/// <summary>All decisions of a crisis with what became of them: a pure fold.</summary>
public sealed record DecisionTrail : IState<DecisionTrail>
{
    public static DecisionTrail Initial { get; } = new();

    /// <summary>By number: the first stands at index 0.</summary>
    public ImmutableList<DecisionPath> Decisions { get; init; } = [];

    public DecisionTrail After(Fact fact) =>
        fact.Event switch
        {
            DecisionTaken taken => this with { Decisions = Decisions.Add(new(taken, fact)) },
            DecisionExecuted executed => Step(executed.Number, new(DecisionStatus.Executed, fact.RecordedAt, fact.By, executed.Text)),
            DecisionRevised revised => Step(revised.Number, new(DecisionStatus.Revised, fact.RecordedAt, fact.By, revised.Why, revised.By)),
            DecisionWithdrawn withdrawn => Step(withdrawn.Number, new(DecisionStatus.Withdrawn, fact.RecordedAt, fact.By, withdrawn.Why)),
            _ => this,
        };

    private DecisionTrail Step(int number, DecisionStep step)
    {
        var path = Decisions[number - 1];
        return this with { Decisions = Decisions.SetItem(number - 1, path with { Steps = path.Steps.Add(step) }) };
    }
}
