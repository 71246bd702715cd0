using CrisisCommand.Platform.Vocabulary;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace CrisisCommand.Duty;

/// <summary>
/// When an entry comes again. The library follows the rule on the wall clock alone, without zones; which instants those are is said in one
/// place, the entry's zone. What would keep it busy for long is refused before it is tried.
/// </summary>
internal static class CalendarRule
{
    /// <summary>Days looked at without one that the rule wants: more than the 2,921 around 1900 that have no 29 February.</summary>
    private const int LongestDrought = 3_000;
    private const int MostTimesADay = 24;
    private const int Handful = 16;
    private static readonly TimeSpan Earliest = TimeSpan.FromDays(50 * 365.25);

    /// <summary>Null where the rule can be followed.</summary>
    public static Refusal? FaultOf(CalendarEntry entry, DateTimeOffset from)
    {
        var properties = entry.Source.Properties;
        if (properties.AllOf("RRULE").Count() > 1 || properties.ContainsKey("EXRULE"))
        {
            return DutyRefusals.RuleBroken;
        }

        if (entry.Source.RecurrenceRule is not { } rule)
        {
            return properties.ContainsKey("RRULE") ? DutyRefusals.RuleBroken : null;
        }

        return rule.Interval < 1 || rule.Count < 1 ? DutyRefusals.RuleBroken
            : rule.Frequency < FrequencyType.Hourly || TimesADay(rule) > MostTimesADay ? DutyRefusals.RuleTooFine
            : entry.At(entry.Start) < from - Earliest ? DutyRefusals.StartTooEarly
            : null;
    }

    /// <summary>
    /// How often the library has to turn before it is at the end of the window, and what it looks through at each turn: what a rule costs,
    /// whether it gives anything or not.
    /// </summary>
    public static long Cost(CalendarEntry entry, DateTimeOffset until) =>
        entry.Source.RecurrenceRule is { } rule
            ? Looks(rule) * (long)Math.Max(1, (until - entry.At(entry.Start)).TotalDays / (Unit(rule.Frequency).TotalDays * rule.Interval))
            : 1;

    /// <summary>
    /// The wall-clock starts of an entry that has a rule, in order and without end where the rule has none. A DTSTART that the rule would not
    /// give is not among them, and is the first of those that COUNT counts.
    /// </summary>
    public static IEnumerable<DateTime> Starts(CalendarEntry entry, DateTime from)
    {
        var rule = new RecurrencePattern(entry.Source.RecurrenceRule!.ToString()!);
        var until = rule.Until;
        rule.Until = Beyond(entry, until);
        var series = new CalendarEvent { DtStart = Floating(entry, entry.Start), RecurrenceRule = rule };
        // A rule that counts is counted from its beginning, so that what is passed over on the way is counted by whoever asks.
        var start = rule.Count is null ? Floating(entry, from) : null;
        var drought = rule.Frequency == FrequencyType.Hourly ? LongestDrought * 24 : LongestDrought;
        var starts = series
            .GetOccurrences(start, new EvaluationOptions { MaxUnmatchedIncrementsLimit = drought })
            .Select(o => o.Period.StartTime.Value);
        return Counted(starts, entry.Start, rule.Count).Where(local => !IsPast(entry, local, until));
    }

    private static IEnumerable<DateTime> Counted(IEnumerable<DateTime> starts, DateTime first, int? count)
    {
        var (left, isFirst) = (count ?? int.MaxValue, true);
        foreach (var start in starts)
        {
            left -= isFirst && start != first && count is not null ? 2 : 1;
            if (left < 0)
            {
                yield break;
            }

            isFirst = false;
            yield return start;
        }
    }

    /// <summary>Whether a start lies after UNTIL, as instants. A bare date with timed shifts means all of that day, as its senders do.</summary>
    private static bool IsPast(CalendarEntry entry, DateTime local, CalDateTime? until) =>
        until is not null
        && (
            !until.HasTime ? local.Date > until.Value
            : until.IsUtc ? entry.At(local).UtcDateTime > until.Value
            : local > until.Value
        );

    /// <summary>Where the library may stop: on no wall clock is it later than a day after UNTIL.</summary>
    private static CalDateTime? Beyond(CalendarEntry entry, CalDateTime? until) =>
        until is null || until.Year >= DateTime.MaxValue.Year ? null : Floating(entry, until.Value.AddDays(1));

    private static CalDateTime Floating(CalendarEntry entry, DateTime local) =>
        new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), tzId: null, hasTime: !entry.WholeDays);

    private static TimeSpan Unit(FrequencyType frequency) =>
        frequency switch
        {
            FrequencyType.Hourly => TimeSpan.FromHours(1),
            FrequencyType.Daily => TimeSpan.FromDays(1),
            FrequencyType.Weekly => TimeSpan.FromDays(7),
            FrequencyType.Monthly => TimeSpan.FromDays(28),
            _ => TimeSpan.FromDays(365),
        };

    private static int TimesADay(RecurrenceRule rule) => Some(rule.ByHour) * Some(rule.ByMinute) * Some(rule.BySecond);

    /// <summary>A handful is nothing to speak of.</summary>
    private static long Looks(RecurrenceRule rule) =>
        1
        + new[] { rule.ByMonth, rule.ByWeekNo, rule.ByYearDay, rule.ByMonthDay, rule.BySetPosition }
            .Concat([rule.ByHour, rule.ByMinute, rule.BySecond])
            .Sum(listed => (long)listed.Count / Handful)
        + (rule.ByDay.Count / Handful);

    private static int Some(List<int> listed) => Math.Max(listed.Count, 1);
}
