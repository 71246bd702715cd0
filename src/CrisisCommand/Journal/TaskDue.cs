using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Journal;

/// <summary>The time until which a task was to be done is out.</summary>
public sealed record TaskDue(Guid CrisisId, Guid TaskId, DateTimeOffset At, Guid Because) : IDeadline
{
    /// <summary>Once, and only while the crisis goes on and the task is open.</summary>
    public Outcome Decide(LogBook log, DateTimeOffset now) =>
        !log.IsStoodDown && now >= At && log.Tasks.GetValueOrDefault(TaskId) is { Done: false, Overdue: false, Given: var given }
            ? Outcome.Happened(new TaskOverdue(TaskId, given.Text.Again(), given.Function, At))
            : Outcome.Nothing;

    Outcome IDeadline.Passed(StreamSnapshot crisis, DateTimeOffset now) => Decide(crisis.State<LogBook>(), now);
}
