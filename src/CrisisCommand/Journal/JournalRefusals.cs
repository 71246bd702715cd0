using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Journal;

/// <summary>Why a command about the journal is refused.</summary>
public static class JournalRefusals
{
    /// <summary>The KLO is stood down: only late entries and corrections are taken.</summary>
    public static readonly Refusal StoodDown = new("journal.stood-down");

    /// <summary>What is said to have happened has not happened yet.</summary>
    public static readonly Refusal InTheFuture = new("journal.in-the-future", 400, "#/occurredAt");

    /// <summary>What is written long after it happened says why it comes late.</summary>
    public static readonly Refusal LateReasonRequired = new("journal.late-reason-required", 400, "#/lateReason");

    /// <summary>Nothing of this crisis happened so long before it.</summary>
    public static readonly Refusal TooLongAgo = new("journal.too-long-ago", 400, "#/occurredAt");

    /// <summary>No entry of that event id in this crisis; the wording's variant says so where it is a correction's.</summary>
    public static readonly Refusal UnknownEntry = new("journal.unknown-entry", 404);

    /// <summary>The reference data has no such area.</summary>
    public static readonly Refusal UnknownArea = new("journal.unknown-area", 400);

    /// <summary>The plan of this crisis has no such function.</summary>
    public static readonly Refusal UnknownFunction = new("journal.unknown-function", 400, "#/function");

    /// <summary>One report says twice how the same fares.</summary>
    public static readonly Refusal StatusTwice = new("journal.status-twice", 400, "#/status");

    /// <summary>The time of the next report has passed.</summary>
    public static readonly Refusal NextReportPast = new("journal.next-report-past", 400, "#/nextAt");

    /// <summary>The time of the next report is so far off that it is a slip of the pen.</summary>
    public static readonly Refusal NextReportTooFar = new("journal.next-report-too-far", 400, "#/nextAt");

    /// <summary>No decision of that number in this crisis.</summary>
    public static readonly Refusal UnknownDecision = new("journal.unknown-decision", 400, "#/decisionNumber");

    /// <summary>No task of that id in this crisis.</summary>
    public static readonly Refusal UnknownTask = new("journal.unknown-task", 404);

    /// <summary>The task is reported done already.</summary>
    public static readonly Refusal TaskDone = new("journal.task-done");

    public static Refusal Of(TimeFault fault) =>
        fault switch
        {
            TimeFault.InTheFuture => InTheFuture,
            TimeFault.TooLongAgo => TooLongAgo,
            _ => LateReasonRequired,
        };
}
