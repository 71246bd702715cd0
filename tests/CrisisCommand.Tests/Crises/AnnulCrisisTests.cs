using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Crises.CrisisGiven;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

/// <summary>A crisis declared by the CEO at noon by mistake.</summary>
public class AnnulCrisisTests
{
    private static readonly AnnulCrisis Mistake = new(Text("Det var en brandövning"));

    [Fact]
    public void It_is_taken_back_once_and_its_incidents_are_free_again()
    {
        var first = Crisis(Linked)
            .Twice(now => Mistake.Decide(now, CrisisId, After(LeaderStaffed), Vd, Noon))
            .ThenRefused(CrisisRefusals.AlreadyAnnulled);

        first.Events.ShouldBe([new CrisisAnnulled(Mistake.Why), new KloStoodDown(Mistake.Why)]);
        var (stream, events) = first.Elsewhere.ShouldHaveSingleItem();
        stream.ShouldBe(IncidentId);
        events.ShouldBe([new IncidentReleasedFromCrisis(CrisisId)]);

        var after = Crisis([Linked, .. first.Events]);
        (after.IsStoodDown, after.Linked.Length, after.Follows(IncidentId)).ShouldBe((true, 0, false));
        CrisisShown.StatusOf(after).ShouldBe(CrisisStatus.Annulled);
    }

    [Fact]
    public void An_incident_that_was_released_belongs_to_no_crisis_and_may_be_raised_again()
    {
        IDomainEvent[] raised = [new IncidentRaisedToCrisis(CrisisId), new IncidentReleasedFromCrisis(CrisisId)];
        Fold.Of<Incident>(Facts(raised)).Crises.ShouldBeEmpty();
        Fold.Of<Incident>(Facts([.. raised, new IncidentRaisedToCrisis(CrisisId)])).Crises.ShouldBe([CrisisId]);
    }

    [Fact]
    public void Whoever_declared_it_may_although_another_leads_by_now_and_so_may_the_leader()
    {
        var led = After(new FunctionStaffed(Leader, Vd1, Mandate.Deputy));
        By(Crisis(), led, Vd).Refusal.ShouldBeNull();
        By(Crisis(), led, Vd1).Refusal.ShouldBeNull();
        By(Crisis(), led, Writer).ShouldBeRefused(CrisisRefusals.NotYoursToEnd);
    }

    [Fact]
    public void It_is_a_mistake_for_an_hour()
    {
        Mistake.Decide(Crisis(), CrisisId, After(), Vd, Noon.AddMinutes(60)).Refusal.ShouldBeNull();
        Mistake.Decide(Crisis(), CrisisId, After(), Vd, Noon.AddMinutes(60).AddTicks(1)).ShouldBeRefused(CrisisRefusals.AnnulledTooLate);
    }

    [Fact]
    public void What_another_crisis_came_into_is_no_mistake() =>
        By(Crisis(new CrisisJoined(IncidentId, Text("Samma"))), After(LeaderStaffed), Vd).ShouldBeRefused(CrisisRefusals.HasJoined);

    [Fact]
    public void What_is_stood_down_stays_so() => By(Crisis(StoodDown), After(StoodDown), Vd).ShouldBeRefused(CrisisRefusals.StoodDown);

    private static Outcome By(Crisis crisis, KloActivation klo, PersonId by) => Mistake.Decide(crisis, CrisisId, klo, by, Noon);
}
