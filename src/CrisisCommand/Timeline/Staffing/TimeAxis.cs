using System.Globalization;

namespace CrisisCommand.Timeline.Staffing;

/// <summary>A mark of a time axis.</summary>
/// <param name="Beneath">The day, or the offset from UTC, where it is another one than at the mark before.</param>
public sealed record Tick(DateTimeOffset At, string Label, string Beneath);

/// <summary>Marks at round local times of Stockholm, also over a change of the clocks.</summary>
public static class TimeAxis
{
    private const int Minute = 60;
    private const int Hour = 60 * Minute;
    private const int Day = 24 * Hour;

    /// <summary>In seconds, from one to a year; days and weeks begin at midnight, weeks on Mondays.</summary>
    private static readonly int[] Steps =
    [
        1,
        2,
        5,
        10,
        15,
        30,
        Minute,
        2 * Minute,
        5 * Minute,
        10 * Minute,
        15 * Minute,
        30 * Minute,
        Hour,
        2 * Hour,
        3 * Hour,
        6 * Hour,
        12 * Hour,
        Day,
        2 * Day,
        7 * Day,
        14 * Day,
        28 * Day,
        91 * Day,
        364 * Day,
    ];

    public static IReadOnlyList<Tick> Of(DateTimeOffset from, DateTimeOffset to, int atMost, ReportWording wording)
    {
        // Seconds crowd the axis, and are told only where there would hardly be a mark without them.
        var least = (to - from).TotalSeconds < 2 * Minute ? 1 : Minute;
        var step = Steps.FirstOrDefault(s => s >= least && (to - from).TotalSeconds / s <= atMost, Steps[^1]);
        var ticks = new List<Tick>();
        var (day, offset) = ("", "");
        foreach (var at in Times(from, to, step, wording))
        {
            var local = Local.Of(at, wording);
            var beneath =
                day.Length == 0 ? $"{DayOf(at, wording)} {local.Offset}"
                : local.Day != day ? DayOf(at, wording)
                : local.Offset != offset ? local.Offset
                : "";
            ticks.Add(step >= Day ? new(at, DayOf(at, wording), "") : new(at, step < Minute ? local.Seconds : local.Time, beneath));
            (day, offset) = (local.Day, local.Offset);
        }

        return ticks;
    }

    /// <summary>Offsets of Stockholm are whole hours, so that steps within an hour are the same in UTC.</summary>
    private static IEnumerable<DateTimeOffset> Times(DateTimeOffset from, DateTimeOffset to, int step, ReportWording wording)
    {
        var stride = TimeSpan.FromSeconds(Math.Min(step, Hour));
        var first = new DateTimeOffset((from.UtcTicks + stride.Ticks - 1) / stride.Ticks * stride.Ticks, TimeSpan.Zero);
        var last = -1L;
        for (var at = first; at <= to; at += stride)
        {
            // The hour that comes twice gets one mark of a step that is longer.
            var hours = step > Hour ? Local.Of(at, wording).Hours : 0;
            if (hours % Math.Max(step / Hour, 1) == 0 && (step <= Hour || hours != last))
            {
                last = hours;
                yield return at;
            }
        }
    }

    private static string DayOf(DateTimeOffset at, ReportWording wording) => wording.ShortDay(wording.Day(at));

    private sealed record Local(string Day, string Seconds, string Offset)
    {
        public string Time => Seconds[..5];

        /// <summary>Hours since the first Monday of the calendar.</summary>
        public long Hours =>
            (DateOnly.ParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber * 24L)
            + int.Parse(Seconds[..2], CultureInfo.InvariantCulture);

        public static Local Of(DateTimeOffset at, ReportWording wording)
        {
            var text = wording.Time(at);
            return new(text[..10], text[11..19], text[20..]);
        }
    }
}
