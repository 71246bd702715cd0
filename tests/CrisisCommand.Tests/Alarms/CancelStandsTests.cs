using CrisisCommand.Alarms;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Alarms.AlarmGiven;

namespace CrisisCommand.Tests.Alarms;

/// <summary>A sender's Cancel ends what nobody of ours has verified, and does not beat our own eyes.</summary>
public class CancelStandsTests
{
    private static readonly CommittedText Seen = CommittedText.Commit("Brinner i soprum");
    private static readonly IncidentVerified Verified = new(Seen);
    private static readonly IncidentRefuted Refuted = new(CommittedText.Commit("Matos"));
    private static readonly IncidentClosed Closed = new(CommittedText.Commit("Släckt"));
    private readonly AlarmGiven _given = new();

    private Incident Fire => _given.Incident("A");

    private void Given(params IDomainEvent[] ours)
    {
        _given.Receive(Message("A"));
        foreach (var fact in ours)
        {
            _given.Happened(Own("A"), fact);
        }
    }

    /// <summary>One of ours looks, after whatever happened.</summary>
    private void Verify(bool verified = true) =>
        new VerifyIncident(verified, Seen).Decide(Fire).Events.ToList().ForEach(e => _given.Happened(Own("A"), e));

    private (bool Open, bool Cancelled, bool Marked) Stand => (Fire.Open, Fire.Cancelled, Fire.CancelledBySender);

    [Fact]
    public void What_nobody_has_verified_is_ended()
    {
        Given();
        _given.Receive(Cancel("C", 1, "A")).Happened[0].Events.ShouldBe([new AlarmCancelled(Alarm("C", 1))]);
        Stand.ShouldBe((false, true, true));
    }

    [Fact]
    public void What_we_verified_stands_marked()
    {
        Given(Verified);
        _given
            .Receive(Cancel("C", 1, "A"))
            .ShouldBeOnly((Own("A"), new AlarmCancelled(Alarm("C", 1), Stands: true)), (Id("C"), new AlarmFiled([Own("A")], Raw)));
        Stand.ShouldBe((true, false, true));
        (Fire.Text, Fire.Latest!.What).ShouldBe((Alarm("A").Text, ReportedFact.AlarmCancellation));
    }

    [Fact]
    public void What_we_refuted_in_the_end_is_ended()
    {
        Given(Verified, Refuted);
        _given.Receive(Cancel("C", 1, "A"));
        Stand.ShouldBe((false, true, true));
    }

    [Fact]
    public void What_we_verified_and_closed_is_closed()
    {
        Given(Verified, Closed);
        _given.Receive(Cancel("C", 1, "A")).Happened[0].Events.ShouldBe([new AlarmCancelled(Alarm("C", 1))]);
        (Fire.Open, Fire.Closed).ShouldBe((false, true));
    }

    [Fact]
    public void Whoever_says_that_it_goes_on_takes_the_mark_away()
    {
        Given(Verified);
        _given.Receive(Cancel("C", 1, "A"));
        new VerifyIncident(true, Seen).Decide(Fire).Events.ShouldBe([new IncidentVerified(Seen, GoesOn: true)]);
        Verify();
        Stand.ShouldBe((true, false, false));
        new VerifyIncident(true, Seen).Decide(Fire).Events.ShouldBe([new IncidentVerified(Seen)]);
    }

    [Fact]
    public void Our_own_eyes_open_what_the_sender_ended_before_they_looked()
    {
        Given();
        _given.Receive(Cancel("C", 1, "A"));
        Verify();
        Stand.ShouldBe((true, false, false));
    }

    [Fact]
    public void A_refutation_after_it_ends_nothing_and_a_closure_does()
    {
        Given(Verified);
        _given.Receive(Cancel("C", 1, "A"));
        Verify(verified: false);
        Stand.ShouldBe((true, false, true));
        _given.Happened(Own("A"), Closed);
        Fire.Open.ShouldBeFalse();
    }

    [Fact]
    public void The_same_cancel_again_marks_nothing_and_another_one_does()
    {
        Given(Verified);
        _given.Receive(Cancel("C", 1, "A"));
        Verify();
        _given.Receive(Cancel("C", 1, "A")).Placements[0].Repeated.ShouldBeTrue();
        Stand.ShouldBe((true, false, false));
        _given.Receive(Cancel("D", 2, "A"));
        Stand.ShouldBe((true, false, true));
        _given.Receive(Cancel("E", 3, "A"));
        Stand.ShouldBe((true, false, true));
    }

    [Fact]
    public void The_senders_own_newer_update_takes_it_away_and_an_older_one_is_told_all_the_same()
    {
        Given(Verified);
        _given.Receive(Cancel("C", 5, "A"));
        _given.Receive(Update("U", 3, "A")).Placements[0].Actionable.ShouldBeTrue();
        (Stand, Fire.Text).ShouldBe(((true, false, true), Alarm("U").Text));
        _given.Receive(Otherwise(Message("A"), "Mer", Severity.Extreme)).Placements[0].Updated.ShouldBeTrue();
        Stand.ShouldBe((true, false, true));
        _given.Receive(Update("V", 7, "A"));
        (Stand, Fire.Text).ShouldBe(((true, false, false), Alarm("V").Text));
    }

    [Fact]
    public void A_cancel_older_than_what_the_sender_said_since_marks_nothing()
    {
        Given(Verified);
        _given.Receive(Update("U", 5, "A"));
        _given.Receive(Cancel("C", 3, "A")).Placements[0].Actionable.ShouldBeFalse();
        Stand.ShouldBe((true, false, false));
    }

    [Fact]
    public void A_cancel_that_came_before_what_it_cancels_has_no_say_once_somebody_verified()
    {
        _given.Receive(Cancel("C", 1, "A"));
        new VerifyIncident(true, Seen).Decide(_given.Incident("C")).Events.ToList().ForEach(e => _given.Happened(Own("C"), e));
        _given.Receive(Message("A")).Placements[0].Actionable.ShouldBeTrue();
        _given.Incident("C").Open.ShouldBeTrue();
    }

    [Fact]
    public void What_older_builds_wrote_reads_as_it_did()
    {
        Given(Verified, new AlarmCancelled(Alarm("C", 1)), Verified);
        (Fire.Open, Fire.Cancelled).ShouldBe((false, true));
    }
}
