using CrisisCommand.Boards;
using CrisisCommand.Decisions;
using CrisisCommand.Pages.Cells;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Pages.TimeMachine;

/// <summary>A decision, and the board that it was taken on.</summary>
/// <param name="Version">Of the fact that it was taken.</param>
public sealed record HistoryDecision(
    int Number,
    long Version,
    string Text,
    string By,
    string? Function,
    DateTimeOffset DecidedAt,
    BoardSeen? Receipt
)
{
    /// <summary>The version that its taker was served; where no receipt tells, the one right before it.</summary>
    public long Board => Receipt?.Version ?? Version - 1;

    /// <summary>How many facts had come between the board that was served and the decision.</summary>
    public long Missed => Version - 1 - Board;
}

/// <summary>What the receipt of a decision proves of the board shown.</summary>
public enum ServedProof
{
    /// <summary>No receipt was sent with the decision.</summary>
    NoReceipt,

    /// <summary>The board folded anew has the hash of the receipt.</summary>
    Same,

    /// <summary>The board folded anew has another hash.</summary>
    Other,

    /// <summary>The receipt was made by a fold that is not known here.</summary>
    OtherFold,
}

/// <param name="Hash">Of the board as folded anew.</param>
public sealed record ServedBoard(HistoryDecision Decision, ServedProof Proof, Sha256 Hash)
{
    public static ServedBoard Of(HistoryDecision decision, Sha256 hash) =>
        new(
            decision,
            decision.Receipt switch
            {
                null => ServedProof.NoReceipt,
                { FoldVersion: var fold } when !BoardFolds.Runnable.Contains(fold) => ServedProof.OtherFold,
                { Hash: var sealedHash } when sealedHash == hash => ServedProof.Same,
                _ => ServedProof.Other,
            },
            hash
        );
}

/// <param name="Count">How many there are; shown are the last of them.</param>
public sealed record HistoryDecisions(IReadOnlyList<HistoryDecision> Shown, int Count);

/// <summary>A moment of the crisis as the time machine shows it.</summary>
/// <param name="Difference">What became otherwise, where it is compared with another moment.</param>
public sealed record HistoryModel(PageContext Page, Moment Moment, BoardModel Model, BoardDifferenceShown? Difference, ServedBoard? Served)
{
    public string Say(string key, params object?[] arguments) => Page.Say("history." + key, arguments);

    /// <summary>The line of the journal that made this version; no single one made a board as it happened.</summary>
    public BoardLine? Line => Moment.Happened ? null : Model.Board.Latest.FirstOrDefault(l => l.Version == Moment.Version);

    /// <summary>Date and time of day, to the second.</summary>
    public string Time(DateTimeOffset time) => Page.Words.Time(time)[..19];

    /// <summary>The time of day, to the second.</summary>
    public string Seconds(DateTimeOffset time) => Page.Words.Time(time)[11..19];

    /// <summary>As a field of a form has it.</summary>
    public string Field(DateTimeOffset time) => Time(time).Replace(' ', 'T');

    /// <summary>As a machine reads it: whole seconds, as every age is counted from.</summary>
    public static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Where it stands, in one sentence for whoever does not see the slider.</summary>
    public string Said =>
        string.Join(
            ": ",
            new[] { Say("version", Moment.Version, Moment.Head) + ", " + Time(Moment.Instant), Line?.Words }.OfType<string>()
        );
}
