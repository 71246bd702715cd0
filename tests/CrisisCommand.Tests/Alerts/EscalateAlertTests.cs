using CrisisCommand.Alerts;
using CrisisCommand.Platform;
using static CrisisCommand.Tests.Alerts.AlertGiven;

namespace CrisisCommand.Tests.Alerts;

public class EscalateAlertTests
{
    [Fact]
    public void Silence_goes_down_the_path_to_its_end_each_step_once()
    {
        var alert = After(Raised, JourAlerted);
        Due1(alert, 1).ShouldBeExactly(JourSilent, VdAlerted);

        alert = After(Raised, JourAlerted, JourSilent, VdAlerted);
        Due1(alert, 1).ShouldBeNothing();
        Due1(alert, 2).ShouldBeExactly(VdSilent, Vd1Alerted);

        alert = After(Raised, JourAlerted, JourSilent, VdAlerted, VdSilent, Vd1Alerted);
        Due1(alert, 3).ShouldBeExactly(Vd1Silent, new AlertExhausted(Fire));

        alert = After(Raised, JourAlerted, JourSilent, VdAlerted, VdSilent, Vd1Alerted, Vd1Silent, new AlertExhausted(Fire));
        Due1(alert, 3).ShouldBeNothing();
        alert.Status.ShouldBe(AlertStatus.Exhausted);
        alert.Alerted.Select(a => a.SilentSince).ShouldBe([Story.At(3), Story.At(5), Story.At(7)]);
    }

    [Fact]
    public void An_acknowledgement_stops_it() => Due1(After(Raised, JourAlerted, new AlertAcknowledged(Fire, Jour)), 1).ShouldBeNothing();

    [Fact]
    public void So_does_an_incident_that_has_just_become_a_crisis_or_was_closed()
    {
        EscalateAlert.Decide(After(Raised, JourAlerted), InCrisis, 1, Due).ShouldBeExactly(new AlertEnded(Fire, AlertEnd.RaisedToCrisis));
        EscalateAlert.Decide(After(Raised, JourAlerted), Closed, 1, Due).ShouldBeExactly(new AlertEnded(Fire, AlertEnd.Closed));
        Due1(After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.Closed)), 1).ShouldBeNothing();
    }

    [Fact]
    public void The_timer_of_an_earlier_round_has_no_say_in_the_next() =>
        Due1(After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.Closed), Raised, JourAlerted with { Step = 2 }), 1).ShouldBeNothing();

    private static Outcome Due1(Alert alert, int step) => EscalateAlert.Decide(alert, Alarmed, step, Due);
}
