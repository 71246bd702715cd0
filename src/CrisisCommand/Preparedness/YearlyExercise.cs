namespace CrisisCommand.Preparedness;

/// <summary>The organisation exercises at least once a year (domain.md). Counted in days of Stockholm's calendar.</summary>
/// <param name="DueOn">The day on which the next one is due; today where there never was one.</param>
/// <param name="Days">Until then; below zero where it is overdue.</param>
public sealed record YearlyExercise(DateOnly DueOn, int Days)
{
    /// <summary>How many days after one exercise the next is due.</summary>
    public const int Year = 365;

    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static YearlyExercise After(DateTimeOffset? last, DateTimeOffset now)
    {
        var (today, due) = (DayOf(now), last is { } ended ? DayOf(ended).AddDays(Year) : DayOf(now));
        return new(due, due.DayNumber - today.DayNumber);
    }

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Stockholm).DateTime);
}
