using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Decisions;

/// <summary>Why a command about a decision is refused.</summary>
public static class DecisionRefusals
{
    /// <summary>The KLO is stood down: only late entries and corrections are taken.</summary>
    public static readonly Refusal StoodDown = new("decisions.stood-down");

    /// <summary>A basis names no event of this crisis.</summary>
    public static readonly Refusal UnknownBasis = new("decisions.unknown-basis", 400, "#/basis");

    /// <summary>The receipt was not made by us, or not for this.</summary>
    public static readonly Refusal ForgedReceipt = new("decisions.forged-receipt", 400, "#/receipt");

    /// <summary>The receipt is of another crisis's board.</summary>
    public static readonly Refusal OtherCrisisReceipt = new("decisions.other-crisis-receipt", 400, "#/receipt");

    /// <summary>The receipt was given to another person.</summary>
    public static readonly Refusal OtherPersonReceipt = new("decisions.other-person-receipt", 400, "#/receipt");

    /// <summary>What is said to be decided has not been decided yet.</summary>
    public static readonly Refusal InTheFuture = new("decisions.in-the-future", 400, "#/decidedAt");

    /// <summary>A decision that was taken more than a quarter of an hour ago says why it is written down now.</summary>
    public static readonly Refusal LateReasonRequired = new("decisions.late-reason-required", 400, "#/lateReason");

    /// <summary>Nobody decided anything in this crisis so long before it.</summary>
    public static readonly Refusal TooLongAgo = new("decisions.too-long-ago", 400, "#/decidedAt");

    /// <summary>The board that the decider is said to have decided on was served after the decision.</summary>
    public static readonly Refusal ReceiptLaterThanDecision = new("decisions.receipt-later-than-decision", 409, "#/receipt");

    /// <summary>The executor is neither a function of the plan nor a person known here.</summary>
    public static readonly Refusal UnknownExecutor = new("decisions.unknown-executor", 400, "#/executor");

    /// <summary>The sender took the very same decision a moment ago, unless it is said to be another.</summary>
    public static readonly Refusal SameAgain = new("decisions.same-again");

    /// <summary>No decision of that number in this crisis.</summary>
    public static readonly Refusal Unknown = new("decisions.unknown", 404);

    /// <summary>The decision is executed, revised or withdrawn already; the wording's variant says which.</summary>
    public static readonly Refusal NotOpen = new("decisions.not-open");

    /// <summary>The list is asked for a status that no decision has.</summary>
    public static readonly Refusal UnknownStatus = new("decisions.unknown-status", 400);

    /// <summary>Why it cannot have been decided when it is said to have been; null where it can.</summary>
    public static Refusal? RefuseTime(this DecisionLog log, DateTimeOffset? decidedAt, DateTimeOffset now, bool explained) =>
        Occurrence.FaultOf(decidedAt, now, log.DeclaredAt, explained) switch
        {
            null => null,
            TimeFault.InTheFuture => InTheFuture,
            TimeFault.TooLongAgo => TooLongAgo,
            _ => LateReasonRequired,
        };

    /// <summary>Why a decision can no longer be executed, revised or withdrawn; null where it can.</summary>
    public static Refusal? RefuseChange(this DecisionLog log, int number) =>
        log.IsStoodDown
            ? StoodDown
            : log.Of(number)?.Status switch
            {
                null => Unknown.With($"{number}"),
                DecisionStatus.Taken => null,
                { } status => NotOpen.As(status.ToString().ToLowerInvariant()).With($"{number}"),
            };
}
