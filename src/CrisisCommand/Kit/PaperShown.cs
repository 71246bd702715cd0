using CrisisCommand.Boards;
using CrisisCommand.Timeline;

namespace CrisisCommand.Kit;

/// <summary>A sheet of the paper log in a reader's words.</summary>
/// <param name="State">The board as it stood with the sheet's last line.</param>
/// <param name="Printed">When this was made from the journal.</param>
/// <param name="Seconds">Until the quarter is over and the sheet is complete.</param>
public sealed record PaperShown(
    Guid CrisisId,
    string Realm,
    string? Notice,
    PaperSheet Sheet,
    bool IsRunning,
    DateTimeOffset Printed,
    double Seconds,
    IReadOnlyList<TimelineLine> Lines,
    BoardView State,
    PaperLinks Links
)
{
    /// <summary>The moment that the state is of: the end of the quarter, or now while it runs.</summary>
    public DateTimeOffset Moment => Sheet.IsComplete ? Sheet.Ends : Printed;

    /// <summary>What the script does: <c>print</c> now and go on, <c>wait</c> until the quarter is over, or nothing.</summary>
    public string Run =>
        !IsRunning ? "off"
        : Sheet.IsComplete ? "print"
        : "wait";
}

/// <summary>Where a sheet leads.</summary>
/// <param name="This">The sheet alone, to be read or printed by hand.</param>
/// <param name="Running">The log running on from this sheet.</param>
/// <param name="Following">Where the running log goes from here; null where it ends.</param>
/// <param name="Whole">The running log from the first sheet on.</param>
public sealed record PaperLinks(string This, string Running, string? Following, string Whole, string? Previous, string? Next)
{
    public static PaperLinks Of(string path, PaperLog log, PaperSheet sheet)
    {
        string Alone(int number) => $"{path}?sheet={number}";
        string RunningFrom(int number, long from) => $"{Alone(number)}&from={from}";
        return new(
            Alone(sheet.Number),
            RunningFrom(sheet.Number, sheet.First),
            log.After(sheet) is { } after ? RunningFrom(after.Number, after.First) : null,
            RunningFrom(1, 1),
            sheet.Number > 1 ? Alone(sheet.Number - 1) : null,
            sheet.Number < log.Newest ? Alone(sheet.Number + 1) : null
        );
    }
}
