using System.Collections.Immutable;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace CrisisCommand.Duty;

/// <summary>
/// What the TZID of a calendar means (RFC 5545 §3.2.19): the zone that the file describes under that name. Where the name is a place of the
/// IANA database or one of Windows, that is what it means: senders cut their descriptions short, and copy them for years.
/// </summary>
internal sealed class CalendarZones(IEnumerable<VTimeZone> described, CancellationToken token)
{
    /// <summary>Before that nobody asks what time it was: a rule may begin half a century before the roster.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private readonly Dictionary<string, VTimeZone> _described = described
        .Where(z => z.TzId is not null)
        .GroupBy(z => Plain(z.TzId!))
        .ToDictionary(g => g.Key, g => g.First());

    private readonly Dictionary<string, CalendarZone?> _known = [];

    /// <summary>Null: neither the file nor the databases know it. Without a name it is the roster's own zone.</summary>
    public CalendarZone? Of(string? tzid)
    {
        if (tzid is null)
        {
            return new KnownZone(DutyTimes.Stockholm);
        }

        if (!_known.TryGetValue(tzid, out var zone))
        {
            var known = DutyTimes.Zone(tzid) is { } info ? new KnownZone(info) : null;
            zone = known is not null && IsUnmistakable(tzid) ? known : (CalendarZone?)Described(tzid) ?? known;
            _known[tzid] = zone;
        }

        return zone;
    }

    /// <summary>"GMT" and "EST" mean one thing in the database and another on many a desk.</summary>
    private static bool IsUnmistakable(string tzid) => tzid == "UTC" || tzid.Contains('/') || tzid.Contains(' ');

    /// <summary>As a text TZID has its commas escaped, as a parameter it does not.</summary>
    private static string Plain(string tzid) => tzid.Replace(@"\", "", StringComparison.Ordinal).Trim('"', ' ');

    private OwnZone? Described(string tzid)
    {
        if (!_described.TryGetValue(Plain(tzid), out var zone))
        {
            return null;
        }

        try
        {
            var changes = zone.Children.OfType<VTimeZoneInfo>().SelectMany(Changes).OrderBy(c => c.At).ToImmutableArray();
            return changes.IsEmpty ? null : new(changes);
        }
        catch (Exception never) when (never is EvaluationException or ArgumentException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    private IEnumerable<ClockChange> Changes(VTimeZoneInfo observed)
    {
        if (observed is not { Start: { } start, OffsetFrom.Offset: var from, OffsetTo.Offset: var to })
        {
            throw new ArgumentException(observed.Name);
        }

        foreach (
            var local in observed
                .RecurrenceDates.GetAllDates()
                .Select(d => d.Value)
                .Prepend(start.Value)
                .Concat(Rule(observed, start, from))
        )
        {
            token.ThrowIfCancellationRequested();
            if (local.Year is >= FirstYear and <= LastYear || local == start.Value)
            {
                yield return new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified) - from, from, to);
            }
        }
    }

    private static IEnumerable<DateTime> Rule(VTimeZoneInfo observed, CalDateTime start, TimeSpan from)
    {
        if (observed.RecurrenceRule is null)
        {
            return [];
        }

        var rule = new RecurrencePattern(observed.RecurrenceRule.ToString()!);
        if (rule.Frequency != FrequencyType.Yearly)
        {
            throw new ArgumentException(observed.Name);
        }

        var until = rule.Until;
        rule.Until = null;
        return new CalendarEvent { DtStart = new(start.Value, tzId: null, hasTime: true), RecurrenceRule = rule }
            .GetOccurrences(null, new EvaluationOptions { MaxUnmatchedIncrementsLimit = 400 })
            .Select(o => o.Period.StartTime.Value)
            .TakeWhile(local => local.Year <= LastYear && (until is null || (until.IsUtc ? local - from : local) <= until.Value));
    }
}
