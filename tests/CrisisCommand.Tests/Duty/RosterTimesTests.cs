using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Duty.DutyGiven;

namespace CrisisCommand.Tests.Duty;

/// <summary>When a shift of a calendar begins and ends: standards.md §4.10, and the nights on which the clock is changed.</summary>
public class RosterTimesTests
{
    [Fact]
    public void A_daily_shift_keeps_its_time_of_day_over_the_night_in_October() =>
        Read("DTSTART;TZID=Europe/Stockholm:20261023T170000\nDTEND;TZID=Europe/Stockholm:20261024T080000\nRRULE:FREQ=DAILY;COUNT=4")
            .Times()
            .ShouldBe(["10-23T15:00 10-24T06:00", "10-24T15:00 10-25T07:00", "10-25T16:00 10-26T07:00", "10-26T16:00 10-27T07:00"]);

    [Theory]
    [InlineData("DTSTART;TZID=Europe/Stockholm:20261024T170000\nDTEND;TZID=Europe/Stockholm:20261025T080000", 16)]
    [InlineData("DTSTART;TZID=Europe/Stockholm:20270327T170000\nDTEND;TZID=Europe/Stockholm:20270328T080000", 14)]
    [InlineData("DTSTART:20261024T170000\nDTEND:20261025T080000", 16)]
    [InlineData("DTSTART;TZID=W. Europe Standard Time:20261024T170000\nDTEND;TZID=W. Europe Standard Time:20261025T080000", 16)]
    [InlineData("DTSTART;TZID=/vendor.example/Europe/Stockholm:20261024T170000\nDTEND:20261025T080000", 16)]
    [InlineData("DTSTART;VALUE=DATE:20261025\nDTEND;VALUE=DATE:20261026", 25)]
    [InlineData("DTSTART;VALUE=DATE:20270328", 23)]
    [InlineData("DTSTART:20261024T150000Z\nDTEND:20261025T060000Z", 15)]
    [InlineData("DTSTART;TZID=Europe/Stockholm:20261024T170000\nDURATION:PT15H", 15)]
    [InlineData("DTSTART;TZID=Europe/Stockholm:20261024T170000\nDURATION:P1D", 25)]
    [InlineData("DTSTART;TZID=Europe/Stockholm:20261024T170000\nDURATION:P1DT1H", 26)]
    [InlineData("DTSTART;TZID=Europe/Stockholm:20261024T170000\nDTEND;TZID=Europe/Helsinki:20261025T080000", 15)]
    public void A_shift_over_a_night_with_a_change_of_clock_lasts_what_passes(string entry, int hours)
    {
        var shift = Read(entry).Shifts.ShouldHaveSingleItem();
        (shift.End - shift.Start).TotalHours.ShouldBe(hours);
    }

    [Fact]
    public void A_whole_day_is_from_midnight_to_midnight_in_Stockholm() =>
        Read("DTSTART;VALUE=DATE:20261024\nDTEND;VALUE=DATE:20261026").Times().ShouldBe(["10-23T22:00 10-25T23:00"]);

    [Fact]
    public void A_time_that_comes_twice_is_the_first_of_them() =>
        Read("DTSTART;TZID=Europe/Stockholm:20261025T023000\nDTEND;TZID=Europe/Stockholm:20261025T080000")
            .Times()
            .ShouldBe(["10-25T00:30 10-25T07:00"]);

    [Fact]
    public void A_time_that_does_not_come_is_told_by_the_clock_before_it_was_put_forward() =>
        Read("DTSTART;TZID=Europe/Stockholm:20270328T023000\nDTEND;TZID=Europe/Stockholm:20270328T080000")
            .Times()
            .ShouldBe(["03-28T01:30 03-28T06:00"]);

    [Fact]
    public void A_shift_that_the_clock_jumps_over_is_left_out_of_that_night_alone() =>
        Read("DTSTART;TZID=Europe/Stockholm:20270327T021500\nDTEND;TZID=Europe/Stockholm:20270327T030000\nRRULE:FREQ=DAILY;COUNT=3")
            .Times()
            .ShouldBe(["03-27T01:15 03-27T02:00", "03-29T00:15 03-29T01:00"]);

    [Fact]
    public void Shifts_that_meet_at_a_time_of_day_meet_on_every_night()
    {
        var shifts = Read(
            "DTSTART;TZID=Europe/Stockholm:20260101T023000\nDTEND;TZID=Europe/Stockholm:20260101T143000\nRRULE:FREQ=DAILY",
            "DTSTART;TZID=Europe/Stockholm:20260101T143000\nDTEND;TZID=Europe/Stockholm:20260102T023000\nRRULE:FREQ=DAILY"
        ).Shifts;
        shifts.Length.ShouldBeGreaterThan(1400);
        shifts.Zip(shifts.Skip(1)).ShouldAllBe(pair => pair.First.End == pair.Second.Start);
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20261025T160000Z", 3)]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20261025T155959Z", 2)]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20261025T170000", 3)]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20261025", 3)]
    [InlineData("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=3", 3)]
    [InlineData("RRULE:FREQ=DAILY;COUNT=4\nEXDATE;TZID=Europe/Stockholm:20261025T170000", 3)]
    [InlineData("RRULE:FREQ=DAILY;COUNT=4\nEXDATE:20261025T160000Z,20261026T160000Z", 2)]
    [InlineData("RRULE:FREQ=DAILY;COUNT=4\nEXDATE;VALUE=DATE:20261025", 3)]
    [InlineData("RDATE;TZID=Europe/Stockholm:20261101T170000,20261108T170000", 3)]
    [InlineData("STATUS:CANCELLED\nRRULE:FREQ=DAILY", 0)]
    public void Rules_and_their_exceptions_are_followed(string rule, int shifts) =>
        Read("DTSTART;TZID=Europe/Stockholm:20261023T170000\nDTEND;TZID=Europe/Stockholm:20261024T080000\n" + rule)
            .Times()
            .Count()
            .ShouldBe(shifts);

    [Fact]
    public void A_rule_without_end_is_followed_to_the_horizon_and_from_the_beginning_of_the_window()
    {
        var shifts = Read(
            "DTSTART;TZID=Europe/Stockholm:20200101T170000\nDTEND;TZID=Europe/Stockholm:20200102T080000\nRRULE:FREQ=DAILY"
        ).Shifts;
        shifts[0].Start.ShouldBe(Utc("2025-12-31T16:00:00Z"));
        shifts[^1].Start.ShouldBe(Utc("2027-12-31T16:00:00Z"));
        shifts.Length.ShouldBe(731);
    }

    [Theory]
    [InlineData("RECURRENCE-ID;TZID=Europe/Stockholm:20261024T170000")]
    [InlineData("RECURRENCE-ID:20261024T150000Z")]
    [InlineData("RECURRENCE-ID;VALUE=DATE:20261024")]
    public void An_edited_occurrence_stands_for_the_one_of_the_rule(string id) =>
        Read(
                "UID:a\nDTSTART;TZID=Europe/Stockholm:20261023T170000\nDTEND;TZID=Europe/Stockholm:20261024T080000\nRRULE:FREQ=DAILY;COUNT=3",
                $"UID:a\n{id}\nDTSTART;TZID=Europe/Stockholm:20261024T200000\nDTEND;TZID=Europe/Stockholm:20261025T060000\nSUMMARY:bo"
            )
            .Times()
            .ShouldBe(["10-23T15:00 10-24T06:00", "10-24T18:00 10-25T05:00", "10-25T16:00 10-26T07:00"]);

    [Fact]
    public void A_cancelled_occurrence_is_taken_away() =>
        Read(
                "UID:a\nDTSTART;TZID=Europe/Stockholm:20261023T170000\nDTEND;TZID=Europe/Stockholm:20261024T080000\nRRULE:FREQ=DAILY;COUNT=3",
                "UID:a\nRECURRENCE-ID;TZID=Europe/Stockholm:20261024T170000\nDTSTART;TZID=Europe/Stockholm:20261024T170000\n"
                    + "DTEND;TZID=Europe/Stockholm:20261025T080000\nSTATUS:CANCELLED"
            )
            .Times()
            .ShouldBe(["10-23T15:00 10-24T06:00", "10-25T16:00 10-26T07:00"]);

    [Fact]
    public void The_last_revision_counts_and_of_equals_all() =>
        Read(
                "UID:a\nSEQUENCE:2\nDTSTART:20261023T170000Z\nDTEND:20261023T180000Z",
                "UID:a\nSEQUENCE:1\nDTSTART:20261023T110000Z\nDTEND:20261023T120000Z",
                "UID:a\nSEQUENCE:2\nDTSTART:20261024T170000Z\nDTEND:20261024T180000Z"
            )
            .Times()
            .ShouldBe(["10-23T17:00 10-23T18:00", "10-24T17:00 10-24T18:00"]);
}
