using CrisisCommand.Alerts;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Alerts.AlertGiven;

namespace CrisisCommand.Tests.Alerts;

public class EscalateAlertTests
{
    [Fact]
    public void As_shipped_whoever_is_alerted_has_three_minutes() => new AlertOptions().AnswerWithin.ShouldBe(TimeSpan.FromMinutes(3));

    [Fact]
    public void Silence_goes_down_the_path_to_its_end_each_step_once()
    {
        var alert = After(Raised, JourAlerted);
        alert.Twice(now => EscalateAlert.Decide(now, Alarmed, 1, Order, Dues)).ThenNothing().ShouldBeExactly(JourSilent, VdAlerted);

        alert = After(Raised, JourAlerted, JourSilent, VdAlerted);
        Due1(alert, 1).ShouldBeNothing();
        Due1(alert, 2).ShouldBeExactly(VdSilent, Vd1Alerted);

        alert = After(Raised, JourAlerted, JourSilent, VdAlerted, VdSilent, Vd1Alerted);
        Due1(alert, 3).ShouldBeExactly(Vd1Silent, Exhausted);

        alert = After(Raised, JourAlerted, JourSilent, VdAlerted, VdSilent, Vd1Alerted, Vd1Silent, Exhausted);
        Due1(alert, 3).ShouldBeNothing();
        alert.Status.ShouldBe(AlertStatus.Exhausted);
        alert.Alerted.Select(a => a.SilentSince).ShouldBe([Story.At(3), Story.At(5), Story.At(7)]);
    }

    /// <summary>The shift changed while the first had time: the one on duty now is asked, before anybody is woken.</summary>
    [Fact]
    public void Each_step_asks_who_is_on_duty_then()
    {
        var later = new AlertOrder([Night], [Vd, Vd1]);
        var nightAlerted = new OnCallAlerted(Fire, Night, AlertRole.OnCallManager, 2, Due, Origin);
        var alert = After(Raised, JourAlerted);
        alert.Twice(now => EscalateAlert.Decide(now, Alarmed, 1, later, Dues)).ThenNothing().ShouldBeExactly(JourSilent, nightAlerted);

        var asked = After(Raised, JourAlerted, JourSilent, nightAlerted);
        EscalateAlert
            .Decide(asked, Alarmed, 2, later, Dues)
            .ShouldBeExactly(new AlertUnanswered(Fire, Night, 2), VdAlerted with { Step = 3 });
        // Whoever was silent is not asked again in the same round, also where they come back on duty.
        EscalateAlert.Decide(asked, Alarmed, 2, Order, Dues).Events[1].ShouldBe(VdAlerted with { Step = 3 });
        EscalateAlert.Decide(asked, Alarmed, 2, new([], []), Dues).Events[1].ShouldBe(Exhausted);
    }

    [Fact]
    public void A_new_round_asks_everybody_again()
    {
        var again = After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.Closed), Raised, JourAlerted with { Step = 2 });
        Due1(again, 2).ShouldBeExactly(JourSilent with { Step = 2 }, VdAlerted with { Step = 3 });
    }

    [Fact]
    public void An_acknowledgement_stops_it() => Due1(After(Raised, JourAlerted, new AlertAcknowledged(Fire, Jour)), 1).ShouldBeNothing();

    [Fact]
    public void So_does_an_incident_that_has_just_become_a_crisis_or_was_closed()
    {
        EscalateAlert
            .Decide(After(Raised, JourAlerted), InCrisis, 1, Order, Dues)
            .ShouldBeExactly(new AlertEnded(Fire, AlertEnd.RaisedToCrisis));
        After(Raised, JourAlerted)
            .Twice(now => EscalateAlert.Decide(now, Closed, 1, Order, Dues))
            .ThenNothing()
            .ShouldBeExactly(new AlertEnded(Fire, AlertEnd.Closed));
        Due1(After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.Closed)), 1).ShouldBeNothing();
    }

    [Fact]
    public void The_timer_of_an_earlier_round_has_no_say_in_the_next() =>
        Due1(After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.Closed), Raised, JourAlerted with { Step = 2 }), 1).ShouldBeNothing();

    private static Outcome Due1(Alert alert, int step) => EscalateAlert.Decide(alert, Alarmed, step, Order, Dues);
}
