using CrisisCommand.Duty;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Tests.Alarms;
using static CrisisCommand.Tests.Duty.DutyGiven;

namespace CrisisCommand.Tests.Duty;

/// <summary>On-call calendars as others keep them.</summary>
public class RosterFilesTests
{
    [Fact]
    public void A_rule_in_another_zone_is_followed_there()
    {
        var shifts = Shifts("grafana-oncall_calendar_with_recurring_event.ics", "2021-01-24T00:00:00Z", "2021-01-28T00:00:00Z");
        shifts.ShouldBe([
            "01-24T08:00 01-24T17:00 Bernard Desruisseaux",
            "01-25T08:00 01-25T17:00 Bernard Desruisseaux",
            "01-26T08:00 01-26T17:00 Bernard Desruisseaux",
            "01-27T08:00 01-27T17:00 Bernard Desruisseaux",
        ]);
    }

    [Fact]
    public void An_edited_occurrence_is_another_persons() =>
        Shifts("grafana-oncall_calendar_with_edited_recurring_events.ics", "2021-01-26T00:00:00Z", "2021-01-29T00:00:00Z")
            .ShouldBe([
                "01-26T08:00 01-26T17:00 Bernard Desruisseaux",
                "01-27T08:00 01-27T17:00 Bob",
                "01-28T08:00 01-28T17:00 Bernard Desruisseaux",
            ]);

    [Fact]
    public void Whole_days_are_days_in_Stockholm() =>
        Shifts("grafana-oncall_calendar_with_all_day_event.ics", "2021-01-27T00:00:00Z", "2021-01-28T00:00:00Z")
            .ShouldBe(["01-26T23:00 01-27T23:00 Alex", "01-26T23:00 01-28T23:00 Alice", "01-27T08:00 01-27T17:00 Bob"]);

    /// <summary>Its RECURRENCE-ID names no occurrence there is: a shift beside the rule's.</summary>
    [Fact]
    public void An_edit_of_no_occurrence_is_a_shift_of_its_own() =>
        Shifts("grafana-oncall_modified_recurring_event.ics", "2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z")
            .ShouldBe(["07-16T22:00 07-24T22:00 user", "07-17T08:00 07-24T08:00 user"]);

    private static IEnumerable<string> Shifts(string file, string from, string until)
    {
        CapData.Require();
        var reading = RosterParser.Read(CapData.Bytes("ical/" + file), Utc(from), Utc(until));
        return reading.Times().Zip(reading.Shifts, (times, shift) => $"{times} {shift.Names[0]}");
    }
}
