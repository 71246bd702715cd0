using System.Text;
using CrisisCommand.Duty;
using CrisisCommand.Tests.Alarms;
using static CrisisCommand.Tests.Duty.DutyGiven;

namespace CrisisCommand.Tests.Duty;

/// <summary>Calendars of real programs that users stumbled over (<c>../shared/data/cases</c>), and a sibling of each.</summary>
public class RosterCasesTests
{
    private const string Evening = "DTSTART;TZID=Europe/Stockholm:20261103T170000\nDTEND;TZID=Europe/Stockholm:20261104T080000\n";

    [Theory]
    [InlineData("ical-outlook-zone/02-displayname.ics", 30, "12-01T16:00 12-02T07:00")]
    [InlineData("ical-outlook-zone/04-customized.ics", 30, "12-01T16:00 12-02T07:00")]
    [InlineData("ical-outlook-zone/11-GMT+1.ics", 30, "12-01T16:00 12-02T07:00")]
    [InlineData("ical-fold-utf8/14-fold-utf8.ics", 30, "12-01T16:00 12-02T07:00")]
    [InlineData("ical-until-dst/23-allday-sameend.ics", 30, "11-30T23:00 12-01T23:00")]
    [InlineData("ical-until-dst/32-until-dst.ics", 3, "10-29T00:30 10-29T06:30")]
    [InlineData("ics-faults-beside-the-shift/roster.ics", 1, "10-23T15:00 10-24T06:00")]
    [InlineData("ics-rdate-period-lost/roster.ics", 2, "11-01T16:00 11-02T07:00")]
    [InlineData("ics-first-shift-outside-rule/roster.ics", 3, "11-03T16:00 11-04T07:00")]
    public void A_calendar_of_the_cases_is_read(string file, int shifts, string first)
    {
        CapData.Require();
        var times = Read(CapData.Bytes("cases/" + file)).Times().ToList();

        (times.Count, times[0]).ShouldBe((shifts, first));
    }

    [Fact]
    public void A_shift_within_the_hour_that_comes_twice_is_kept()
    {
        CapData.Require();
        Read(CapData.Bytes("cases/ical-until-dst/32-until-dst.ics")).Times().Last().ShouldBe("10-31T00:30 10-31T07:30");
    }

    /// <summary>A zone two hours before Greenwich, without summer time; the same under a name that the database has for another.</summary>
    [Theory]
    [InlineData("Our Zone", "19:00")]
    [InlineData("GMT", "19:00")]
    [InlineData("Europe/Stockholm", "16:00")]
    [InlineData("W. Europe Standard Time", "16:00")]
    public void A_zone_is_what_the_file_says_where_its_name_is_none_that_everybody_knows(string tzid, string start)
    {
        const string Standard = "BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:-0200\nTZOFFSETTO:-0200\nEND:STANDARD\n";
        var entry = $"DTSTART;TZID={tzid}:20261201T170000\nDTEND;TZID={tzid}:20261202T080000";
        var shift = Read(WithZone($"BEGIN:VTIMEZONE\nTZID:{tzid}\n{Standard}END:VTIMEZONE\n", entry)).Shifts.ShouldHaveSingleItem();

        shift.Start.ToString("HH:mm", null).ShouldBe(start);
    }

    [Theory]
    [InlineData("20261024T170000", "15:00")]
    [InlineData("20261025T023000", "00:30")]
    [InlineData("20261025T170000", "16:00")]
    [InlineData("20270328T023000", "01:30")]
    [InlineData("20270328T170000", "15:00")]
    public void The_file_s_own_zone_changes_its_clocks_as_Stockholm_does(string local, string utc)
    {
        var entry = $"DTSTART;TZID=Customized:{local}\nDURATION:PT1H";
        Read(WithZone(Zone("YEARLY"), entry)).Shifts.ShouldHaveSingleItem().Start.ToString("HH:mm", null).ShouldBe(utc);
    }

    [Theory]
    [InlineData("SECONDLY")]
    [InlineData("MINUTELY")]
    [InlineData("DAILY")]
    public void A_zone_that_changes_its_clocks_all_day_is_none(string frequency) =>
        Read(WithZone(Zone(frequency), "DTSTART;TZID=Customized:20261024T170000\nDURATION:PT1H"))
            .Faults()
            .ShouldBe(["duty.unknown-zone #/VEVENT/0/DTSTART"]);

    [Theory]
    [InlineData("CREATED:00001231T000000Z")]
    [InlineData("LAST-MODIFIED:yesterday")]
    [InlineData("DTSTAMP:20261345T000000Z")]
    [InlineData("PRIORITY:high")]
    [InlineData("GEO:here")]
    [InlineData("ORGANIZER:mailto:")]
    [InlineData("ATTACH;ENCODING=BASE64;VALUE=BINARY:%%%")]
    [InlineData("DESCRIPTION:\xC3")]
    [InlineData("BEGIN:VALARM\nTRIGGER:soon\nREPEAT:often\nEND:VALARM")]
    public void What_says_nothing_of_the_shift_stops_nothing(string line) =>
        Read(Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(Calendar(Evening + line)))).Times().Count().ShouldBe(1);

    [Theory]
    [InlineData("RDATE;VALUE=PERIOD:20261110T160000Z/PT2H", "11-10T16:00 11-10T18:00")]
    [InlineData("RDATE;VALUE=PERIOD:20261110T160000Z/20261110T190000Z", "11-10T16:00 11-10T19:00")]
    [InlineData("RDATE;VALUE=PERIOD;TZID=Europe/Stockholm:20261110T160000/PT2H", "11-10T15:00 11-10T17:00")]
    [InlineData("RDATE:20271031T013000Z", "10-31T01:30 10-31T16:30")]
    public void A_further_date_is_the_instant_and_the_length_that_it_says(string line, string last) =>
        Read(Evening + line).Times().ShouldBe(["11-03T16:00 11-04T07:00", last]);

    [Theory]
    [InlineData("RDATE;VALUE=PERIOD:20261110T160000Z/PT0S", "duty.ends-before-it-begins #/VEVENT/0/RDATE")]
    [InlineData("RDATE;VALUE=PERIOD;TZID=Mars/Olympus:20261110T160000/PT2H", "duty.unknown-zone #/VEVENT/0/RDATE")]
    public void A_further_date_that_cannot_be_followed_is_refused_by_name(string line, string fault) =>
        Read(Evening + line).Faults().ShouldBe([fault]);

    [Theory]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3", "11-03 11-09 11-16")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3", "11-03 11-10 11-17")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261110", "11-03 11-09")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=1", "11-03")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20200101", "11-03")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2\nEXDATE;TZID=Europe/Stockholm:20261103T170000", "11-09")]
    public void The_first_shift_is_one_whether_the_rule_gives_it_or_not(string rule, string days) =>
        string.Join(' ', Read(Evening + rule).Times().Select(t => t[..5])).ShouldBe(days);

    [Fact]
    public void A_broken_letter_names_the_line_that_an_editor_shows()
    {
        var text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Anna \r\n Berg\r\n \xC3?\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        var fault = Read(Encoding.Latin1.GetBytes(text)).Fault.ShouldNotBeNull();

        (fault.Code, fault.Pointer).ShouldBe((DutyRefusals.CalendarUnreadable.Code, "line 6"));
    }

    private static string Zone(string frequency) =>
        "BEGIN:VTIMEZONE\nTZID:Customized\n"
        + $"BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ={frequency};BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n"
        + "BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\n"
        + "END:VTIMEZONE\n";

    private static byte[] WithZone(string zone, string entry) =>
        Encoding.UTF8.GetBytes(
            Encoding
                .UTF8.GetString(Calendar(entry))
                .Replace("BEGIN:VEVENT", zone.ReplaceLineEndings("\r\n") + "BEGIN:VEVENT", StringComparison.Ordinal)
        );
}
