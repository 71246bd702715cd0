using CrisisCommand.Access;
using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Crises.CrisisGiven;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

/// <summary>Two crises declared at noon about the same fire.</summary>
public class MergeCrisisTests
{
    private static readonly Guid Other = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8059");
    private static readonly Guid Shared = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a805a");
    private static readonly MergeCrisis Double = new(Other, Text("Båda gäller Ekholmen"));

    [Fact]
    public void One_ends_and_the_other_goes_on_with_the_incidents_of_both()
    {
        var (ends, into) = (Crisis(Linked, new IncidentLinked(Shared)), Crisis(new IncidentLinked(Shared)));
        var first = ends.Twice(now => Double.Decide(now, CrisisId, After(LeaderStaffed), into, refused: null, Vd, Noon))
            .ThenRefused(CrisisRefusals.StoodDown);

        first.Events.ShouldBe([new CrisisMerged(Other, Double.Why), new KloStoodDown(Double.Why)]);
        Elsewhere(first, Other).ShouldBe([new CrisisJoined(CrisisId, Double.Why), new IncidentLinked(IncidentId)]);
        Elsewhere(first, IncidentId).ShouldBe([new IncidentReleasedFromCrisis(CrisisId), new IncidentRaisedToCrisis(Other)]);
        Elsewhere(first, Shared).ShouldBe([new IncidentReleasedFromCrisis(CrisisId)]);
        first.Elsewhere.Length.ShouldBe(3);

        var after = Crisis([Linked, .. first.Events]);
        (CrisisShown.StatusOf(after), after.MergedInto?.Other, after.Linked.Length).ShouldBe((CrisisStatus.Merged, Other, 0));
        var goesOn = Crisis([new IncidentLinked(Shared), .. Elsewhere(first, Other)]);
        goesOn.Joined.ShouldHaveSingleItem().Other.ShouldBe(CrisisId);
        goesOn.Linked.ShouldBe([Shared, IncidentId]);
    }

    [Fact]
    public void Whoever_leads_it_may_at_any_time_and_whoever_declared_it_within_the_hour()
    {
        var led = After(new FunctionStaffed(Leader, Vd1, Mandate.Deputy));
        Outcome At(PersonId by, int minutes) =>
            Double.Decide(Crisis(), CrisisId, led, Crisis(), refused: null, by, Noon.AddMinutes(minutes));
        At(Vd1, 300).Refusal.ShouldBeNull();
        At(Vd, 60).Refusal.ShouldBeNull();
        At(Vd, 61).ShouldBeRefused(CrisisRefusals.NotYoursToEnd);
        At(Writer, 1).ShouldBeRefused(CrisisRefusals.NotYoursToEnd);
    }

    [Fact]
    public void Not_into_itself_nor_into_what_is_unknown_over_or_closed_to_the_sender()
    {
        new MergeCrisis(CrisisId, Double.Why)
            .Decide(Crisis(), CrisisId, After(), into: null, refused: null, Vd, Noon)
            .ShouldBeRefused(CrisisRefusals.MergedIntoItself);
        By(Crisis(), into: null, Vd).ShouldBeRefused(CrisisRefusals.UnknownCrisis);
        By(Crisis(), Crisis(StoodDown), Vd).ShouldBeRefused(CrisisRefusals.MergedIntoEnded);
        By(Crisis(StoodDown), Crisis(), Vd).ShouldBeRefused(CrisisRefusals.StoodDown);
        Double
            .Decide(Crisis(), CrisisId, After(), Crisis(), AccessRefusals.NotPermitted, Vd, Noon)
            .ShouldBeRefused(AccessRefusals.NotPermitted);
    }

    private static Outcome By(Crisis crisis, Crisis? into, PersonId by) =>
        Double.Decide(crisis, CrisisId, After(LeaderStaffed), into, refused: null, by, Noon);

    private static IEnumerable<IDomainEvent> Elsewhere(Outcome outcome, Guid stream) =>
        outcome.Elsewhere.Single(e => e.Stream == stream).Events;
}
