using CrisisCommand.Platform.Vocabulary;
using Ical.Net.DataTypes;

namespace CrisisCommand.Duty;

/// <summary>One of the times at which an entry comes.</summary>
/// <param name="Local">On the wall clock of the entry's zone.</param>
internal readonly record struct CalendarOccurrence(DateTime Local, DateTimeOffset Start, DateTimeOffset End);

/// <summary>When an entry comes within a window of time: by its rule and its further dates, without what is taken away.</summary>
/// <param name="blame">Told of a date that names an unknown zone, or has no end.</param>
internal sealed class CalendarOccurrences(CalendarEntry entry, DateTimeOffset from, DateTimeOffset until, Action<string, Refusal> blame)
{
    /// <summary>Up to the end of the window; what lies before it may be among them.</summary>
    public IEnumerable<CalendarOccurrence> All()
    {
        var length = entry.EndOf(entry.Start) - entry.At(entry.Start);
        var first = entry.Zone.Local(from - length).AddDays(-1);
        var last = entry.Zone.Local(until).AddDays(1);
        // DTSTART is the first of the set, whether its rule would give it or not (RFC 5545 §3.8.5.3).
        var rule = entry.Source.RecurrenceRule is null ? [] : CalendarRule.Starts(entry, first).TakeWhile(s => s < last);
        return rule.Prepend(entry.Start)
            .Select(local => new CalendarOccurrence(local, entry.At(local), entry.EndOf(local)))
            .Concat(Added())
            .DistinctBy(o => o.Start);
    }

    /// <summary>Whether an occurrence is taken away (EXDATE) or replaced (RECURRENCE-ID): by its instant, or by its day where only that is said.</summary>
    public Func<CalendarOccurrence, bool> Excepted(IEnumerable<CalendarEntry> edited)
    {
        var said = entry
            .Source.ExceptionDates.GetAllDates()
            .Select(d => (Time: d, At: At(d, "EXDATE")))
            .Concat(edited.Select(e => e.Source.RecurrenceIdentifier!.StartTime).Select(d => (Time: d, At: At(d, "RECURRENCE-ID"))))
            .Where(d => d.At is not null)
            .ToList();
        var times = said.Where(d => d.Time.HasTime).Select(d => d.At!.Value).ToHashSet();
        var days = said.Where(d => !d.Time.HasTime).Select(d => d.Time.Value.Date).ToHashSet();
        return occurrence => times.Contains(occurrence.Start) || days.Contains(occurrence.Local.Date);
    }

    private IEnumerable<CalendarOccurrence> Added()
    {
        foreach (var date in entry.Source.RecurrenceDates.GetAllDates())
        {
            if (At(date, "RDATE") is { } start)
            {
                var local = entry.Zone.Local(start);
                yield return new(local, start, entry.EndOf(local));
            }
        }

        foreach (var period in entry.Source.RecurrenceDates.GetAllPeriods())
        {
            if (At(period.StartTime, "RDATE") is { } start && EndOf(period, start) is { } end)
            {
                yield return new(entry.Zone.Local(start), start, end);
            }
        }
    }

    /// <summary>A period says itself how long it is.</summary>
    private DateTimeOffset? EndOf(Period period, DateTimeOffset start)
    {
        var end =
            period.EndTime is { } time ? At(time, "RDATE")
            : period.Duration is { } duration ? entry.EndOf(entry.Zone.Local(start), duration)
            : start;
        if (end <= start)
        {
            blame("RDATE", DutyRefusals.EndsBeforeItBegins);
        }

        return end > start ? end : null;
    }

    private DateTimeOffset? At(CalDateTime time, string property)
    {
        var at = entry.At(time);
        if (at is null)
        {
            blame(property, DutyRefusals.UnknownZone.With(time.TzId!));
        }

        return at;
    }
}
