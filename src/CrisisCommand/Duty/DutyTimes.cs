using System.Globalization;
using System.Text.RegularExpressions;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Duty;

/// <summary>Instants and the wall clocks of the duty organisation.</summary>
public static partial class DutyTimes
{
    /// <summary>The roster's own zone: of floating times and of whole days.</summary>
    public static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private static readonly TimeSpan LongestGap = TimeSpan.FromHours(3);

    /// <summary>
    /// The instant of a local time (RFC 5545 §3.3.5): of a time that comes twice, the first; of a time that does not come, the one that the
    /// clock would have shown had it not been put forward.
    /// </summary>
    public static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        var offset =
            zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.IsInvalidTime(local) ? zone.GetUtcOffset(local - LongestGap)
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>A zone by the TZID of a calendar: an IANA name, also behind a vendor's prefix, or one of Windows. Null: no such zone.</summary>
    public static TimeZoneInfo? Zone(string? tzid)
    {
        if (tzid is null)
        {
            return Stockholm;
        }

        var names = new[] { tzid, string.Join('/', tzid.Split('/').TakeLast(2)) };
        return names
            .Where(n => ZoneName.IsMatch(n))
            .Select(n => TimeZoneInfo.TryFindSystemTimeZoneById(n, out var zone) ? zone : null)
            .FirstOrDefault(z => z is not null);
    }

    /// <summary>Calendars know no parts of a second.</summary>
    public static DateTimeOffset WholeSecond(DateTimeOffset time) =>
        time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond)).ToUniversalTime();

    /// <summary>Local time in Stockholm with its offset, so that a night with two 02:30 stays readable.</summary>
    public static string Local(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, Stockholm).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A time of the query string; null where it is not given.</summary>
    public static DateTimeOffset? Query(HttpContext http, string name)
    {
        var text = http.Request.Query[name].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        return Rfc3339.Read(text) is { } time
            ? WholeSecond(time)
            : throw new InvalidInput((DutyRefusals.TimeInvalid with { Pointer = name }).With(name));
    }

    // What names a file of the zone database and can leave its folder by nothing.
    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+\-() ]*(\.[A-Za-z0-9_+\-() ]+)*(/[A-Za-z0-9_+\-]+){0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneName { get; }
}
