using System.Collections.Immutable;
using CrisisCommand.Platform.Vocabulary;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace CrisisCommand.Duty;

/// <summary>A shift as a calendar has it: the person is still words.</summary>
/// <param name="Names">What may name the person, the likeliest first.</param>
internal sealed record DraftShift(int Entry, string Uid, ImmutableArray<string> Names, int Level, DateTimeOffset Start, DateTimeOffset End);

/// <summary>What a calendar comes to within a window of time.</summary>
/// <param name="Fault">Why it is refused as a whole.</param>
/// <param name="Faults">The entries at fault, by pointer.</param>
internal sealed record RosterReading(
    ImmutableArray<DraftShift> Shifts,
    Refusal? Fault,
    ImmutableArray<(string Pointer, Refusal Fault)> Faults
);

/// <summary>Reads iCalendar (RFC 5545) as a duty roster: standards.md §4.10.</summary>
internal sealed class RosterParser(DateTimeOffset from, DateTimeOffset until, CancellationToken token)
{
    /// <summary>More than one shift an hour for half a year.</summary>
    private const int MostShifts = 5_000;

    /// <summary>What may be looked at on the way to the shifts, some seconds' worth: a rule from long ago has to be followed to here.</summary>
    private const int MostSteps = 1_000_000;

    private readonly List<(string Pointer, Refusal Fault)> _faults = [];
    private readonly List<DraftShift> _shifts = [];
    private long _steps;

    /// <param name="token">Ends the reckoning at the next line, entry or shift.</param>
    public static RosterReading Read(
        byte[] calendar,
        DateTimeOffset from,
        DateTimeOffset until,
        CalendarBounds? bounds = null,
        CancellationToken token = default
    )
    {
        var file = CalendarFile.Read(calendar, bounds ?? new(), token);
        return file.Fault is { } fault ? new([], fault, []) : new RosterParser(from, until, token).Read(file);
    }

    private RosterReading Read(CalendarFile file)
    {
        var entries = Latest(file.Entries).Select(e => Entry(e.Event, e.Index, file.Zones)).OfType<CalendarEntry>().ToList();
        var edited = entries.Where(e => e.Source.RecurrenceIdentifier is not null).ToLookup(e => e.Uid);
        foreach (var entry in entries.Where(e => e.Source.IsActive).TakeWhile(_ => !IsTooMuch))
        {
            Follow(entry, edited[entry.Uid].Where(e => e != entry && entry.Source.RecurrenceIdentifier is null).ToList());
        }

        return new([.. _shifts.OrderBy(s => s.Start)], null, [.. _faults]);
    }

    /// <summary>Of several revisions of an entry the last; of equals all, since a shift must not get lost.</summary>
    private static IEnumerable<(CalendarEvent Event, int Index)> Latest(IReadOnlyList<CalendarEvent> events) =>
        events
            .Select((e, i) => (Event: e, Index: i))
            .GroupBy(e => (e.Event.Uid, e.Event.RecurrenceIdentifier?.StartTime.ToString()))
            .SelectMany(g => g.GroupBy(e => e.Event.Sequence).MaxBy(revision => revision.Key)!)
            .OrderBy(e => e.Index);

    private CalendarEntry? Entry(CalendarEvent source, int index, CalendarZones zones)
    {
        var (entry, fault) = CalendarEntry.Of(source, index, zones);
        // What is cancelled only has to say which occurrence it takes away, and some senders leave everything else out.
        if (entry is null && source is { IsActive: false, RecurrenceIdentifier: null })
        {
            return null;
        }

        var rule = entry is null ? null : CalendarRule.FaultOf(entry, from);
        var (refused, property) =
            fault is not null ? (fault, Property(fault, source, zones))
            : rule is not null ? (rule, rule == DutyRefusals.StartTooEarly ? "DTSTART" : "RRULE")
            : source.RecurrenceIdentifier?.Range == RecurrenceRange.ThisAndFuture ? (DutyRefusals.RangeUnsupported, "RECURRENCE-ID")
            : CalendarEntry.IsLost(source, "RECURRENCE-ID", source.RecurrenceIdentifier) ? (DutyRefusals.TimeUnreadable, "RECURRENCE-ID")
            : (null, "");
        if (refused is not null)
        {
            Blame(index, source.Uid, property, refused);
        }

        return refused is null ? entry : null;
    }

    private static string Property(Refusal fault, CalendarEvent source, CalendarZones zones) =>
        fault == DutyRefusals.StartTooEarly ? "DTSTART"
        : fault == DutyRefusals.TimeUnreadable || fault.Code == DutyRefusals.UnknownZone.Code
            ? source.DtStart is null || zones.Of(source.DtStart.TzId) is null ? "DTSTART"
                : "DTEND"
        : "DTEND";

    private bool IsTooMuch => _steps > MostSteps || _shifts.Count > MostShifts;

    private void Follow(CalendarEntry entry, IReadOnlyList<CalendarEntry> edited)
    {
        _steps += CalendarRule.Cost(entry, until) + edited.Count;
        var occurrences = new CalendarOccurrences(entry, from, until, (property, fault) => Blame(entry.Index, entry.Uid, property, fault));
        try
        {
            var except = IsTooMuch ? _ => true : occurrences.Excepted(edited);
            foreach (var occurrence in (IsTooMuch ? [] : occurrences.All()).TakeWhile(_ => ++_steps > 0 && !IsTooMuch))
            {
                token.ThrowIfCancellationRequested();
                var (_, start, end) = occurrence;
                // Nothing is left of 02:15 to 02:45 on the night on which the clock jumps from 02:00 to 03:00.
                if (start < end && end > from && start < until && !except(occurrence))
                {
                    _shifts.Add(new(entry.Index, entry.Uid, NamesOf(entry.Source), LevelOf(entry.Source), start, end));
                }
            }
        }
        catch (Exception never) when (never is EvaluationException or ArgumentException or InvalidOperationException or OverflowException)
        {
            Blame(entry.Index, entry.Uid, "RRULE", DutyRefusals.RuleNeverComes);
        }

        if (IsTooMuch)
        {
            Blame(entry.Index, entry.Uid, "RRULE", DutyRefusals.TooMany.As("rule").With($"{MostShifts}"));
        }
    }

    private void Blame(int index, string? uid, string property, Refusal fault) =>
        _faults.Add((Pointer(index, property), Named(fault, uid)));

    internal static string Pointer(int index, string property) => $"#/VEVENT/{index}/{property}";

    /// <summary>The fault with the entry's UID as its first argument.</summary>
    internal static Refusal Named(Refusal fault, string? uid) => fault with { Arguments = fault.Arguments.Insert(0, uid ?? "–") };

    private static int LevelOf(CalendarEvent source) => RosterNames.Level(source.Summary);

    private static ImmutableArray<string> NamesOf(CalendarEvent source) => RosterNames.Of(source);
}
