using CrisisCommand.AlarmRules;
using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Alerts.AlertGiven;

namespace CrisisCommand.Tests.Alerts;

/// <summary>What the rule that holds for an alarm makes of it.</summary>
public class AlarmVerdictTests
{
    private static readonly AppliedRule Log = new(Story.Id(701), 4, 2, Story.Text("Lindrigt"), AlarmVerdict.Log);
    private static readonly AppliedRule Inform = new(Story.Id(701), 4, 1, Story.Text("Allvarligt"), AlarmVerdict.CallAndInform);
    private static readonly AlarmLogged Logged = new(Fire, Log);
    private static readonly LeaderInformed VdInformed = new(Fire, Vd, Origin, Inform);

    /// <summary>The incident with one more message.</summary>
    private static readonly Incident Updated = Alarmed with { Alarms = [.. Alarmed.Alarms, Story.Id(703)] };

    [Fact]
    public void What_is_logged_wakes_nobody_and_says_so_once()
    {
        Alert.Initial.Twice(alert => Decide(alert, Alarmed, Log)).ThenNothing().ShouldBeExactly(Logged);
        (After(Logged).Status, After(Logged).Rule).ShouldBe((AlertStatus.None, Log));
    }

    [Fact]
    public void Its_verdict_stays_whatever_is_adopted_since()
    {
        Decide(After(Logged), Alarmed, Rule).ShouldBeNothing();
        // What was closed and is opened again by the same message, as when a clock was wrong, calls as it did.
        Decide(After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.Closed)), Alarmed, Log)
            .ShouldBeExactly(Raised, JourAlerted with { Step = 2 });
    }

    [Fact]
    public void A_graver_message_calls_and_one_as_mild_is_logged_too()
    {
        var (mild, grave) = (Log with { Alarm = Story.Id(703) }, Rule with { Alarm = Story.Id(703) });
        Decide(After(Logged), Updated, mild).ShouldBeExactly(new AlarmLogged(Fire, mild));
        Decide(After(Logged), Updated, grave).ShouldBeExactly(Raised with { Rule = grave }, JourAlerted);
        After(Logged, Raised with { Rule = grave }, JourAlerted).Rule.ShouldBe(grave);
    }

    [Fact]
    public void What_calls_already_goes_on_calling_when_its_next_message_is_mild()
    {
        var mild = Log with { Alarm = Story.Id(703) };
        Decide(After(Raised, JourAlerted), Updated, mild).ShouldBeNothing();
        Decide(After(Raised, JourAlerted, Exhausted), Updated, mild).ShouldBeNothing();
    }

    [Fact]
    public void No_rule_logs_away_what_one_of_ours_has_seen_or_handles()
    {
        var byHand = Raised with { Rule = null };
        Decide(Alert.Initial, Alarmed with { Verified = true }, Log).ShouldBeExactly(byHand, JourAlerted);
        Decide(After(Logged), Alarmed with { Verified = true, Handler = Vd1 }, Log)
            .ShouldBeExactly(byHand, new AlertAcknowledged(Fire, Vd1));
        // Refuted is seen too, but it is no news to wake anybody with.
        Decide(After(Logged), Alarmed with { Verified = false, Handler = Vd1 }, Log)
            .ShouldBeExactly(byHand, new AlertAcknowledged(Fire, Vd1));
    }

    [Fact]
    public void Who_leads_is_told_beside_the_path_once()
    {
        var raised = Raised with { Rule = Inform };
        Alert.Initial.Twice(alert => Decide(alert, Alarmed, Inform)).ThenNothing().ShouldBeExactly(raised, JourAlerted, VdInformed);
        var alert = After(raised, JourAlerted, VdInformed);
        (alert.Informed!.Person, alert.Asked!.Person).ShouldBe((Vd, Jour));
        // To be told is no turn: the chain comes to them all the same.
        EscalateAlert.Decide(alert, Alarmed, 1, Order, Dues).ShouldBeExactly(JourSilent, VdAlerted);
    }

    [Fact]
    public void Nobody_is_told_beside_the_path_of_what_they_are_called_about_brought_in_or_handle()
    {
        var raised = Raised with { Rule = Inform };
        Decide(Alert.Initial, Alarmed, Inform, Order with { OnDuty = [] })
            .ShouldBeExactly(raised with { Path = [.. Raised.Path.Skip(1)], NobodyOnDuty = true }, VdAlerted with { Step = 1 });
        Decide(Alert.Initial, Alarmed with { RaisedBy = [Vd] }, Inform).Events.OfType<LeaderInformed>().ShouldBeEmpty();
        Decide(Alert.Initial, Alarmed with { Handler = Vd }, Inform).Events.OfType<LeaderInformed>().ShouldBeEmpty();
        Decide(Alert.Initial, Alarmed, Inform, new([Jour], [])).Events.OfType<LeaderInformed>().ShouldBeEmpty();
        // Whoever is on duty has what they brought in: who leads is told.
        Decide(Alert.Initial, Alarmed with { RaisedBy = [Jour] }, Inform)
            .ShouldBeExactly(
                raised with
                {
                    Path = [.. Raised.Path.Skip(1)],
                },
                new AlertAcknowledged(Fire, Jour),
                VdInformed with
                {
                    Origin = Origin with { Sender = Jour },
                }
            );
    }

    [Fact]
    public void A_graver_message_tells_who_leads_where_people_are_called_already()
    {
        var grave = Inform with { Alarm = Story.Id(703) };
        var told = VdInformed with { Rule = grave };
        After(Raised, JourAlerted).Twice(alert => Decide(alert, Updated, grave)).ThenNothing().ShouldBeExactly(told);
        After(Raised, JourAlerted, new AlertAcknowledged(Fire, Jour))
            .Twice(alert => Decide(alert, Updated, grave))
            .ThenNothing()
            .ShouldBeExactly(told);
        // The same message, by rules adopted since; one who was called; what is over.
        Decide(After(Raised, JourAlerted), Alarmed, Inform).ShouldBeNothing();
        Decide(After(Raised, JourAlerted, JourSilent, VdAlerted), Updated, grave).ShouldBeNothing();
        Decide(After(Raised, JourAlerted), Updated with { CancelledBySender = true, Verified = true }, grave).ShouldBeNothing();
        Decide(After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.Closed)), Updated with { Closed = true }, grave).ShouldBeNothing();
    }

    [Fact]
    public void A_message_held_up_for_days_is_not_even_logged() =>
        FollowAlarm.Decide(Alert.Initial, Alarmed, Fire, Order, Log, Dues, isStale: true).ShouldBeNothing();

    private static Outcome Decide(Alert alert, Incident incident, AppliedRule rule, AlertOrder? order = null) =>
        FollowAlarm.Decide(alert, incident, Fire, order ?? Order, rule, Dues, isStale: false);
}
