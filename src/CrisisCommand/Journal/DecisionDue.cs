using CrisisCommand.Decisions;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Journal;

/// <summary>The time until which a decision was to be carried out is out.</summary>
public sealed record DecisionDue(Guid CrisisId, int Number, DateTimeOffset At, Guid Because) : IDeadline
{
    /// <summary>Once, and only while the crisis goes on and the decision stands as taken.</summary>
    public Outcome Decide(DecisionLog log, DateTimeOffset now) =>
        !log.IsStoodDown && now >= At && log.Of(Number) is { Status: DecisionStatus.Taken, Overdue: false, Taken: var taken }
            ? Outcome.Happened(new DecisionOverdue(Number, taken.Decision.Again(), taken.Executor, At))
            : Outcome.Nothing;

    Outcome IDeadline.Passed(StreamSnapshot crisis, DateTimeOffset now) => Decide(crisis.State<DecisionLog>(), now);
}
