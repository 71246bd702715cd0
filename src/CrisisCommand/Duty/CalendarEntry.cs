using CrisisCommand.Platform;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace CrisisCommand.Duty;

/// <summary>One VEVENT whose times are sound: where it begins on the wall clock of its zone, and how an occurrence of it ends.</summary>
/// <remarks>
/// An occurrence that is given by DTEND ends at the same time of day as the first one, also on a night on which the clock is changed: a
/// shift from 17:00 to 08:00 is 16 hours long then, or 14. RFC 5545 §3.8.5.3 would have it last as long as the first one; that leaves every
/// roster with an hour too little in October and an hour doubled in March, and no calendar program that people draw rosters in does so.
/// DURATION is followed to the letter: days on the wall clock, hours as they pass.
/// </remarks>
internal sealed class CalendarEntry
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;
    private const int LongestDays = 400;
    private readonly CalDateTime? _end;

    private CalendarEntry(CalendarEvent source, int index, TimeZoneInfo zone, TimeZoneInfo endZone)
    {
        (Source, Index, Zone, EndZone) = (source, index, zone, endZone);
        (Start, _end) = (source.DtStart!.Value, source.DtEnd);
    }

    public CalendarEvent Source { get; }

    /// <summary>Which VEVENT of the calendar, from 0.</summary>
    public int Index { get; }
    public TimeZoneInfo Zone { get; }

    /// <summary>On the wall clock of the zone; midnight for whole days.</summary>
    public DateTime Start { get; }
    public string Uid => Source.Uid ?? "";
    public bool WholeDays => !Source.DtStart!.HasTime;
    private TimeZoneInfo EndZone { get; }

    /// <summary>The entry, or the first fault of its times.</summary>
    public static (CalendarEntry? Entry, Refusal? Fault) Of(CalendarEvent source, int index)
    {
        if (source.DtStart is not { } start || IsLost(source, "DTEND", source.DtEnd) || IsLost(source, "DURATION", source.Duration))
        {
            return (null, DutyRefusals.TimeUnreadable);
        }

        if (FaultOfReach(source) is { } reach)
        {
            return (null, reach);
        }

        if (DutyTimes.Zone(ZoneOf(start)) is not { } zone)
        {
            return (null, DutyRefusals.UnknownZone.With(start.TzId!));
        }

        if (DutyTimes.Zone(source.DtEnd is { IsFloating: false } end ? end.TzId : ZoneOf(start)) is not { } endZone)
        {
            return (null, DutyRefusals.UnknownZone.With(source.DtEnd!.TzId!));
        }

        var entry = new CalendarEntry(source, index, zone, endZone);
        return entry.FaultOfLength() is { } fault ? (null, fault) : (entry, null);
    }

    public DateTimeOffset At(DateTime local) => DutyTimes.At(local, Zone);

    /// <summary>A time of the entry's EXDATE, RDATE or RECURRENCE-ID, on the wall clock of the entry's own zone; null: no such zone.</summary>
    public DateTime? Local(CalDateTime time) =>
        !time.HasTime || time.IsFloating || time.TzId == Source.DtStart!.TzId ? time.Value
        : DutyTimes.Zone(time.TzId) is { } zone ? TimeZoneInfo.ConvertTime(DutyTimes.At(time.Value, zone), Zone).DateTime
        : null;

    /// <summary>When the occurrence that begins then ends.</summary>
    public DateTimeOffset EndOf(DateTime local)
    {
        if (Source.Duration is { } duration)
        {
            var days = (7 * (duration.Weeks ?? 0)) + (duration.Days ?? 0);
            return At(local.AddDays(days)) + new TimeSpan(duration.Hours ?? 0, duration.Minutes ?? 0, duration.Seconds ?? 0);
        }

        return _end is null ? At(local.AddDays(1))
            : EndZone.Equals(Zone) ? At(local + (_end.Value - Start))
            : At(local) + (DutyTimes.At(_end.Value, EndZone) - At(Start));
    }

    /// <summary>A property that stands there and could not be read: the library leaves it out in silence.</summary>
    public static bool IsLost(CalendarEvent source, string property, object? read) =>
        read is null && source.Properties.ContainsKey(property);

    /// <summary>Before anything is reckoned with them: times at the edges of what .NET can hold.</summary>
    private static Refusal? FaultOfReach(CalendarEvent source)
    {
        var days = source.Duration is { } d ? Math.Abs(((d.Weeks ?? 0) * 7.0) + (d.Days ?? 0) + ((d.Hours ?? 0) / 24.0)) : 0;
        return source.DtStart!.Year < FirstYear ? DutyRefusals.StartTooEarly
            : source.DtStart.Year > LastYear || source.DtEnd?.Year is < FirstYear or > LastYear ? DutyRefusals.TimeUnreadable
            : days > LongestDays || (source.DtEnd?.Value - source.DtStart.Value)?.TotalDays > LongestDays ? DutyRefusals.TooLong
            : null;
    }

    private Refusal? FaultOfLength() =>
        Source.Duration is not null == _end is not null && !(WholeDays && _end is null && Source.Duration is null)
            ? DutyRefusals.LengthUnclear
        : _end is not null && _end.HasTime == WholeDays ? DutyRefusals.LengthUnclear
        : EndOf(Start) <= At(Start) && !IsInGap() ? DutyRefusals.EndsBeforeItBegins
        : null;

    /// <summary>Only the wall clock jumps over it: 02:15 to 02:45 on a night in March.</summary>
    private bool IsInGap() => _end is not null && EndZone.Equals(Zone) && _end.Value > Start;

    private static string? ZoneOf(CalDateTime time) => time.HasTime ? time.TzId : null;
}
