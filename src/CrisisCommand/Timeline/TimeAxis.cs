using System.Globalization;

namespace CrisisCommand.Timeline;

/// <summary>A mark of a time axis.</summary>
/// <param name="Beneath">The day, or the offset from UTC, where it is another one than at the mark before.</param>
public sealed record Tick(DateTimeOffset At, string Label, string Beneath);

/// <summary>Marks at round local times of Stockholm, also over a change of the clocks.</summary>
public static class TimeAxis
{
    private const int HourInMinutes = 60;
    private const int DayInMinutes = 24 * HourInMinutes;

    /// <summary>In minutes, from a minute to a year; days and weeks begin at midnight, weeks on Mondays.</summary>
    private static readonly int[] Steps =
    [
        1,
        2,
        5,
        10,
        15,
        30,
        HourInMinutes,
        120,
        180,
        360,
        720,
        DayInMinutes,
        2 * DayInMinutes,
        7 * DayInMinutes,
        14 * DayInMinutes,
        28 * DayInMinutes,
        91 * DayInMinutes,
        364 * DayInMinutes,
    ];

    public static IReadOnlyList<Tick> Of(DateTimeOffset from, DateTimeOffset to, int atMost, ReportWording wording)
    {
        var step = Steps.FirstOrDefault(s => (to - from).TotalMinutes / s <= atMost, Steps[^1]);
        var ticks = new List<Tick>();
        var (day, offset) = ("", "");
        foreach (var at in Times(from, to, step, wording))
        {
            var local = Local.Of(at, wording);
            var beneath =
                day.Length == 0 ? $"{Day(at, wording)} {local.Offset}"
                : local.Day != day ? Day(at, wording)
                : local.Offset != offset ? local.Offset
                : "";
            ticks.Add(step >= DayInMinutes ? new(at, Day(at, wording), "") : new(at, local.Time, beneath));
            (day, offset) = (local.Day, local.Offset);
        }

        return ticks;
    }

    /// <summary>Offsets of Stockholm are whole hours, so that steps within an hour are the same in UTC.</summary>
    private static IEnumerable<DateTimeOffset> Times(DateTimeOffset from, DateTimeOffset to, int step, ReportWording wording)
    {
        var stride = TimeSpan.FromMinutes(Math.Min(step, HourInMinutes));
        var first = new DateTimeOffset((from.UtcTicks + stride.Ticks - 1) / stride.Ticks * stride.Ticks, TimeSpan.Zero);
        var last = -1L;
        for (var at = first; at <= to; at += stride)
        {
            // The hour that comes twice gets one mark of a step that is longer.
            var hours = step > HourInMinutes ? Local.Of(at, wording).Hours : 0;
            if (hours % Math.Max(step / HourInMinutes, 1) == 0 && (step <= HourInMinutes || hours != last))
            {
                last = hours;
                yield return at;
            }
        }
    }

    private static string Day(DateTimeOffset at, ReportWording wording) => wording.ShortDay(wording.Day(at));

    private sealed record Local(string Day, string Time, string Offset)
    {
        /// <summary>Hours since the first Monday of the calendar.</summary>
        public long Hours =>
            (DateOnly.ParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber * 24L)
            + int.Parse(Time[..2], CultureInfo.InvariantCulture);

        public static Local Of(DateTimeOffset at, ReportWording wording)
        {
            var text = wording.Time(at);
            return new(text[..10], text[11..16], text[20..]);
        }
    }
}
