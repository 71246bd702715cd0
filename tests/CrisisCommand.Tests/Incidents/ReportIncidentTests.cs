using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;
using static CrisisCommand.Tests.Incidents.IncidentGiven;

namespace CrisisCommand.Tests.Incidents;

public class ReportIncidentTests
{
    private static readonly ReferenceData Reference = new([new("fire")], [new(new("skarholmen"), "Skärholmen", [])]);
    private static readonly ReportIncident Report = new(new("fire"), Text("Ekholmen 3"), Text("Rök i trapphus"), new("skarholmen"));

    [Fact]
    public void Is_reported_as_told_however_often()
    {
        TwiceIssued.Stateless(() => Report.Decide(Reference, Noon)).ShouldBeOnly(Reported);
    }

    [Fact]
    public void What_has_not_happened_yet_is_refused_beyond_what_a_clock_may_be_wrong()
    {
        (Report with { OccurredAt = Noon.AddSeconds(59) }).Decide(Reference, Noon).Refusal.ShouldBeNull();
        (Report with { OccurredAt = Noon.AddSeconds(61) }).Decide(Reference, Noon).ShouldOnlyRefuse(IncidentRefusals.InTheFuture);
    }

    [Fact]
    public void Unknown_kind_and_area_are_refused_where_they_stand()
    {
        (Report with { Kind = new("flood") }).Decide(Reference, Noon).Refusal!.Pointer.ShouldBe("#/kind");
        (Report with { Area = new("ragsved") }).Decide(Reference, Noon).Refusal!.Pointer.ShouldBe("#/area");
    }

    [Fact]
    public void A_reported_incident_is_open_and_actionable()
    {
        var incident = After();
        (incident.Open, incident.Actionable, incident.Source, incident.ReportedAt).ShouldBe((true, true, AlarmSource.Staff, Noon));
    }
}
