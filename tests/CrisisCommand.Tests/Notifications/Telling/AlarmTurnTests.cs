using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using CrisisCommand.Notifications;
using CrisisCommand.Notifications.Telling;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Alarms.AlarmGiven;
using static CrisisCommand.Tests.Incidents.IncidentGiven;

namespace CrisisCommand.Tests.Notifications.Telling;

/// <summary>What an alarm's later messages mean to whoever has taken it.</summary>
public class AlarmTurnTests
{
    private static readonly PersonId Jour = new("jour");
    private static readonly DateTimeOffset Noon = Story.Noon;

    [Fact]
    public void A_graver_update_is_told_to_who_took_it_once_for_each_step()
    {
        var (minor, severe) = (Of("A", 1, Severity.Minor), Of("B", 2, Severity.Severe));
        Told(new AlarmUpdated(severe), new AlarmReceived(minor, true)).ShouldBe([(Jour, NoticePurpose.AlarmGraver)]);
        Told(new AlarmUpdated(Of("C", 3, Severity.Minor)), new AlarmReceived(severe, true)).ShouldBeEmpty("it is milder");
        var again = Told(
            new AlarmUpdated(Of("D", 4, Severity.Severe)),
            new AlarmReceived(minor, true),
            new AlarmUpdated(severe),
            new AlarmUpdated(Of("C", 3, Severity.Minor))
        );
        again.ShouldBeEmpty("it has been as grave before");
    }

    [Fact]
    public void An_all_clear_and_a_cancellation_are_told_to_who_took_it()
    {
        var alarm = new AlarmReceived(Of("A", 1, Severity.Severe), true);
        var clear = Of("B", 2, Severity.Severe) with { Passed = AlarmPassed.AllClear };
        Told(new AlarmUpdated(clear), alarm).ShouldBe([(Jour, NoticePurpose.AlarmPassed)]);
        Told(new AlarmUpdated(clear with { AlarmId = Guid.Empty }), alarm, new AlarmUpdated(clear)).ShouldBeEmpty("that was said");
        Told(new AlarmCancelled(Of("C", 2, Severity.Severe)), alarm).ShouldBe([(Jour, NoticePurpose.AlarmTakenBack)]);
        Told(new AlarmCancelled(Of("C", 2, Severity.Severe), Stands: true), alarm, new IncidentVerified(Text("Sett")))
            .ShouldBe([(Jour, NoticePurpose.AlarmTakenBack)]);
    }

    [Fact]
    public void What_was_over_and_goes_on_is_told_to_who_took_it()
    {
        var alarm = new AlarmReceived(Of("A", 1, Severity.Severe), true);
        var (clear, on) = (
            Of("B", 2, Severity.Severe) with
            {
                Passed = AlarmPassed.AllClear,
            },
            new AlarmUpdated(Of("C", 3, Severity.Severe))
        );
        Told(on, alarm, new AlarmUpdated(clear)).ShouldBe([(Jour, NoticePurpose.AlarmOnAgain)]);
        var back = new AlarmCancelled(Of("B", 2, Severity.Severe), Stands: true);
        Told(on, alarm, new IncidentVerified(Text("Sett")), back).ShouldBe([(Jour, NoticePurpose.AlarmOnAgain)]);
        Told(on, alarm).ShouldBeEmpty("it had never stopped");
    }

    [Fact]
    public void Where_nobody_has_it_the_alert_calls_and_nobody_is_told()
    {
        var turn = AlarmTurn.Of(
            Facts([new AlarmReceived(Of("A", 1, Severity.Minor), true), new AlarmUpdated(Of("B", 2, Severity.Severe))])
        );
        turn.IsGraver.ShouldBeTrue();
        var fact = Fact(new AlarmUpdated(Of("B", 2, Severity.Severe)), 2);
        NoticePurposes.WantedBy(fact, Concern.None with { Turn = turn }, fact.RecordedAt).ShouldBeEmpty();
    }

    private static IEnumerable<(PersonId, NoticePurpose)> Told(IDomainEvent happened, params IDomainEvent[] before)
    {
        var turn = AlarmTurn.Of(Facts([.. before, happened]));
        var concern = Concern.None with { Turn = turn, Alert = Alert.Initial with { AcknowledgedBy = Jour } };
        var fact = Fact(happened, before.Length + 1);
        return NoticePurposes.WantedBy(fact, concern, fact.RecordedAt).Select(w => (w.Person, w.Purpose));
    }

    private static Alarm Of(string name, int minute, Severity severity) => Alarm(name, minute) with { Severity = severity };

    private static Fact[] Facts(IEnumerable<IDomainEvent> events) => [.. events.Select((e, i) => Fact(e, i + 1))];

    private static Fact Fact(IDomainEvent happened, int version) =>
        new(happened, version, Guid.Empty, Noon.AddMinutes(version), new("tib"));
}
