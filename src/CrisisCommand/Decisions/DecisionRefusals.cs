using CrisisCommand.Platform;

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

    /// <summary>The executor is neither a function of the plan nor a person known here.</summary>
    public static readonly Refusal UnknownExecutor = new("decisions.unknown-executor", 400, "#/executor");

    /// <summary>No decision of that number in this crisis.</summary>
    public static readonly Refusal Unknown = new("decisions.unknown", 404);

    /// <summary>The decision is executed, revised or withdrawn already; the wording's variant says which.</summary>
    public static readonly Refusal NotOpen = new("decisions.not-open");

    /// <summary>The list is asked for a status that no decision has.</summary>
    public static readonly Refusal UnknownStatus = new("decisions.unknown-status", 400);

    /// <summary>Why a decision can no longer be executed, revised or withdrawn; null where it can.</summary>
    public static Refusal? RefuseChange(this DecisionLog log, int number) =>
        log.IsStoodDown
            ? StoodDown
            : log.StatusOf(number) switch
            {
                null => Unknown.With($"{number}"),
                DecisionStatus.Taken => null,
                { } status => NotOpen.As(status.ToString().ToLowerInvariant()).With($"{number}"),
            };
}
