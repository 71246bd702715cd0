using System.Globalization;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Pages.Frame;

/// <summary>Times as people say them, by the clocks of Stockholm.</summary>
public static class PageTimes
{
    /// <summary>The time of day; with the day where that is not today.</summary>
    public static string Moment(this PageContext page, DateTimeOffset time)
    {
        var (local, now) = (Local(time), Local(page.Now));
        return local.Date == now.Date
            ? page.Clock(time)
            : $"{local.ToString(local.Year == now.Year ? "ddd d MMM" : "d MMM yyyy", page.Words.Culture)} {page.Clock(time)}";
    }

    /// <summary>The day, in full.</summary>
    public static string Day(this PageContext page, DateTimeOffset time) => Local(time).ToString("d MMMM yyyy", page.Words.Culture);

    public static string Day(this PageContext page, DateOnly day) => day.ToString("d MMMM yyyy", page.Words.Culture);

    /// <summary>
    /// As a field of text takes it (<see cref="FormFields.LocalTime"/> reads it back): the browser's own field shows it in the browser's
    /// language, and a call at night is no time for AM and PM.
    /// </summary>
    public static string Field(DateTimeOffset time) => Local(time).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static DateTime Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Words.Stockholm).DateTime;
}
