using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using static CrisisCommand.Tests.Alerts.AlertGiven;

namespace CrisisCommand.Tests.Alerts;

public class FollowAlarmTests
{
    [Fact]
    public void An_alarm_alerts_the_on_call_manager_once()
    {
        Decide(Alert.Initial, Alarmed).ShouldBeExactly(Raised, JourAlerted);
        Decide(After(Raised, JourAlerted), Alarmed).ShouldBeNothing();
        Decide(After(Raised, JourAlerted, new AlertAcknowledged(Fire, Jour)), Alarmed).ShouldBeNothing();
        Decide(After(Raised, JourAlerted, new AlertExhausted(Fire)), Alarmed).ShouldBeNothing();
    }

    [Fact]
    public void Nobody_on_duty_is_recorded_and_the_crisis_leader_is_alerted_at_once() =>
        Decide(Alert.Initial, Alarmed, Order with { OnDuty = [] })
            .ShouldBeExactly(Raised with { Path = [.. Raised.Path.Skip(1)], NobodyOnDuty = true }, VdAlerted with { Step = 1 });

    [Fact]
    public void Nobody_at_all_is_exhausted_at_once() =>
        Decide(Alert.Initial, Alarmed, new([], [])).ShouldBeExactly(new AlertRaised(Fire, [], true), new AlertExhausted(Fire));

    [Fact]
    public void A_person_stands_on_the_path_once() =>
        new AlertOrder([Vd1, Jour], [Vd, Vd1])
            .Path.Select(s => $"{s.Person} {s.Role}")
            .ShouldBe(["vd-1 OnCallManager", "jour OnCallManager", "vd CrisisLeader"]);

    [Fact]
    public void What_our_own_people_report_what_is_logged_only_and_what_is_over_alerts_nobody()
    {
        Decide(Alert.Initial, Alarmed with { Alarms = [] }).ShouldBeNothing();
        Decide(Alert.Initial, Alarmed with { Actionable = false }).ShouldBeNothing();
        Decide(Alert.Initial, Closed).ShouldBeNothing();
        Decide(Alert.Initial, InCrisis).ShouldBeNothing();
    }

    [Fact]
    public void A_message_held_up_for_days_wakes_nobody_and_still_ends_an_alert()
    {
        FollowAlarm.Decide(Alert.Initial, Alarmed, Fire, Order, Due, isStale: true).ShouldBeNothing();
        FollowAlarm
            .Decide(After(Raised, JourAlerted), Closed, Fire, Order, Due, isStale: true)
            .ShouldBeExactly(new AlertEnded(Fire, AlertEnd.Closed));
    }

    [Theory]
    [InlineData(AlertEnd.Closed)]
    [InlineData(AlertEnd.RaisedToCrisis)]
    [InlineData(AlertEnd.Cancelled)]
    public void What_is_over_ends_the_alert_once(AlertEnd why)
    {
        var incident = why switch
        {
            AlertEnd.Closed => Closed,
            AlertEnd.RaisedToCrisis => InCrisis,
            _ => Alarmed with { Cancelled = true },
        };
        var ended = new AlertEnded(Fire, why);
        Decide(After(Raised, JourAlerted), incident).ShouldBeExactly(ended);
        Decide(After(Raised, JourAlerted, ended), incident).ShouldBeNothing();
        Decide(After(Raised, JourAlerted, new AlertExhausted(Fire)), incident).ShouldBeExactly(ended);
        Decide(After(Raised, JourAlerted, new AlertAcknowledged(Fire, Jour)), incident).ShouldBeNothing();
    }

    [Fact]
    public void What_its_sender_opens_again_is_alerted_again_with_steps_of_its_own() =>
        Decide(After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.Closed)), Alarmed)
            .ShouldBeExactly(Raised, JourAlerted with { Step = 2 });

    private static Outcome Decide(Alert alert, Incident incident, AlertOrder? order = null) =>
        FollowAlarm.Decide(alert, incident, Fire, order ?? Order, Due, isStale: false);
}
