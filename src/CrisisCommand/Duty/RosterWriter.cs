using CrisisCommand.Platform.Vocabulary;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CrisisCommand.Duty;

/// <summary>A roster as iCalendar, swaps and all: an entry for each shift, in UTC, so that adopting it again gives the same shifts.</summary>
internal static class RosterWriter
{
    private const string Product = "-//CrisisCommand//Duty roster//SV";

    public static string Write(DutyRoster roster, IReadOnlyDictionary<PersonId, string> names)
    {
        var calendar = new Calendar { ProductId = Product, Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", roster.Layer.Value);
        calendar.AddProperty("X-WR-TIMEZONE", DutyTimes.Stockholm.Id);
        foreach (var shift in roster.Shifts.Where(s => s.End > roster.From))
        {
            calendar.Events.Add(Entry(roster, shift, names.GetValueOrDefault(shift.Person)));
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Entry(DutyRoster roster, Shift shift, string? name) =>
        new()
        {
            Uid = $"{Ids.Named($"shift/{roster.Layer}/{shift.Person}/{shift.Level}/{shift.Start:O}/{shift.End:O}")}@crisiscommand",
            DtStamp = Utc(roster.AdoptedAt),
            DtStart = Utc(shift.Start),
            DtEnd = Utc(shift.End),
            Summary = shift.Level > 0 ? $"[L{shift.Level}] {shift.Person}" : shift.Person.Value,
            Description = name,
        };

    private static CalDateTime Utc(DateTimeOffset time) => new(time.UtcDateTime, CalDateTime.UtcTzId);
}
