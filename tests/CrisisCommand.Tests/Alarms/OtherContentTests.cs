using CrisisCommand.Alarms;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Alarms.AlarmGiven;

namespace CrisisCommand.Tests.Alarms;

/// <summary>The same name with the same content is a repetition; with other content it is news, and nothing of either is thrown away.</summary>
public class OtherContentTests
{
    private const string More = "Det brinner på fler våningar";
    private static readonly PersonId Tib = new("tib");
    private static readonly Deviation Marked = new(new("same-identity-other-content"), new("identifier"));
    private readonly AlarmGiven _given = new();

    [Fact]
    public void Other_content_is_an_update_with_an_id_of_its_own_and_then_each_content_is_repeated()
    {
        var first = Otherwise(Message("A"), "text A", Severity.Minor);
        _given.Receive(first);

        var reception = _given.Receive(Otherwise(first, More));

        var update = new AlarmUpdated(reception.Placements[0].Alarm);
        update.Alarm.AlarmId.ShouldBe(Other("A", More));
        update.Alarm.Deviations.ShouldBe([Marked]);
        reception.ShouldBeOnly((Own("A"), update), (Other("A", More), new AlarmFiled([Own("A")], Raw)));
        var placed = reception.Placements[0];
        (placed.Updated, placed.Repeated, placed.Actionable, placed.Claim).ShouldBe((true, false, true, false));
        var incident = _given.Incident("A");
        (incident.Text!.Value.Words, incident.Severity, incident.Latest!.What).ShouldBe((More, Severity.Extreme, ReportedFact.AlarmUpdate));
        _given.Receive(Otherwise(first, More)).ShouldBeOnly((Own("A"), new AlarmRepeated(Other("A", More))));
        _given.Receive(first).ShouldBeOnly((Own("A"), new AlarmRepeated(Id("A"))));
        _given.Incident("A").Text!.Value.Words.ShouldBe(More);
    }

    [Fact]
    public void The_same_content_in_other_bytes_is_repeated()
    {
        var first = Otherwise(Message("A"), "text A");
        _given.Receive(first);
        var again = first with { Alarm = first.Alarm with { Raw = new("other bytes") } };
        _given.Receive(again).ShouldBeOnly((Own("A"), new AlarmRepeated(Id("A"))));
    }

    [Fact]
    public void What_an_older_build_took_in_is_no_news_when_its_feed_has_grown()
    {
        _given.Receive(Message("A") with { Alarm = Alarm("A") with { Content = null } });
        var same = Message("A") with { Alarm = Alarm("A") with { Content = new("now known") } };
        _given.Receive(same).Placements[0].Repeated.ShouldBeTrue();
        var other = same with { Alarm = same.Alarm with { Raw = new("other bytes") } };
        _given.Receive(other).Placements[0].Repeated.ShouldBeTrue();
    }

    [Fact]
    public void A_typed_alarm_is_followed_up_without_a_deviation()
    {
        var typed = Message("A") with { Alarm = Alarm("A") with { Source = AlarmSource.Tib, Severity = Severity.Unknown } };
        _given.Receive(typed);
        _given.Happened(Own("A"), new IncidentAssessed(Severity.Severe, CommittedText.Commit("Rökfyllt")));

        var placed = _given.Receive(Otherwise(typed, More, Severity.Unknown)).Placements[0];

        (placed.Updated, placed.Alarm.Deviations.Length).ShouldBe((true, 0));
        // Who says nothing of how grave it is does not take back what somebody said.
        (_given.Incident("A").Text!.Value.Words, _given.Incident("A").Severity).ShouldBe((More, Severity.Severe));
    }

    [Theory]
    [InlineData("AB")]
    [InlineData("BA")]
    public void In_either_order_the_one_told_last_stands_and_both_are_kept(string order)
    {
        foreach (var said in order)
        {
            _given.Receive(Otherwise(Message("A"), $"{said}"));
        }

        _given.Incidents.ShouldBe([Own("A")]);
        (_given.Incident("A").Text!.Value.Words, _given.Incident("A").Alarms.Length).ShouldBe(($"{order[1]}", 2));
    }

    [Fact]
    public void An_update_of_a_repeated_alarm_moves_its_one_incident_and_older_other_content_does_not_cover_it()
    {
        _given.Receive(Message("A"));
        _given.Receive(Message("A"));
        _given.Receive(Update("U", 5, "A")).Placements[0].Incidents.ShouldBe([Own("A")]);

        _given.Receive(Otherwise(Message("A"), More)).Placements[0].Updated.ShouldBeTrue();

        (_given.Incident("A").Text, _given.Incidents.Count).ShouldBe((Alarm("U").Text, 1));
        _given.Receive(Otherwise(Update("U", 5, "A"), More)).Placements[0].Updated.ShouldBeTrue();
        _given.Incident("A").Text!.Value.Words.ShouldBe(More);
        _given.Receive(Cancel("C", 6, "U")).Placements[0].Incidents.ShouldBe([Own("A")]);
        _given.Incident("A").Cancelled.ShouldBeTrue();
    }

    [Fact]
    public void Other_content_opens_what_we_closed()
    {
        _given.Receive(Message("A"));
        _given.Happened(Own("A"), new IncidentClosed(CommittedText.Commit("Klart")));
        _given.Receive(Message("A")).Placements[0].Repeated.ShouldBeTrue();
        _given.Incident("A").Open.ShouldBeFalse();
        _given.Receive(Otherwise(Message("A"), More));
        _given.Incident("A").Open.ShouldBeTrue();
    }

    [Fact]
    public void What_its_sender_took_back_is_logged_and_raises_nothing()
    {
        _given.Receive(Message("A"));
        _given.Receive(Cancel("C", 1, "A"));
        var other = _given.Receive(Otherwise(Message("A"), More));
        other.Placements[0].ShouldSatisfyAllConditions(p => p.Updated.ShouldBeTrue(), p => p.Actionable.ShouldBeFalse());
        other.Happened[0].Events.Single().ShouldBeOfType<AlarmReceived>().Actionable.ShouldBeFalse();
        _given.Incident("A").Open.ShouldBeFalse();
    }

    [Fact]
    public void A_cancel_with_other_content_cancels_what_it_names_now_as_well()
    {
        _given.Receive(Message("A"));
        _given.Receive(Message("B"));
        _given.Receive(Cancel("C", 1, "A"));

        var placed = _given.Receive(Otherwise(Cancel("C", 1, "A B"), More)).Placements[0];

        (placed.Updated, placed.Actionable).ShouldBe((true, false));
        placed.Incidents.ShouldBe([Own("A"), Own("B")]);
        (_given.Incident("A").Cancelled, _given.Incident("B").Cancelled).ShouldBe((true, true));
        _given.Receive(Update("U", 2, "C")).Placements[0].Incidents.ShouldBe([Own("A"), Own("B")]);
    }

    [Fact]
    public void A_test_by_the_name_of_what_is_real_covers_nothing_and_what_is_real_raises_by_the_name_of_a_test()
    {
        _given.Receive(Message("A"));
        _given.Receive(Otherwise(Message("A", status: AlarmStatus.Test), More)).Placements[0].Actionable.ShouldBeFalse();
        (_given.Incident("A").Open, _given.Incident("A").Text).ShouldBe((true, Alarm("A").Text));

        _given.Receive(Message("T", status: AlarmStatus.Test));
        _given.Receive(Otherwise(Message("T"), More)).Placements[0].Actionable.ShouldBeTrue();
        var raised = _given.Incident("T");
        (raised.Open, raised.Status, raised.Text!.Value.Words).ShouldBe((true, AlarmStatus.Actual, More));
    }

    [Fact]
    public void Other_content_by_another_sender_is_another_alarm_as_before()
    {
        _given.Receive(Message("A"));
        var mallory = new ReceiveAlarms([Otherwise(Message("A"), More)], Raw, new("mallory"));
        _given.Receive(mallory).Placements[0].ShouldSatisfyAllConditions(p => p.Updated.ShouldBeFalse(), p => p.Repeated.ShouldBeFalse());
        _given.Receive(mallory).Placements[0].Repeated.ShouldBeTrue();
        _given.Incident("A").Text.ShouldBe(Alarm("A").Text);
        var conflicts = _given.Incident("A").Conflicts.Length;
        _given.Receive(mallory with { Messages = [Otherwise(Message("A"), "mer")] }).Placements[0].Updated.ShouldBeTrue();
        _given.Incident("A").Conflicts.Length.ShouldBe(conflicts);
        _given.Receive(new ReceiveAlarms([Otherwise(Message("A"), More)], Raw, Tib)).Placements[0].Updated.ShouldBeTrue();
    }
}
