using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Alerts.AlertGiven;

namespace CrisisCommand.Tests.Alerts;

/// <summary>What nobody on its path has taken does not end in silence.</summary>
public class RepeatAlertTests
{
    private static readonly PersonId Operator = new("operator");
    private static readonly PersonId Documentation = new("documentation");
    private static readonly IDomainEvent[] ToTheEnd =
    [
        Raised,
        JourAlerted,
        JourSilent,
        VdAlerted,
        VdSilent,
        Vd1Alerted,
        Vd1Silent,
        Exhausted,
    ];
    private static readonly OnCallAlerted OperatorAlerted = new(Fire, Operator, AlertRole.Operator, 4, Due, Origin);
    private static readonly OnCallAlerted MemberAlerted = new(Fire, Documentation, AlertRole.Member, 5, Due, Origin);

    [Fact]
    public void As_shipped_the_path_is_gone_through_again_after_five_minutes() =>
        new AlertOptions().RepeatAlertAfter.ShouldBe(TimeSpan.FromMinutes(5));

    [Fact]
    public void The_operators_are_rung_and_then_all_of_the_KLO_each_once_a_round()
    {
        After(ToTheEnd)
            .Twice(now => WidenAlert.Decide(now, Alarmed, AlertCircle.Operators, [Operator], Due))
            .ThenNothing()
            .ShouldBeExactly(OperatorAlerted);
        After([.. ToTheEnd, OperatorAlerted])
            .Twice(now => Widen(now, AlertCircle.Klo, Vd, Vd1, Operator, Documentation))
            .ThenNothing()
            .ShouldBeExactly(MemberAlerted);
        Widen(After(ToTheEnd), AlertCircle.Operators, Tib).ShouldBeNothing();
        Widen(After(Raised, JourAlerted), AlertCircle.Klo, Documentation).ShouldBeNothing();
    }

    [Fact]
    public void The_path_begins_again_once_at_its_time_and_stays_untaken_meanwhile()
    {
        var again = JourAlerted with { Step = 6 };
        var alert = After([.. ToTheEnd, OperatorAlerted, MemberAlerted]);
        alert
            .Twice(now => RepeatAlert.Decide(now, Alarmed, 8, Order, Dues))
            .ThenNothing()
            .ShouldBeExactly(new AlertRepeated(Fire, 2, false), again);
        Repeat(alert, 7).ShouldBeNothing();

        alert = After([.. ToTheEnd, OperatorAlerted, MemberAlerted, new AlertRepeated(Fire, 2, false), again]);
        (alert.Status, alert.Round, alert.ExhaustedAt, alert.RepeatsAt).ShouldBe((AlertStatus.Exhausted, 2, Story.At(8), null));
        alert.Asked!.Person.ShouldBe(Jour);
        Repeat(alert, 8).ShouldBeNothing();
        EscalateAlert.Decide(alert, Alarmed, 6, Order, Dues).ShouldBeExactly(JourSilent with { Step = 6 }, VdAlerted with { Step = 7 });
    }

    [Fact]
    public void With_nobody_at_all_it_goes_on_asking_who_there_is()
    {
        var nobody = After(Raised with { Path = [], NobodyOnDuty = true }, Exhausted);
        RepeatAlert.Decide(nobody, Alarmed, 2, new([], []), Dues).ShouldBeExactly(new AlertRepeated(Fire, 2, true), Exhausted);
        Repeat(nobody, 2).ShouldBeExactly(new AlertRepeated(Fire, 2, false), JourAlerted);
    }

    [Fact]
    public void Whoever_was_rung_beside_the_path_takes_it_and_then_nobody_is_called()
    {
        var mine = new AlertAcknowledged(Fire, Operator);
        new AcknowledgeAlert().Decide(After([.. ToTheEnd, OperatorAlerted]), Operator, handles: false).ShouldBeExactly(mine);
        var taken = After([.. ToTheEnd, OperatorAlerted, mine]);
        Widen(taken, AlertCircle.Klo, Documentation).ShouldBeNothing();
        Repeat(taken, 8).ShouldBeNothing();
    }

    [Fact]
    public void What_is_over_or_in_hand_meanwhile_is_repeated_to_nobody()
    {
        Repeat(After(ToTheEnd), 8, Closed).ShouldBeExactly(new AlertEnded(Fire, AlertEnd.Closed));
        Repeat(After(ToTheEnd), 8, Alarmed with { Handler = Vd }).ShouldBeExactly(new AlertAcknowledged(Fire, Vd));
        WidenAlert
            .Decide(After(ToTheEnd), InCrisis, AlertCircle.Klo, [Documentation], Due)
            .ShouldBeExactly(new AlertEnded(Fire, AlertEnd.RaisedToCrisis));
    }

    [Fact]
    public void What_an_older_build_left_exhausted_stays_so_and_is_still_taken()
    {
        var old = After([.. ToTheEnd.SkipLast(1), new AlertExhausted(Fire)]);
        Repeat(old, 8).ShouldBeNothing();
        new AcknowledgeAlert().Decide(old, Jour, handles: false).ShouldBeExactly(new AlertAcknowledged(Fire, Jour));
    }

    private static Outcome Widen(Alert alert, AlertCircle circle, params PersonId[] persons) =>
        WidenAlert.Decide(alert, Alarmed, circle, persons, Due);

    private static Outcome Repeat(Alert alert, long exhaustedIn, Incident? incident = null) =>
        RepeatAlert.Decide(alert, incident ?? Alarmed, exhaustedIn, Order, Dues);
}
