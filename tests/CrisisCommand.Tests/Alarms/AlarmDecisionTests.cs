using CrisisCommand.Alarms;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Alarms.AlarmGiven;

namespace CrisisCommand.Tests.Alarms;

/// <summary>One decision, on the streams as they stand: it says which it takes, and nothing happens until it was made on all of them.</summary>
public class AlarmDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 13, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Tib = new("tib");
    private static readonly PersonId Jour = new("jour");
    private readonly AlarmGiven _given = new();

    private static ReceiveAlarms By(PersonId sender, params IncomingAlarm[] messages) => new([.. messages], Raw, sender);

    [Fact]
    public void A_new_alarm_is_decided_on_its_name_and_its_incident_alone()
    {
        var receive = By(Tib, Message("A"));
        receive.Streams.ShouldBeThese(Own("A"), [], [Id("A")]);

        var (taken, rounds) = _given.Take(receive);

        (rounds, taken.AsHandler).ShouldBe((1, false));
        taken.Reception.ShouldBeOnly((Own("A"), new AlarmReceived(Alarm("A"), true)), (Id("A"), new AlarmFiled([Own("A")], Raw)));
        (taken, rounds) = _given.Take(receive);
        rounds.ShouldBe(1);
        taken.Reception.ShouldBeOnly((Own("A"), new AlarmRepeated(Id("A"))));
    }

    [Fact]
    public void An_update_asks_for_the_incident_of_what_it_names_and_is_decided_there()
    {
        _given.Receive(Message("A"));
        var update = Update("U", 1, "A");
        var receive = By(Tib, update);

        var unread = receive.Decide(_given.Books(receive.Streams), Now).ShouldBeOfType<AlarmDecision.Unread>();

        unread.Streams.ShouldBeThese(Own("A"), [Own("U")], [Id("U"), Id("A")]);
        var (taken, rounds) = _given.Take(receive);
        rounds.ShouldBe(2);
        taken.Reception.ShouldBeOnly((Own("A"), new AlarmUpdated(update.Alarm)), (Id("U"), new AlarmFiled([Own("A")], Raw)));
        _given.Take(receive).Taken.Reception.ShouldBeOnly((Own("A"), new AlarmRepeated(Id("U"))));
    }

    [Fact]
    public void Whose_right_it_takes_to_move_anothers_alarm_is_asked_where_it_matters_and_of_that_decision()
    {
        _given.Take(By(Tib, Message("A")), mayHandle: true).Taken.AsHandler.ShouldBeFalse();
        var cancel = Cancel("C", 1, "A");
        var receive = By(Jour, cancel);

        var (taken, rounds) = _given.Take(receive, mayHandle: true);

        (taken.AsHandler, rounds).ShouldBe((true, 3));
        taken.Reception.ShouldBeOnly((Own("A"), new AlarmCancelled(cancel.Alarm)), (Id("C"), new AlarmFiled([Own("A")], Raw)));
        (taken, _) = _given.Take(receive, mayHandle: true);
        taken.AsHandler.ShouldBeTrue();
        taken.Reception.ShouldBeOnly((Own("A"), new AlarmRepeated(Id("C"))));
    }

    [Fact]
    public void A_name_that_another_took_meanwhile_sends_the_decision_to_a_stream_of_its_own()
    {
        var receive = By(Tib, Message("A"));
        _given.Receive(By(Jour, Message("A")));
        var own = AlarmIds.Of(Id("A"), Tib);

        var (taken, rounds) = _given.Take(receive);

        rounds.ShouldBe(2);
        taken.Reception.Happened.Select(h => h.Stream).ShouldBe([AlarmIds.IncidentOf(own), Id("A"), own, Own("A")]);
        _given.Take(receive).Taken.Reception.ShouldBeOnly((AlarmIds.IncidentOf(own), new AlarmRepeated(own)));
    }

    [Fact]
    public void Streams_that_all_were_read_but_in_another_order_are_named_in_theirs()
    {
        _given.Receive(Message("A"));
        var receive = By(Tib, Message("A"));

        var unread = receive.Decide(_given.Books(new(Own("B"), [Own("A")], [Id("A")])), Now).ShouldBeOfType<AlarmDecision.Unread>();

        unread.Streams.ShouldBeThese(Own("A"), [Own("B")], [Id("A")]);
    }

    /// <summary>Of what one document brings, the later messages see what the earlier ones did; none of it is looked for in a journal.</summary>
    [Fact]
    public void The_messages_of_a_document_follow_each_other_in_one_decision()
    {
        var (update, cancel) = (Update("U", 1, "A"), Cancel("C", 2, "U"));
        var receive = By(Tib, Message("A"), update, cancel);

        var (taken, rounds) = _given.Take(receive);

        rounds.ShouldBe(1);
        taken.Reception.ShouldBeOnly(
            (Own("A"), new AlarmReceived(Alarm("A"), true)),
            (Own("A"), new AlarmUpdated(update.Alarm)),
            (Own("A"), new AlarmCancelled(cancel.Alarm)),
            (Id("A"), new AlarmFiled([Own("A")], Raw)),
            (Id("U"), new AlarmFiled([Own("A")], Raw)),
            (Id("C"), new AlarmFiled([Own("A")], Raw))
        );
        _given
            .Take(receive)
            .Taken.Reception.ShouldBeOnly(
                (Own("A"), new AlarmRepeated(Id("A"))),
                (Own("A"), new AlarmRepeated(Id("U"))),
                (Own("A"), new AlarmRepeated(Id("C")))
            );
    }
}

internal static class AlarmStreamsAssertions
{
    public static void ShouldBeThese(this AlarmStreams streams, Guid home, Guid[] incidents, Guid[] alarms)
    {
        streams.Home.ShouldBe(home);
        streams.Incidents.ShouldBe(incidents, ignoreOrder: true);
        streams.Alarms.ShouldBe(alarms, ignoreOrder: true);
    }
}
