using CrisisCommand.Alarms;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Alarms.AlarmGiven;

namespace CrisisCommand.Tests.Alarms;

/// <summary>An alarm is its authenticated sender's: what others say of it, or by its name, changes nothing and is told.</summary>
public class AlarmClaimsTests
{
    private static readonly PersonId Tib = new("tib");
    private static readonly PersonId Mallory = new("mallory");
    private readonly AlarmGiven _given = new();

    private Reception By(PersonId sender, params IncomingAlarm[] messages) => _given.Receive(new ReceiveAlarms([.. messages], Raw, sender));

    private Reception ByHandler(PersonId sender, params IncomingAlarm[] messages) =>
        _given.Receive(new ReceiveAlarms([.. messages], Raw, sender), mayHandle: true);

    [Fact]
    public void A_cancel_by_another_takes_nothing_back_and_is_told()
    {
        By(Tib, Message("A"));
        var cancel = Cancel("C", 1, "A");
        var reception = By(Mallory, cancel);
        reception.ShouldBeOnly(
            (Own("C"), new AlarmCancelled(cancel.Alarm)),
            (Id("C"), new AlarmFiled([Own("C")], Raw)),
            (Id("A"), new AlarmAwaited([Own("C")], new(Id("C"), AlarmClaim.Cancel, cancel.Alarm.Sender))),
            (Own("A"), new AlarmClaimed(Id("A"), AlarmClaim.Cancel, Id("C"), Own("C"), cancel.Alarm.Sender, Mallory))
        );
        (reception.Placements[0].Claim, reception.Placements[0].Actionable).ShouldBe((true, false));
        reception.Placements[0].Alarm.Deviations.ShouldContain(new Deviation(new("another-senders-alarm"), new("references")));
        (_given.Incident("A").Open, _given.Incident("A").Cancelled, _given.Incident("A").Conflicts.Length).ShouldBe((true, false, 1));
    }

    [Fact]
    public void An_update_by_another_covers_nothing_and_is_raised_by_itself()
    {
        By(Tib, Message("A"));
        By(Mallory, Update("U", 1, "A"))
            .Placements[0]
            .ShouldSatisfyAllConditions(p => p.Claim.ShouldBeTrue(), p => p.Actionable.ShouldBeTrue());
        _given.Incident("A").Text.ShouldBe(Alarm("A").Text);
        _given.Incident("A").Conflicts.ShouldHaveSingleItem().Claims.ShouldBe(AlarmClaim.Update);
        _given.Incident("U").Open.ShouldBeTrue();
    }

    [Fact]
    public void The_same_name_by_another_is_another_alarm_and_both_incidents_tell()
    {
        var squatted = By(Mallory, Message("A", status: AlarmStatus.Test)).Placements[0];
        var real = By(Tib, Message("A")).Placements[0];

        (real.Repeated, real.Actionable).ShouldBe((false, true));
        real.Alarm.AlarmId.ShouldNotBe(squatted.Alarm.AlarmId);
        real.Incidents.ShouldNotBe(squatted.Incidents);
        real.Alarm.Deviations.ShouldContain(new Deviation(new("name-of-another-sender"), new("identifier")));
        _given.Incident(real.Incidents[0]).Conflicts.ShouldHaveSingleItem().By.ShouldBe(Mallory);
        _given.Incident(squatted.Incidents[0]).Conflicts.ShouldHaveSingleItem().By.ShouldBe(Tib);
        By(Tib, Message("A")).ShouldBeOnly((real.Incidents[0], new AlarmRepeated(real.Alarm.AlarmId)));
        By(Tib, Cancel("C", 1, "A")).Placements[0].Incidents.ShouldBe(real.Incidents);
        _given.Incident(real.Incidents[0]).Cancelled.ShouldBeTrue();
        _given.Incident(squatted.Incidents[0]).Cancelled.ShouldBeFalse();
    }

    [Fact]
    public void Whoever_takes_an_alarm_back_before_it_comes_is_told_of_and_not_obeyed()
    {
        By(Mallory, Cancel("C", 1, "A"));
        var real = By(Tib, Message("A")).Placements[0];
        (real.Alarm.AlarmId, real.Actionable).ShouldBe((Id("A"), true));
        _given.Incident(real.Incidents[0]).Conflicts.ShouldHaveSingleItem().Claims.ShouldBe(AlarmClaim.Cancel);
    }

    [Fact]
    public void The_same_claim_is_told_once_however_often_it_is_made()
    {
        By(Tib, Message("A"));
        By(Mallory, Cancel("C", 1, "A"));
        var again = By(Mallory, Cancel("D", 2, "A"));
        again.Placements[0].Claim.ShouldBeTrue();
        By(Mallory, Cancel("D", 2, "A"))
            .Placements[0]
            .ShouldSatisfyAllConditions(p => p.Claim.ShouldBeTrue(), p => p.Repeated.ShouldBeTrue());
        _given.Incident("A").Conflicts.Length.ShouldBe(1);
    }

    [Fact]
    public void Whoever_handles_incidents_moves_others_alarms_as_long_as_they_do()
    {
        By(Tib, Message("A"));
        ByHandler(Mallory, Update("U", 1, "A"))
            .ShouldSatisfyAllConditions(r => r.Claims.ShouldBeFalse(), r => r.Placements[0].Incidents.ShouldBe([Own("A")]));
        // The right is gone; having moved it once gives none.
        By(Mallory, Cancel("C", 2, "U")).Claims.ShouldBeTrue();
        _given.Incident("A").Cancelled.ShouldBeFalse();
        By(Tib, Cancel("D", 3, "A")).Claims.ShouldBeFalse();
        _given.Incident("A").Cancelled.ShouldBeTrue();
    }

    [Fact]
    public void Alarms_stored_before_senders_were_told_apart_are_their_senders()
    {
        _given.Happened(Own("A"), new AlarmReceived(Alarm("A"), true), "tib");
        _given.Happened(Id("A"), new AlarmFiled([Own("A")], Raw), "tib");
        _given.Happened(Id("B"), new AlarmAwaited([Own("A")]), "tib");

        By(Mallory, Message("A")).Placements[0].Incidents.ShouldNotBe([Own("A")]);
        By(Mallory, Cancel("C", 1, "A")).Placements[0].Incidents.ShouldNotBe([Own("A")]);
        By(Tib, Message("A")).Placements[0].Repeated.ShouldBeTrue();
        By(Tib, Message("B")).Placements[0].Incidents.ShouldBe([Own("A")]);
        By(Tib, Cancel("D", 1, "A")).Placements[0].Incidents.ShouldBe([Own("A")]);
        _given.Incident("A").Cancelled.ShouldBeTrue();
    }

    [Fact]
    public void A_feed_is_one_senders_and_what_of_it_is_theirs_is_done()
    {
        By(Tib, Message("A"));
        var reception = By(Mallory, Message("B"), Cancel("C", 1, "A B"), Update("U", 2, "B"));
        reception.Placements.Select(p => p.Claim).ShouldBe([false, true, false]);
        (_given.Incident("A").Cancelled, _given.Incident("B").Open).ShouldBe((false, true));
    }

    [Fact]
    public void A_test_claims_nothing()
    {
        By(Tib, Message("A"));
        By(Mallory, Cancel("C", 1, "A", AlarmStatus.Test)).Claims.ShouldBeFalse();
        _given.Incident("A").Conflicts.ShouldBeEmpty();
    }
}
