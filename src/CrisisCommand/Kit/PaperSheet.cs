using CrisisCommand.Timeline;

namespace CrisisCommand.Kit;

/// <summary>One sheet of the running paper log: the lines that were recorded in one quarter of an hour.</summary>
/// <param name="Number">1 for the quarter in which the crisis was declared, and one more for each quarter since.</param>
/// <param name="First">The version of its first line.</param>
/// <param name="Last">The version of its last line; before <paramref name="First"/> where nothing was recorded.</param>
/// <param name="IsComplete">The quarter has passed, so that it can be printed.</param>
public sealed record PaperSheet(int Number, DateTimeOffset Begins, DateTimeOffset Ends, long First, long Last, bool IsComplete)
{
    public bool IsEmpty => Last < First;

    /// <summary>The line that the next sheet begins with.</summary>
    public long Next => Last + 1;
}

/// <summary>
/// The journal of a crisis cut into sheets. Sheets follow each other by version: the next one begins with the line after the last that was
/// printed, whatever time a line that was committed late was recorded at. So no line is lost between two sheets and none comes twice. Pure.
/// </summary>
public sealed record PaperLog(TimelineIndex Index, bool IsStoodDown, DateTimeOffset Now)
{
    /// <summary>All of Stockholm's offsets are whole hours, so that quarters on its clocks are quarters of UTC, in every night.</summary>
    public static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>What was being recorded when the quarter ended is waited for; what comes later still is on the next sheet.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private DateTimeOffset LastRecordedAt => Index.Marks[^1].RecordedAt;

    /// <summary>The last sheet that there is: of the quarter that runs, or of the last line once the KLO is stood down.</summary>
    public int Newest => NumberOf(IsStoodDown || LastRecordedAt > Now ? LastRecordedAt : Now);

    /// <param name="from">The version that it begins with, where the sheet before ended; null: the first line of its quarter.</param>
    public PaperSheet Sheet(int number, long? from = null)
    {
        var begins = Begin(Index.Marks[0].RecordedAt) + ((number - 1) * Quarter);
        var ends = begins + Quarter;
        var first = from ?? Before(begins) + 1;
        return new(number, begins, ends, first, Math.Max(Before(ends), first - 1), Now >= ends + Grace);
    }

    /// <summary>
    /// The sheet that is printed after a complete one; null where the log ends. Who prints what has been missed gets no sheet of a quarter
    /// that passed without a line.
    /// </summary>
    public PaperSheet? After(PaperSheet sheet)
    {
        var more = sheet.Next <= Index.Marks.Count;
        return more ? Sheet(Math.Max(sheet.Number + 1, NumberOf(Index.Marks[(int)sheet.Next - 1].RecordedAt)), sheet.Next)
            : IsStoodDown ? null
            : Sheet(Math.Max(sheet.Number + 1, Newest), sheet.Next);
    }

    private int NumberOf(DateTimeOffset time) => Math.Max((int)((Begin(time) - Begin(Index.Marks[0].RecordedAt)) / Quarter) + 1, 1);

    /// <summary>How many lines were recorded before an instant.</summary>
    private long Before(DateTimeOffset time) => Index.VersionAsOf(time.AddTicks(-1));

    private static DateTimeOffset Begin(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % Quarter.Ticks), TimeSpan.Zero);
}
