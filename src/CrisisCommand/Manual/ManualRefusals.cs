using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Manual;

/// <summary>Why a command about an action card is refused.</summary>
public static class ManualRefusals
{
    /// <summary>The KLO is stood down: its cards stay as they were left.</summary>
    public static readonly Refusal StoodDown = new("manual.stood-down");

    /// <summary>The edition has no such card.</summary>
    public static readonly Refusal UnknownCard = new("manual.unknown-card", 404);

    /// <summary>The card has no such step in this edition.</summary>
    public static readonly Refusal UnknownStep = new("manual.unknown-step", 404);

    /// <summary>The card is for other kinds of incident than that of the crisis.</summary>
    public static readonly Refusal OtherKind = new("manual.other-kind");

    /// <summary>What is done is not skipped: it is opened again first, with the reason.</summary>
    public static readonly Refusal AlreadyDone = new("manual.already-done");

    /// <summary>The step is skipped already, for a reason that stands: it is opened again first.</summary>
    public static readonly Refusal AlreadySkipped = new("manual.already-skipped");

    /// <summary>The step is neither done nor skipped, so there is nothing to take back.</summary>
    public static readonly Refusal StillOpen = new("manual.still-open");
}
