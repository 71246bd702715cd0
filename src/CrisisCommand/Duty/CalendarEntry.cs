using CrisisCommand.Platform.Vocabulary;
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

    private readonly CalendarZones _zones;

    private CalendarEntry(CalendarEvent source, int index, CalendarZones zones, CalendarZone zone, CalendarZone endZone)
    {
        (Source, Index, _zones, Zone, EndZone) = (source, index, zones, zone, endZone);
        Start = source.DtStart!.Value;
        // A whole day that ends on the day on which it begins is that day, as the programs mean it that write so.
        _end = source is { DtStart.HasTime: false, DtEnd: { HasTime: false } end } && end.Value == Start ? null : source.DtEnd;
    }

    public CalendarEvent Source { get; }

    /// <summary>Which VEVENT of the calendar, from 0.</summary>
    public int Index { get; }
    public CalendarZone Zone { get; }

    /// <summary>On the wall clock of the zone; midnight for whole days.</summary>
    public DateTime Start { get; }
    public string Uid => Source.Uid ?? "";
    public bool WholeDays => !Source.DtStart!.HasTime;
    private CalendarZone EndZone { get; }

    /// <summary>The entry, or the first fault of its times.</summary>
    public static (CalendarEntry? Entry, Refusal? Fault) Of(CalendarEvent source, int index, CalendarZones zones)
    {
        if (source.DtStart is not { } start || IsLost(source, "DTEND", source.DtEnd) || IsLost(source, "DURATION", source.Duration))
        {
            return (null, DutyRefusals.TimeUnreadable);
        }

        if (FaultOfReach(source) is { } reach)
        {
            return (null, reach);
        }

        if (zones.Of(ZoneOf(start)) is not { } zone)
        {
            return (null, DutyRefusals.UnknownZone.With(start.TzId!));
        }

        if (zones.Of(source.DtEnd is { IsFloating: false } end ? end.TzId : ZoneOf(start)) is not { } endZone)
        {
            return (null, DutyRefusals.UnknownZone.With(source.DtEnd!.TzId!));
        }

        var entry = new CalendarEntry(source, index, zones, zone, endZone);
        return entry.FaultOfLength() is { } fault ? (null, fault) : (entry, null);
    }

    public DateTimeOffset At(DateTime local) => Zone.At(local);

    /// <summary>A time of the entry's EXDATE, RDATE or RECURRENCE-ID; null: no such zone.</summary>
    public DateTimeOffset? At(CalDateTime time) =>
        !time.HasTime || time.IsFloating || time.TzId == Source.DtStart!.TzId ? At(time.Value) : _zones.Of(time.TzId)?.At(time.Value);

    /// <summary>When the occurrence that begins then ends.</summary>
    public DateTimeOffset EndOf(DateTime local) =>
        Source.Duration is { } duration ? EndOf(local, duration)
        : _end is null ? At(local.AddDays(1))
        : EndZone == Zone ? At(local + (_end.Value - Start))
        : At(local) + (EndZone.At(_end.Value) - At(Start));

    public DateTimeOffset EndOf(DateTime local, Duration duration) =>
        At(local.AddDays(Days(duration))) + new TimeSpan(duration.Hours ?? 0, duration.Minutes ?? 0, duration.Seconds ?? 0);

    private static int Days(Duration duration) => (7 * (duration.Weeks ?? 0)) + (duration.Days ?? 0);

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
    private bool IsInGap() => _end is not null && EndZone == Zone && _end.Value > Start;

    private static string? ZoneOf(CalDateTime time) => time.HasTime ? time.TzId : null;
}
