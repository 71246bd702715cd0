using System.Text;
using CrisisCommand.Duty;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Duty.DutyGiven;

namespace CrisisCommand.Tests.Duty;

/// <summary>Calendars that are refused, with what is wrong and where.</summary>
public class RosterFaultsTests
{
    private const string Sound = "DTSTART:20261023T170000Z\nDTEND:20261024T080000Z\n";

    [Theory]
    [InlineData("DTSTART:20261023T170000Z", "duty.length-unclear #/VEVENT/1/DTEND")]
    [InlineData(Sound + "DURATION:PT1H", "duty.length-unclear #/VEVENT/1/DTEND")]
    [InlineData("DTSTART;VALUE=DATE:20261023\nDTEND:20261024T080000Z", "duty.length-unclear #/VEVENT/1/DTEND")]
    [InlineData("DTEND:20261024T080000Z", "duty.time-unreadable #/VEVENT/1/DTSTART")]
    [InlineData("DTSTART:yesterday\nDTEND:20261024T080000Z", "duty.time-unreadable #/VEVENT/1/DTSTART")]
    [InlineData("DTSTART:20261023T170000Z\nDTEND:tomorrow", "duty.time-unreadable #/VEVENT/1/DTEND")]
    [InlineData("DTSTART:20261024T170000Z\nDTEND:20261024T080000Z", "duty.ends-before-it-begins #/VEVENT/1/DTEND")]
    [InlineData("DTSTART:20261024T170000Z\nDTEND:20261024T170000Z", "duty.ends-before-it-begins #/VEVENT/1/DTEND")]
    [InlineData("DTSTART:20261024T170000Z\nDURATION:-PT1H", "duty.ends-before-it-begins #/VEVENT/1/DTEND")]
    [InlineData("DTSTART;VALUE=DATE:20261024\nDTEND;VALUE=DATE:20261023", "duty.ends-before-it-begins #/VEVENT/1/DTEND")]
    [InlineData("DTSTART;TZID=Mars/Olympus:20261023T170000\nDTEND:20261024T080000", "duty.unknown-zone #/VEVENT/1/DTSTART")]
    [InlineData("DTSTART:20261023T170000Z\nDTEND;TZID=../../etc/passwd:20261024T080000", "duty.unknown-zone #/VEVENT/1/DTEND")]
    [InlineData(Sound + "RRULE:FREQ=SECONDLY", "duty.rule-too-fine #/VEVENT/1/RRULE")]
    [InlineData(Sound + "RRULE:FREQ=MINUTELY;INTERVAL=1440", "duty.rule-too-fine #/VEVENT/1/RRULE")]
    [InlineData(Sound + "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5;BYMINUTE=0,10,20,30,40", "duty.rule-too-fine #/VEVENT/1/RRULE")]
    [InlineData(Sound + "RRULE:FREQ=HOURLY", "duty.too-many #/VEVENT/1/RRULE")]
    [InlineData(Sound + "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "duty.rule-never-comes #/VEVENT/1/RRULE")]
    [InlineData(Sound + "RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY", "duty.rule-broken #/VEVENT/1/RRULE")]
    [InlineData(Sound + "RRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY", "duty.rule-broken #/VEVENT/1/RRULE")]
    [InlineData("DTSTART:00010101T000000Z\nDTEND:00010101T080000Z\nRRULE:FREQ=HOURLY", "duty.start-too-early #/VEVENT/1/DTSTART")]
    [InlineData("DTSTART:00010101T000000\nDTEND:00010101T080000", "duty.start-too-early #/VEVENT/1/DTSTART")]
    [InlineData(
        "DTSTART;TZID=Europe/Stockholm:20260101T000000\nDTEND;TZID=Europe/Stockholm:99991231T235959",
        "duty.time-unreadable #/VEVENT/1/DTEND"
    )]
    [InlineData("DTSTART:20260101T000000Z\nDURATION:P9999999D", "duty.too-long #/VEVENT/1/DTEND")]
    [InlineData("DTSTART:20260101T000000Z\nDTEND:20280101T000000Z", "duty.too-long #/VEVENT/1/DTEND")]
    [InlineData(Sound + "RRULE:FREQ=DAILY;UNTIL=99991231T235959Z;INTERVAL=2000000000", null)]
    [InlineData(Sound + "RRULE:FREQ=DAILY;UNTIL=00010101T000000Z", null)]
    [InlineData(Sound + "RRULE:FREQ=WEEKLY;UNTIL=99991231", null)]
    [InlineData(Sound + "EXDATE:00010101T000000Z", null)]
    [InlineData(Sound + "RDATE:99991231T235959Z", null)]
    [InlineData("DTSTART:20261023T170000\nDTEND:20261024T080000\nRRULE:FREQ=DAILY;COUNT=2\nRDATE:00010101T000000", null)]
    [InlineData(Sound + "RECURRENCE-ID;RANGE=THISANDFUTURE:20261023T170000Z", "duty.range-unsupported #/VEVENT/1/RECURRENCE-ID")]
    [InlineData(Sound + "RRULE:FREQ=DAILY\nEXDATE;TZID=Mars/Olympus:20261024T170000", "duty.unknown-zone #/VEVENT/1/EXDATE")]
    public void An_entry_at_fault_is_named_with_its_property(string entry, string? fault)
    {
        var reading = Read("UID:sound\n" + Sound, "UID:faulty\n" + entry);
        reading.Fault.ShouldBeNull();
        if (fault is null)
        {
            // At the edges of what can be reckoned with: whatever it comes to, it is told and not thrown.
            return;
        }

        reading.Faults().ShouldBe([fault]);
        reading.Faults[0].Fault.Arguments[0].ShouldBe("faulty");
    }

    [Fact]
    public void Every_fault_is_told_at_once() =>
        Read(Sound + "RRULE:FREQ=SECONDLY", Sound, "DTEND:20261024T080000Z")
            .Faults()
            .ShouldBe(["duty.rule-too-fine #/VEVENT/0/RRULE", "duty.time-unreadable #/VEVENT/2/DTSTART"]);

    [Theory]
    [InlineData("", 0)]
    [InlineData("hej\r\n", 1)]
    [InlineData("{\"a\": 1}", 1)]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n", 4)]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261345T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", 3)]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nno colon here\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", 3)]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VTODO\r\nEND:VCALENDAR\r\n", 3)]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=SOMETIMES\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", 3)]
    public void What_is_no_calendar_is_refused_with_the_line_at_which_reading_stopped(string text, int line)
    {
        var fault = Read(Encoding.UTF8.GetBytes(text)).Fault.ShouldNotBeNull();
        (fault.Code, fault.Pointer).ShouldBe((DutyRefusals.CalendarUnreadable.Code, $"line {line}"));
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_no_calendar() =>
        Read([.. Calendar(Sound), 0xFF, 0xFE, 0xC3]).Fault!.Code.ShouldBe(DutyRefusals.CalendarUnreadable.Code);

    [Fact]
    public void A_calendar_without_shifts_is_empty()
    {
        Read(Calendar()).Fault.ShouldBe(DutyRefusals.CalendarEmpty);
        Read(Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:a\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"))
            .Fault.ShouldBe(DutyRefusals.CalendarEmpty);
    }

    [Fact]
    public void Too_many_entries_are_no_roster() =>
        Read([.. Enumerable.Repeat(Sound, 5_001)]).Fault!.Code.ShouldBe(DutyRefusals.TooMany.Code);

    /// <summary>Each within the bounds, all of them together not.</summary>
    [Fact]
    public void Many_rules_that_come_to_nothing_are_ended()
    {
        var entries = Enumerable
            .Range(0, 200)
            .Select(i => $"UID:r{i}\nDTSTART:19800101T000000Z\nDTEND:19800101T010000Z\nRRULE:FREQ=HOURLY;COUNT=200000");
        Read([.. entries]).Faults().ShouldHaveSingleItem().ShouldStartWith("duty.too-many #/VEVENT/");
    }

    [Fact]
    public void Overlapping_shifts_are_no_fault() => Read(Sound, Sound + "SUMMARY:bo").Times().Count().ShouldBe(2);

    [Theory]
    [InlineData("SUMMARY:anna", "anna", 0)]
    [InlineData("SUMMARY:[L1] anna@bostad.example", "anna@bostad.example", 1)]
    [InlineData("SUMMARY: [l2]  @anna ", "anna", 2)]
    [InlineData("SUMMARY:Anna Berg", "Anna Berg", 0)]
    [InlineData("SUMMARY:Jour\nATTENDEE;CN=Anna:mailto:anna@bostad.example", "Jour,anna@bostad.example", 0)]
    [InlineData("SUMMARY:", "", 0)]
    public void Summary_names_the_person_and_the_level(string lines, string names, int level)
    {
        var shift = Read(Sound + lines).Shifts.ShouldHaveSingleItem();
        (string.Join(',', shift.Names), shift.Level).ShouldBe((names, level));
    }

    [Fact]
    public void Persons_are_known_by_id_address_or_name_and_strangers_are_named_once()
    {
        var persons = new Dictionary<string, PersonId>
        {
            ["anna"] = Anna,
            ["bo@bostad.example"] = Bo,
            ["cia ek"] = Cia,
        };
        var reading = Read(
            Sound,
            Sound + "SUMMARY:[L1] Bo@Bostad.Example",
            "DTSTART:20261023T170000Z\nDTEND:20261024T080000Z\nRRULE:FREQ=DAILY;COUNT=3\nUID:x\nSUMMARY:Zlatan",
            Sound + "SUMMARY:Jour\nATTENDEE:mailto:Bo@bostad.example",
            Sound + "SUMMARY:CIA EK"
        );
        var (shifts, strangers) = RosterIntake.Known(reading.Shifts, persons);
        shifts.Select(s => s.Person).Distinct().ShouldBe([Anna, Bo, Cia], ignoreOrder: true);
        strangers.ShouldHaveSingleItem().Pointer.ShouldBe("#/VEVENT/2/SUMMARY");
        strangers[0].Fault.ShouldBe(DutyRefusals.UnknownPerson.With("x"));
    }
}
