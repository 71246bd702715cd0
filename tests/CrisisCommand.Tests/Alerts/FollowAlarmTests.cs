using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
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
        Decide(After(Raised, JourAlerted, Exhausted), Alarmed).ShouldBeNothing();
    }

    [Fact]
    public void Nobody_on_duty_is_recorded_and_the_crisis_leader_is_alerted_at_once() =>
        Decide(Alert.Initial, Alarmed, Order with { OnDuty = [] })
            .ShouldBeExactly(Raised with { Path = [.. Raised.Path.Skip(1)], NobodyOnDuty = true }, VdAlerted with { Step = 1 });

    [Fact]
    public void Nobody_at_all_is_exhausted_at_once() =>
        Decide(Alert.Initial, Alarmed, new([], [])).ShouldBeExactly(new AlertRaised(Fire, [], true, Rule), Exhausted);

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
        FollowAlarm.Decide(Alert.Initial, Alarmed, Fire, Order, Rule, Dues, isStale: true).ShouldBeNothing();
        After(Raised, JourAlerted)
            .Twice(now => FollowAlarm.Decide(now, Closed, Fire, Order, Rule, Dues, isStale: true))
            .ThenNothing()
            .ShouldBeExactly(new AlertEnded(Fire, AlertEnd.Closed));
    }

    [Theory]
    [InlineData(AlertEnd.Closed)]
    [InlineData(AlertEnd.RaisedToCrisis)]
    [InlineData(AlertEnd.Cancelled)]
    [InlineData(AlertEnd.Passed)]
    public void What_is_over_ends_the_alert_once(AlertEnd why)
    {
        var incident = why switch
        {
            AlertEnd.Closed => Closed,
            AlertEnd.RaisedToCrisis => InCrisis,
            AlertEnd.Passed => Alarmed with { Passed = AlarmPassed.AllClear },
            _ => Alarmed with { Cancelled = true },
        };
        var ended = new AlertEnded(Fire, why);
        Decide(After(Raised, JourAlerted), incident).ShouldBeExactly(ended);
        Decide(After(Raised, JourAlerted, ended), incident).ShouldBeNothing();
        Decide(After(Raised, JourAlerted, Exhausted), incident).ShouldBeExactly(ended);
        Decide(After(Raised, JourAlerted, new AlertAcknowledged(Fire, Jour)), incident).ShouldBeNothing();
    }

    [Fact]
    public void What_its_sender_opens_again_is_alerted_again_with_steps_of_its_own() =>
        Decide(After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.Closed)), Alarmed)
            .ShouldBeExactly(Raised, JourAlerted with { Step = 2 });

    [Fact]
    public void What_its_sender_opens_again_is_alerted_again_also_where_somebody_had_it()
    {
        var had = After(Raised, JourAlerted, new AlertAcknowledged(Fire, Jour));
        var again = Alarmed with { ReopenedAt = Story.At(4) };
        Decide(had, again).ShouldBeExactly(Raised, JourAlerted with { Step = 2 });
        Decide(After(Raised, JourAlerted, new AlertAcknowledged(Fire, Jour), Raised, JourAlerted with { Step = 2 }), again)
            .ShouldBeNothing();
        Decide(had, Alarmed with { ReopenedAt = Story.At(2) }).ShouldBeNothing();
    }

    [Fact]
    public void An_alert_goes_on_while_what_we_verified_stands_and_a_cancel_begins_none()
    {
        var marked = Alarmed with { Verified = true, CancelledBySender = true };
        Decide(After(Raised, JourAlerted), marked).ShouldBeNothing();
        Decide(After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.Cancelled)), marked).ShouldBeNothing();
        Decide(Alert.Initial, marked).ShouldBeNothing();
    }

    [Theory]
    [InlineData(AlarmPassed.AllClear, true)]
    [InlineData(AlarmPassed.Past, true)]
    [InlineData(AlarmPassed.Expired, false)]
    public void That_the_danger_is_over_ends_an_alert_and_what_we_verified_goes_on(AlarmPassed passed, bool ends)
    {
        var said = Alarmed with { Passed = passed };
        var outcome = Decide(After(Raised, JourAlerted), said);
        (outcome.Events is [AlertEnded { Why: AlertEnd.Passed }]).ShouldBe(ends);
        Decide(After(Raised, JourAlerted), said with { Verified = true }).ShouldBeNothing();
        Decide(Alert.Initial, said).ShouldBeNothing();
    }

    [Fact]
    public void Whoever_handles_it_has_it()
    {
        var handled = Alarmed with { Handler = Vd1 };
        After(Raised, JourAlerted).Twice(now => Decide(now, handled)).ThenNothing().ShouldBeExactly(new AlertAcknowledged(Fire, Vd1));
        Decide(After(Raised, JourAlerted, Exhausted), handled).ShouldBeExactly(new AlertAcknowledged(Fire, Vd1));
        // Handled before the alarm's own message was: nobody is called.
        Decide(Alert.Initial, handled).ShouldBeExactly(Raised, new AlertAcknowledged(Fire, Vd1));
        Decide(After(Raised, JourAlerted), Closed with { Handler = Vd1 }).ShouldBeExactly(new AlertEnded(Fire, AlertEnd.Closed, Vd1));
        // It was over, and is looked at after all: that calls nobody either.
        Decide(After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.Passed)), handled).ShouldBeNothing();
    }

    [Fact]
    public void Whoever_brings_it_in_while_on_duty_has_it_and_nobody_is_told_of_their_own()
    {
        Decide(Alert.Initial, Alarmed with { RaisedBy = [Jour] })
            .ShouldBeExactly(Raised with { Path = [.. Raised.Path.Skip(1)] }, new AlertAcknowledged(Fire, Jour));
        Decide(Alert.Initial, Alarmed with { RaisedBy = [Vd] })
            .ShouldBeExactly(
                Raised with
                {
                    Path = [Raised.Path[0], Raised.Path[2]],
                },
                JourAlerted with
                {
                    Origin = Origin with { Sender = Vd },
                }
            );
    }

    [Fact]
    public void What_one_of_ours_ended_is_called_again_only_when_it_has_become_graver()
    {
        var ended = After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.ByPerson, Jour, Story.Text("Övning hos grannen")));
        Decide(ended, Alarmed).ShouldBeNothing();
        var graver = Alarmed with { Severity = Severity.Extreme };
        var origin = Origin with { Weight = AlertWeight.Extreme };
        Decide(ended, graver).ShouldBeExactly(Raised, JourAlerted with { Step = 2, Origin = origin });
    }

    private static Outcome Decide(Alert alert, Incident incident, AlertOrder? order = null) =>
        FollowAlarm.Decide(alert, incident, Fire, order ?? Order, Rule, Dues, isStale: false);
}
