using CrisisCommand.Alarms;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Alarms.AlarmGiven;

namespace CrisisCommand.Tests.Alarms;

/// <summary>Which incident a message goes into, and what it does there (C3–C6).</summary>
public class ReceiveAlarmsTests
{
    private readonly AlarmGiven _given = new();

    [Fact]
    public void An_alarm_begins_an_incident_once()
    {
        var alarm = Message("A");
        _given.Receive(alarm).ShouldBeOnly((Own("A"), new AlarmReceived(alarm.Alarm, true)), (Id("A"), new AlarmFiled([Own("A")], Raw)));
        var again = _given.Receive(alarm);
        again.ShouldBeOnly((Own("A"), new AlarmRepeated(Id("A"))));
        again.Placements.ShouldHaveSingleItem().ShouldBe(new Placement(alarm.Alarm, again.Placements[0].Incidents, true, Repeated: true));
        again.Placements[0].Incidents.ShouldBe([Own("A")]);
    }

    [Fact]
    public void An_update_moves_the_incident_of_the_alarm_it_names()
    {
        _given.Receive(Message("A"));
        var update = Update("U", 1, "A");
        _given.Receive(update).ShouldBeOnly((Own("A"), new AlarmUpdated(update.Alarm)), (Id("U"), new AlarmFiled([Own("A")], Raw)));
        _given.Incident("A").Text.ShouldBe(update.Alarm.Text);
        _given.Receive(update).ShouldBeOnly((Own("A"), new AlarmRepeated(Id("U"))));
    }

    [Fact]
    public void An_update_that_names_nothing_known_raises_and_the_late_alarm_joins_it_without_covering_it()
    {
        var (late, update) = (Message("A"), Update("U", 1, "A"));
        _given
            .Receive(update)
            .ShouldBeOnly(
                (Own("U"), new AlarmUpdated(update.Alarm)),
                (Id("U"), new AlarmFiled([Own("U")], Raw)),
                (Id("A"), new AlarmAwaited([Own("U")]))
            );
        _given.Receive(late).ShouldBeOnly((Own("U"), new AlarmReceived(late.Alarm, true)), (Id("A"), new AlarmFiled([Own("U")], Raw)));
        (_given.Incident("U").Open, _given.Incident("U").Text).ShouldBe((true, update.Alarm.Text));
        _given.Receive(late).ShouldBeOnly((Own("U"), new AlarmRepeated(Id("A"))));
    }

    [Fact]
    public void A_cancel_takes_the_incident_back()
    {
        _given.Receive(Message("A"));
        var cancel = Cancel("C", 1, "A");
        _given.Receive(cancel).ShouldBeOnly((Own("A"), new AlarmCancelled(cancel.Alarm)), (Id("C"), new AlarmFiled([Own("A")], Raw)));
        var incident = _given.Incident("A");
        (incident.Cancelled, incident.Open, incident.Text).ShouldBe((true, false, Alarm("A").Text));
        _given.Receive(cancel).ShouldBeOnly((Own("A"), new AlarmRepeated(Id("C"))));
    }

    [Fact]
    public void A_cancel_of_something_never_seen_is_logged_and_the_late_alarm_is_not_acted_on()
    {
        _given.Receive(Cancel("C", 1, "A")).Placements[0].Actionable.ShouldBeFalse();
        _given.Incident("C").Actionable.ShouldBeFalse();
        var late = _given.Receive(Message("A"));
        late.Placements[0].Actionable.ShouldBeFalse();
        late.Placements[0].Incidents.ShouldBe([Own("C")]);
        var incident = _given.Incident("C");
        (incident.Open, incident.Actionable, incident.Cancelled, incident.Text).ShouldBe((false, false, true, Alarm("A").Text));
    }

    [Fact]
    public void Several_references_move_several_incidents()
    {
        _given.Receive(Message("A"));
        _given.Receive(Message("B"));
        var update = Update("U", 1, "A B X");
        _given
            .Receive(update)
            .ShouldBeOnly(
                (Own("A"), new AlarmUpdated(update.Alarm)),
                (Own("B"), new AlarmUpdated(update.Alarm)),
                (Id("U"), new AlarmFiled([Own("A"), Own("B")], Raw)),
                (Id("X"), new AlarmAwaited([Own("A"), Own("B")]))
            );
        _given.Receive(Cancel("C", 2, "U"));
        (_given.Incident("A").Cancelled, _given.Incident("B").Cancelled).ShouldBe((true, true));
    }

    [Fact]
    public void A_reference_to_an_update_finds_the_incident_that_it_moved()
    {
        _given.Receive(Message("A"));
        _given.Receive(Update("U", 1, "A"));
        _given.Receive(Update("V", 2, "U")).Placements[0].Incidents.ShouldBe([Own("A")]);
        _given.Incidents.ShouldBe([Own("A")]);
    }

    [Fact]
    public void An_update_awaited_in_one_incident_that_names_another_moves_both()
    {
        _given.Receive(Message("A"));
        _given.Receive(Update("V", 2, "U"));
        _given.Receive(Update("U", 1, "A")).Placements[0].Incidents.ShouldBe([Own("V"), Own("A")]);
    }

    [Fact]
    public void Messages_of_one_document_see_each_other()
    {
        var reception = _given.Receive(Message("A"), Update("U", 1, "A"), Message("A"), Cancel("C", 2, "U"));
        reception.Placements.Select(p => p.Incidents.Single()).ShouldBe([Own("A"), Own("A"), Own("A"), Own("A")]);
        reception.Placements.Select(p => p.Repeated).ShouldBe([false, false, true, false]);
        reception
            .Happened[0]
            .Events.Select(e => e.GetType().Name)
            .ShouldBe([nameof(AlarmReceived), nameof(AlarmUpdated), nameof(AlarmRepeated), nameof(AlarmCancelled)]);
    }

    [Theory]
    [InlineData(AlarmStatus.Test)]
    [InlineData(AlarmStatus.Draft)]
    [InlineData(AlarmStatus.System)]
    [InlineData(AlarmStatus.Exercise)]
    public void What_does_not_count_is_logged_and_moves_only_its_like(AlarmStatus status)
    {
        _given.Receive(Message("A"));
        _given.Receive(Message("T", status: status)).Placements[0].Actionable.ShouldBeFalse();
        _given.Receive(Update("U", 1, "T", status)).Placements[0].Incidents.ShouldBe([Own("T")]);
        _given.Receive(Cancel("C", 2, "A T", status)).Placements[0].Incidents.ShouldBe([Own("T")]);
        _given.Receive(Cancel("D", 2, "A X", status)).Placements[0].Incidents.ShouldBe([Own("D")]);
        (_given.Incident("A").Open, _given.Incident("A").Cancelled).ShouldBe((true, false));
        (_given.Incident("T").Actionable, _given.Incident("T").Cancelled).ShouldBe((false, true));
        _given.Receive(Message("X")).Placements[0].Incidents.ShouldBe([Own("X")]);
    }

    [Fact]
    public void A_test_that_a_real_update_named_is_logged_in_its_incident_and_covers_nothing()
    {
        _given.Receive(Update("U", 1, "T"));
        _given.Receive(Cancel("T", 2, "U", AlarmStatus.Test)).Placements[0].Incidents.ShouldBe([Own("U")]);
        var incident = _given.Incident("U");
        (incident.Open, incident.Text).ShouldBe((true, Alarm("U").Text));
    }

    [Fact]
    public void An_acknowledgement_is_filed_once_and_is_no_incident()
    {
        _given.Receive(Message("A"));
        var ack = Message("N", AlarmAct.Note, 1, "A") with { Answers = AlarmAnswerKind.Ack };
        _given.Receive(ack).ShouldBeOnly((Id("N"), Filed(ack, AlarmAnswerKind.Ack)));
        var again = _given.Receive(ack);
        again.Happened.ShouldBeEmpty();
        (again.Placements[0].Repeated, again.Placements[0].Alarm.AlarmId).ShouldBe((true, Id("N")));
    }

    [Fact]
    public void Among_alarms_an_error_is_filed_and_they_stand_in_their_incidents()
    {
        var error = Message("N", AlarmAct.Note, 1, "A") with { Answers = AlarmAnswerKind.Error };
        var taken = _given.Receive(error, Message("B"));
        taken.Happened[0].Stream.ShouldBe(Own("B"));
        taken.Happened.Single(h => h.Stream == Id("N")).Events.ShouldBe([Filed(error, AlarmAnswerKind.Error)]);
        (taken.Placements[0].Incidents.Length, taken.Placements[1].Incidents[0]).ShouldBe((0, Own("B")));
    }

    private static AlarmAnswerFiled Filed(IncomingAlarm message, AlarmAnswerKind says) =>
        new(says, message.Alarm.Sender, message.Refers, message.Alarm.Text, message.Content, message.Alarm.Raw, Raw);

    [Theory]
    [InlineData("live", AlarmStatus.Actual)]
    [InlineData("ovning", AlarmStatus.Exercise)]
    public void A_realm_acts_on_one_status(string realm, AlarmStatus acted) =>
        Enum.GetValues<AlarmStatus>().Where(s => IncomingAlarm.CountsIn(new Realm(realm), s)).ShouldBe([acted]);
}
