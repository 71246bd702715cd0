using System.Text;
using CrisisCommand.Duty;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Tests.Alarms;
using static CrisisCommand.Tests.Duty.DutyGiven;

namespace CrisisCommand.Tests.Duty;

/// <summary>Calendars that would keep a machine busy are refused by name before they are read; those of real rosters are not.</summary>
public class CalendarBoundsTests
{
    private const string Shift = "DTSTART:20261023T170000Z\nDTEND:20261024T080000Z\n";
    private static readonly CalendarBounds Usual = new();
    private static readonly CalendarBounds Off = new()
    {
        Lines = int.MaxValue,
        LineOctets = int.MaxValue,
        RuleOctets = int.MaxValue,
        Entries = int.MaxValue,
        Components = int.MaxValue,
        Depth = int.MaxValue,
        Dates = int.MaxValue,
    };

    private static string Text(string entry) => Encoding.UTF8.GetString(Calendar(entry));

    private static string Repeated(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    private static string Dates(string property, int number, string between) =>
        $"{property}:"
        + string.Join(between, Enumerable.Range(0, number).Select(i => $"{new DateTime(2026, 1, 1).AddHours(i):yyyyMMddTHHmmssZ}"));

    public static TheoryData<string, string, string> Hostile() =>
        new()
        {
            { "dates", Shift + Dates("RDATE", 180_000, "\nRDATE:"), "line 10009" },
            { "dates", Shift + Dates("EXDATE", 180_000, "\nEXDATE:"), "line 10009" },
            { "dates", Shift + Dates("RDATE", 180_000, ",\n "), "line 10008" },
            { "dates", Shift + Dates("rdate;VALUE=DATE-TIME", 180_000, "\nRdate:"), "line 10009" },
            { "line", Shift + Dates("X-NOTE", 20_000, ","), "line 9" },
            { "line", Shift + "DESCRIPTION:" + Repeated("0123456789\n ", 30_000), "line 25007" },
            { "rule", Shift + "RRULE:FREQ=DAILY;BYMONTHDAY=1" + Repeated(",1", 30_000), "line 9" },
            { "rule", Shift + "RRULE:FREQ=DAILY;BYSECOND=0" + Repeated("\n ,1", 30_000), "line 1246" },
            { "components", Shift + Repeated("BEGIN:VALARM\nEND:VALARM\n", 30_000), "line 40005" },
            { "depth", Shift + Repeated("BEGIN:VTIMEZONE\n", 50_000), "line 15" },
            { "lines", Repeated("X:1\n", 200_000) + Shift, "line 150001" },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_no_roster_is_is_refused_by_name_with_its_line(string bound, string entry, string line)
    {
        var fault = Read(entry).Fault.ShouldNotBeNull();
        (fault.Wording, fault.Pointer).ShouldBe(($"duty.beyond-bounds.{bound}", line));
    }

    [Fact]
    public void More_entries_than_shifts_are_refused_before_they_are_read() =>
        Read([.. Enumerable.Repeat(Shift, 5_001)]).Fault!.Pointer!.ShouldStartWith("line ");

    /// <summary>What ends a line for the library must end it for the measure, or a flood passes as one line.</summary>
    [Fact]
    public void Lines_that_end_otherwise_are_counted_alike() =>
        Read(Encoding.UTF8.GetBytes(Text(Shift + Dates("RDATE", 20_000, "\rRDATE:")).Replace("\r\n", "\r")))
            .Fault!.Wording.ShouldBe("duty.beyond-bounds.dates");

    /// <summary>The measure reads octets: what is written in another encoding must not be read in that afterwards.</summary>
    [Fact]
    public void Another_encoding_is_no_way_around()
    {
        var text = Text(Shift + Dates("RDATE", 20_000, "\nRDATE:"));
        Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]).Fault!.Code.ShouldBe("duty.calendar-unreadable");
        Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]).Fault!.Wording.ShouldBe("duty.beyond-bounds.dates");
        Read([.. Encoding.UTF8.Preamble, .. Calendar(Shift)]).Fault.ShouldBeNull();
    }

    /// <summary>The control: with the bounds off the same calendar is still reckoned with when it is told to stop, and then it stops.</summary>
    [Fact]
    public void Without_the_bounds_it_goes_on_until_it_is_told_to_stop()
    {
        var calendar = Calendar(Shift + Dates("RDATE", 180_000, "\nRDATE:"));
        Usual.FaultOf(calendar).ShouldNotBeNull();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
        Should.Throw<OperationCanceledException>(() =>
            RosterParser.Read(calendar, Utc("2026-01-01T00:00:00Z"), Utc("2028-01-01T00:00:00Z"), Off, stop.Token)
        );
    }

    [Fact]
    public void Each_part_of_the_reckoning_stops_when_it_is_told_to()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Should.Throw<OperationCanceledException>(() =>
            RosterParser.Read(Calendar(Shift), Utc("2026-01-01T00:00:00Z"), Utc("2028-01-01T00:00:00Z"), Off, stopped.Token)
        );
    }

    /// <summary>Within every bound: what costs much by being looked through again and again is counted, and ended.</summary>
    [Fact]
    public void Rules_of_long_lists_cost_what_they_are_long()
    {
        var rule = Shift + "RRULE:FREQ=DAILY;BYMONTHDAY=1" + Repeated(",1", 1_200);
        Read([.. Enumerable.Repeat(rule, 1_500)]).Faults().ShouldHaveSingleItem().ShouldStartWith("duty.too-many #/VEVENT/");
    }

    [Fact]
    public void Edits_of_one_entry_cost_what_they_are_many()
    {
        var edit = "UID:same\n" + Shift + "RECURRENCE-ID:20261023T170000Z";
        var master = "UID:same\n" + Shift;
        Read([.. Enumerable.Range(0, 5_000).Select(i => i % 2 == 0 ? edit : master)])
            .Faults()
            .ShouldHaveSingleItem()
            .ShouldStartWith("duty.too-many #/VEVENT/");
    }

    /// <summary>Two years of three layers by the day, each shift written out, with a reminder and an exception for each day of a rule.</summary>
    [Fact]
    public void A_large_honest_roster_is_read_whole()
    {
        var days = Enumerable.Range(0, 730).Select(d => new DateTime(2026, 1, 1).AddDays(d)).ToList();
        var shifts = days.SelectMany(d =>
            Enumerable
                .Range(0, 3)
                .Select(l =>
                    $"UID:{l}-{d:yyyyMMdd}\nSUMMARY:[L{l}] anna\nDTSTART;TZID=Europe/Stockholm:{d:yyyyMMdd}T170000\n"
                    + $"DTEND;TZID=Europe/Stockholm:{d.AddDays(1):yyyyMMdd}T080000\nDESCRIPTION:{new string('x', 200)}\n"
                    + "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nDESCRIPTION:jour\nEND:VALARM"
                )
        );
        var except = string.Join('\n', days.Where((_, i) => i % 2 == 0).Select(d => $"EXDATE:{d:yyyyMMdd}T060000Z"));
        var rule = $"UID:rule\nSUMMARY:bo\nDTSTART:20260101T060000Z\nDTEND:20260101T070000Z\nRRULE:FREQ=DAILY\n{except}";
        var reading = Read([.. shifts, rule]);
        (reading.Fault, reading.Faults.Length).ShouldBe((null, 0));
        reading.Shifts.Length.ShouldBeInRange((3 * 730) + 364, (3 * 730) + 367);
    }

    [Fact]
    public void Every_calendar_of_others_is_within_the_bounds()
    {
        CapData.Require();
        foreach (var file in Directory.GetFiles(CapData.Folder!, "*.ics", SearchOption.AllDirectories))
        {
            Usual.FaultOf(File.ReadAllBytes(file)).ShouldBeNull(file);
        }
    }
}
