using CrisisCommand.Decisions;

namespace CrisisCommand.Timeline.Report;

/// <param name="OverdueSeconds">Null where it was not due yet.</param>
public sealed record OpenTask(
    Guid TaskId,
    string Text,
    NamedFunction Function,
    DateTimeOffset GivenAt,
    DateTimeOffset? DueAt,
    double? OverdueSeconds
);

/// <param name="OverdueSeconds">Null where it was not due yet.</param>
public sealed record OpenDecision(
    int Number,
    string Decision,
    string? ExecutorName,
    DateTimeOffset DecidedAt,
    DateTimeOffset? DueAt,
    double? OverdueSeconds
);

/// <summary>What nobody had reported done or executed when the KLO stood down, or has so far.</summary>
/// <param name="At">The stand-down, or the journal's last line while the crisis goes on.</param>
public sealed record LeftOpen(DateTimeOffset At, IReadOnlyList<OpenTask> Tasks, IReadOnlyList<OpenDecision> Decisions)
{
    public static LeftOpen Of(AfterAction report)
    {
        var at = report.StaffingProof.Until;
        double? Overdue(DateTimeOffset? due) => due < at ? (at - due.Value).TotalSeconds : null;
        return new(
            at,
            [
                .. report
                    .Tasks.Where(t => t.DoneAt is null)
                    .Select(t => new OpenTask(t.TaskId, t.Text, t.Function, t.GivenAt, t.DueAt, Overdue(t.DueAt))),
            ],
            [
                .. report
                    .Decisions.Where(d => d.Status == DecisionStatus.Taken)
                    .Select(d => new OpenDecision(d.Number, d.Decision, d.ExecutorName, d.DecidedAt, d.DueAt, Overdue(d.DueAt))),
            ]
        );
    }
}
