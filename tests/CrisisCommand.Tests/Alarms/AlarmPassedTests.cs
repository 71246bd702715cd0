using CrisisCommand.Alarms;
using CrisisCommand.Incidents;
using static CrisisCommand.Tests.Alarms.AlarmGiven;

namespace CrisisCommand.Tests.Alarms;

/// <summary>Messages that ask nobody to act any more, and messages that name theirs wrongly.</summary>
public class AlarmPassedTests
{
    private readonly AlarmGiven _given = new();

    [Theory]
    [InlineData(AlarmPassed.Expired)]
    [InlineData(AlarmPassed.Past)]
    [InlineData(AlarmPassed.AllClear)]
    public void What_has_passed_when_it_comes_is_logged_and_raises_nothing(AlarmPassed passed)
    {
        var taken = _given.Receive(Passed(Message("a"), passed));

        taken.Placements.ShouldHaveSingleItem().Actionable.ShouldBeFalse();
        _given.Incident("a").ShouldSatisfyAllConditions(i => i.Open.ShouldBeFalse(), i => i.Passed.ShouldBe(passed));
        _given.Receive(Passed(Message("a"), passed)).Placements[0].Repeated.ShouldBeTrue();
    }

    [Theory]
    [InlineData(AlarmPassed.Expired)]
    [InlineData(AlarmPassed.Past)]
    [InlineData(AlarmPassed.AllClear)]
    public void An_update_that_has_passed_is_told_and_leaves_the_incident_open(AlarmPassed passed)
    {
        _given.Receive(Message("a"));

        var taken = _given.Receive(Passed(Update("b", 1, "a"), passed));

        taken.Happened[0].Events.ShouldHaveSingleItem().ShouldBeOfType<AlarmUpdated>();
        taken.Placements[0].Actionable.ShouldBeFalse();
        _given.Incident("a").ShouldSatisfyAllConditions(i => i.Open.ShouldBeTrue(), i => i.Passed.ShouldBe(passed));
    }

    [Fact]
    public void Danger_that_comes_back_is_danger()
    {
        _given.Receive(Message("a"));
        _given.Receive(Passed(Update("b", 1, "a"), AlarmPassed.AllClear));

        var taken = _given.Receive(Update("c", 2, "a"));

        taken.Placements[0].Actionable.ShouldBeTrue();
        _given.Incident("a").Passed.ShouldBeNull();
    }

    [Fact]
    public void An_all_clear_that_comes_late_takes_nothing_back_that_was_said_since()
    {
        _given.Receive(Message("a"));
        _given.Receive(Update("c", 2, "a"));

        _given.Receive(Passed(Update("b", 1, "a"), AlarmPassed.AllClear));

        _given.Incident("a").Passed.ShouldBeNull();
    }

    [Fact]
    public void An_all_clear_opens_nothing_that_was_cancelled_or_closed()
    {
        _given.Receive(Message("a"));
        _given.Receive(Cancel("b", 1, "a"));
        _given.Receive(Passed(Update("c", 2, "a"), AlarmPassed.AllClear));
        _given.Incident("a").Open.ShouldBeFalse();

        _given.Receive(Message("x"));
        _given.Happened(Own("x"), new IncidentClosed(Story.Text("Klart")));
        _given.Receive(Passed(Update("y", 2, "x"), AlarmPassed.AllClear));
        _given.Incident("x").Open.ShouldBeFalse();
    }

    [Theory]
    [InlineData(AlarmAct.Update)]
    [InlineData(AlarmAct.Cancel)]
    public void Where_the_time_of_a_reference_is_wrong_sender_and_identifier_find_the_alarm(AlarmAct act)
    {
        _given.Receive(Message("a"));

        var taken = Tracing(Message("b", act, 1, "other-time") with { Loosely = [Alarm("a").Name] });

        taken.Placements[0].Incidents.ShouldBe([Own("a")]);
        taken.Placements[0].Alarm.Deviations.Select(d => d.Code.Value).ShouldBe(["reference-time-differs"]);
        _given.Incident("a").Open.ShouldBe(act == AlarmAct.Update);
    }

    [Fact]
    public void Where_no_reference_finds_it_the_event_that_it_is_about_does()
    {
        _given.Receive(About(Message("a"), "SRVMA1"));

        var taken = Tracing(About(Cancel("b", 1, ""), "SRVMA1"));

        taken.Placements[0].Incidents.ShouldBe([Own("a")]);
        taken.Placements[0].Alarm.Deviations.Select(d => d.Code.Value).ShouldBe(["found-by-incidents"]);
        _given.Incident("a").Open.ShouldBeFalse();
    }

    [Fact]
    public void A_right_reference_is_not_looked_past_and_another_event_finds_nothing()
    {
        _given.Receive(About(Message("a"), "E1"));
        _given.Receive(About(Message("c"), "E1"));

        Tracing(About(Cancel("b", 1, "a"), "E1")).Placements[0].Incidents.ShouldBe([Own("a")]);
        Tracing(About(Cancel("d", 1, ""), "E2")).Placements[0].Incidents.ShouldBe([Own("d")]);
        _given.Incident("c").Open.ShouldBeTrue();
    }

    [Fact]
    public void A_cancel_of_an_event_with_several_alarms_takes_none_of_them_back_and_says_so()
    {
        _given.Receive(About(Message("a"), "STORM"));
        _given.Receive(About(Message("b"), "STORM"));

        var taken = Tracing(About(Cancel("c", 1, ""), "STORM"));

        taken.Placements[0].Incidents.ShouldBe([Own("c")]);
        taken.Placements[0].Alarm.Deviations.Select(d => d.Code.Value).ShouldBe(["incidents-name-several"]);
        _given.Incident("a").Open.ShouldBeTrue();
        _given.Incident("b").Open.ShouldBeTrue();
    }

    [Fact]
    public void An_update_about_an_event_with_several_alarms_is_told_in_each()
    {
        _given.Receive(About(Message("a"), "STORM"));
        _given.Receive(About(Message("b"), "STORM"));

        Tracing(About(Update("c", 1, ""), "STORM")).Placements[0].Incidents.ShouldBe([Own("a"), Own("b")], ignoreOrder: true);
    }

    [Fact]
    public void Whoever_has_looked_since_knows_better_than_a_message_that_it_was_over()
    {
        _given.Receive(Message("a"));
        _given.Receive(Passed(Update("b", 1, "a"), AlarmPassed.AllClear));

        _given.Happened(Own("a"), new IncidentVerified(Story.Text("Det brinner")));

        _given.Incident("a").Passed.ShouldBeNull();
    }

    [Fact]
    public void Another_sender_finds_nothing_by_the_same_names()
    {
        _given.Receive(About(Message("a"), "E1"));
        var stranger = new ReceiveAlarms([About(Cancel("b", 1, ""), "E1")], Raw, new("sensor")) { Traced = [Own("a")] };

        _given.Receive(stranger).Placements[0].Incidents.ShouldBe([Own("b")]);

        _given.Incident("a").Open.ShouldBeTrue();
    }

    /// <summary>As the intake does: with every incident there is, as if it went by those names.</summary>
    private Reception Tracing(IncomingAlarm message) =>
        _given.Receive(new ReceiveAlarms([message], Raw, new("tib")) { Traced = [.. _given.Incidents] });

    private static IncomingAlarm Passed(IncomingAlarm message, AlarmPassed passed) =>
        message with
        {
            Alarm = message.Alarm with { Passed = passed },
        };

    private static IncomingAlarm About(IncomingAlarm message, string what) =>
        message with
        {
            Alarm = message.Alarm with { About = [CrisisCommand.Incidents.Alarm.EventOf(message.Alarm.Sender.Value, what)] },
        };
}
