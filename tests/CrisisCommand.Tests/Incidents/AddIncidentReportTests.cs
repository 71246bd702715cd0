using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Incidents.IncidentGiven;

namespace CrisisCommand.Tests.Incidents;

public class AddIncidentReportTests
{
    private static readonly AddIncidentReport Add = new(Text("Två personer ute på balkong"), Noon.AddMinutes(-5));
    private static readonly IncidentReportAdded Added = new(Noon.AddMinutes(-5), Text("Två personer ute på balkong"));

    [Fact]
    public void Each_report_is_a_fact_of_its_own()
    {
        After().Twice(now => Add.Decide(now, Noon)).ThenTheSame().ShouldBeOnly(Added);
        After(Added).Latest!.Text.ShouldBe(Text("Två personer ute på balkong"));
    }

    [Fact]
    public void Whoever_may_only_report_on_it_does_not_have_it_in_hand()
    {
        Add.Decide(After(), Noon, byHandler: false).ShouldBeOnly(Added with { ByHandler = false });
        After(Added with { ByHandler = false }).Handler.ShouldBeNull();
        After(Added).Handler.ShouldNotBeNull();
    }

    [Fact]
    public void What_has_not_happened_yet_is_refused() =>
        (Add with { OccurredAt = Noon.AddMinutes(2) }).Decide(After(), Noon).ShouldOnlyRefuse(IncidentRefusals.InTheFuture);

    [Fact]
    public void Wrong_input_is_named_before_the_state_is() =>
        (Add with { OccurredAt = Noon.AddMinutes(2) }).Decide(After(Closed), Noon).ShouldOnlyRefuse(IncidentRefusals.InTheFuture);

    [Fact]
    public void A_closed_incident_takes_no_report() => Add.Decide(After(Closed), Noon).ShouldOnlyRefuse(IncidentRefusals.Closed);
}
