using System.Text;
using CrisisCommand.Duty;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.Duty;

/// <summary>Rosters and calendars as tests write them down.</summary>
internal static class DutyGiven
{
    public static readonly RosterLayer Layer = RosterLayer.OnCallManager;
    public static readonly PersonId Anna = new("anna");
    public static readonly PersonId Bo = new("bo");
    public static readonly PersonId Cia = new("cia");
    public static readonly CalendarDigest Digest = new("d1");

    /// <summary>A day of October 2026 at an hour, UTC.</summary>
    public static DateTimeOffset Oct(int day, int hour) => new(2026, 10, day, hour, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    public static Shift OnDuty(PersonId person, DateTimeOffset start, DateTimeOffset end, int level = 0) => new(person, start, end, level);

    public static RosterAdopted Adopted(DateTimeOffset from, DateTimeOffset until, params Shift[] shifts) =>
        new(Layer, Story.Id(1), Digest, from, until, [.. shifts]);

    public static DutyRoster Roster(params IDomainEvent[] events) => Story.State<DutyRoster>(events);

    /// <summary>Anna from the 1st to the 3rd, then Bo to the 5th; in force from the 1st.</summary>
    public static readonly RosterAdopted AnnaThenBo = Adopted(
        Oct(1, 8),
        Oct(31, 0),
        OnDuty(Anna, Oct(1, 8), Oct(2, 8)),
        OnDuty(Anna, Oct(2, 8), Oct(3, 8)),
        OnDuty(Bo, Oct(3, 8), Oct(4, 8)),
        OnDuty(Bo, Oct(4, 8), Oct(5, 8))
    );

    /// <summary>A calendar of entries, each the lines between BEGIN and END; UID and SUMMARY are there unless an entry gives them.</summary>
    public static byte[] Calendar(params string[] entries)
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//SV\r\n");
        foreach (var (entry, n) in entries.Select((e, i) => (e, i)))
        {
            text.Append("BEGIN:VEVENT\r\n");
            text.Append(entry.Contains("UID:", StringComparison.Ordinal) ? "" : $"UID:shift-{n}\r\n");
            text.Append(entry.Contains("SUMMARY", StringComparison.Ordinal) ? "" : "SUMMARY:anna\r\n");
            text.Append(entry.ReplaceLineEndings("\r\n").Trim()).Append("\r\nEND:VEVENT\r\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("END:VCALENDAR\r\n").ToString());
    }

    /// <summary>Read from 2026 to the end of 2027.</summary>
    internal static RosterReading Read(params string[] entries) => Read(Calendar(entries));

    internal static RosterReading Read(byte[] calendar) =>
        RosterParser.Read(calendar, Utc("2026-01-01T00:00:00Z"), Utc("2028-01-01T00:00:00Z"));

    /// <summary>Start and end of every shift, UTC, as <c>10-24T15:00 10-25T07:00</c>.</summary>
    internal static IEnumerable<string> Times(this RosterReading reading)
    {
        reading.Fault.ShouldBeNull();
        reading.Faults.ShouldBeEmpty();
        return reading.Shifts.Select(s =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{s.Start:MM-dd'T'HH:mm} {s.End:MM-dd'T'HH:mm}")
        );
    }

    /// <summary>Codes and places of the faults.</summary>
    internal static IEnumerable<string> Faults(this RosterReading reading) => reading.Faults.Select(f => $"{f.Fault.Code} {f.Pointer}");
}
