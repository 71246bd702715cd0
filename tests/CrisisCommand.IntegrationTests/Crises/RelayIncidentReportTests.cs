using System.Net;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Crises;

public class RelayIncidentReportTests(Product product)
{
    [Fact]
    public async Task What_is_said_of_a_linked_incident_reaches_the_crisis_and_of_another_does_not()
    {
        var vd = await product.As("vd");
        var (linked, other) = (await vd.ReportIncident("Rök på plan 3"), await vd.ReportIncident("Annan rök"));
        var crisis = await vd.DeclareCrisis(linked);

        await vd.Verify(other);
        await vd.Verify(linked, "Brand bekräftad");

        await vd.Learns(crisis, linked, 3);
        var reports = await product.ReportsIn(crisis);
        reports
            .Select(r => (r.IncidentId, r.IncidentVersion, r.What))
            .ShouldBe([(linked, 1, ReportedFact.Report), (linked, 3, ReportedFact.Verification)]);
        var openings = await product
            .Services.GetRequiredService<Openings>()
            .OpenForHouse(Realm.Live, [.. reports.SelectMany(r => ((IDomainEvent)r).Texts)], default);
        reports.Select(r => openings[r.Text!.Value.Commitment]).ShouldBe(["Rök på plan 3", "Brand bekräftad"]);
    }

    [Fact]
    public async Task An_incident_linked_late_brings_what_was_reported_before()
    {
        var vd = await product.As("vd");
        var incident = await vd.ReportIncident();
        await vd.Verify(incident);
        var crisis = await vd.DeclareCrisis();

        (await vd.Post($"/crises/{crisis}/incidents", new { incidentId = incident })).ShouldBe(HttpStatusCode.NoContent);

        await vd.Learns(crisis, incident, 2);
        (await product.ReportsIn(crisis)).Select(r => r.IncidentVersion).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Nothing_more_reaches_a_crisis_that_is_over_or_no_longer_follows()
    {
        var vd = await product.As("vd");
        var incident = await vd.ReportIncident();
        var (unlinked, over, open) = (await vd.DeclareCrisis(incident), await vd.DeclareCrisis(incident), await vd.DeclareCrisis(incident));
        await vd.Learns(unlinked, incident, 1);
        await vd.Learns(over, incident, 1);
        await vd.StandDown(over);
        (await vd.Delete($"/crises/{unlinked}/incidents/{incident}", new { why = "Hör inte hit" })).ShouldBe(HttpStatusCode.NoContent);

        await vd.Verify(incident);

        // Crises are told in the order in which they were linked, so the last one to hear is the sign that the others were passed.
        await vd.Learns(open, incident, 6);
        (await product.ReportsIn(open)).Select(r => r.IncidentVersion).ShouldBe([1, 6]);
        (await product.ReportsIn(over)).Select(r => r.IncidentVersion).ShouldBe([1]);
        (await product.ReportsIn(unlinked)).Select(r => r.IncidentVersion).ShouldBe([1]);
    }

    [Fact]
    public async Task An_incident_linked_again_brings_what_was_missed()
    {
        var vd = await product.As("vd");
        var incident = await vd.ReportIncident();
        var crisis = await vd.DeclareCrisis(incident);
        await vd.Learns(crisis, incident, 1);
        (await vd.Delete($"/crises/{crisis}/incidents/{incident}", new { why = "Fel adress" })).ShouldBe(HttpStatusCode.NoContent);
        await vd.Verify(incident);

        (await vd.Post($"/crises/{crisis}/incidents", new { incidentId = incident })).ShouldBe(HttpStatusCode.NoContent);

        await vd.Learns(crisis, incident, 4);
        (await product.ReportsIn(crisis)).Select(r => r.IncidentVersion).ShouldBe([1, 4]);
    }
}
