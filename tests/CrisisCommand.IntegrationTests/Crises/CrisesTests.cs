using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Crises;

public class CrisesTests(Product product)
{
    [Fact]
    public async Task A_declared_crisis_is_read_back_and_has_a_version()
    {
        var vd = await product.As("vd");
        var incident = await vd.ReportIncident();
        var crisis = await vd.DeclareCrisis(incident);
        var read = (await vd.Get($"/crises/{crisis}")).ShouldBe(HttpStatusCode.OK);

        var json = read.Json;
        (json["kind"]!.GetValue<string>(), json["title"]!.GetValue<string>(), json["status"]!.GetValue<string>()).ShouldBe(
            ("fire", "Brand i Skärholmen", "open")
        );
        (json["declaredBy"]!.GetValue<string>(), json["plan"]!.GetValue<string>(), json["meetingPlace"]!.GetValue<string>()).ShouldBe(
            ("vd", "normal", "Hornsgatan")
        );
        json["planVersion"]!.GetValue<long>().ShouldBe(1);
        json["incidents"]![0]!["incidentId"]!.GetValue<Guid>().ShouldBe(incident);
        read.ETag.ShouldNotBeNull();
        (await vd.Get($"/crises/{Fresh.Id()}")).ShouldBe(HttpStatusCode.NotFound);
        (await vd.Get($"/crises/{incident}")).ShouldBe(HttpStatusCode.NotFound);
        (await (await product.As("vd", "ovning")).Get($"/crises/{crisis}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Incidents_are_linked_once_and_unlinked_once()
    {
        var vd = await product.As("vd");
        var (crisis, incident) = (await vd.DeclareCrisis(), await vd.ReportIncident());
        var incidents = $"/crises/{crisis}/incidents";

        (await vd.Post(incidents, new { incidentId = incident })).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Crisis(crisis))["incidents"]!.AsArray().Count.ShouldBe(1);
        (await vd.Post(incidents, new { incidentId = incident })).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Crisis(crisis))["incidents"]!.AsArray().Count.ShouldBe(1);

        (await vd.Delete($"{incidents}/{incident}", new { why = "Fel adress" })).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Crisis(crisis))["incidents"]!.AsArray().ShouldBeEmpty();
        (await vd.Delete($"{incidents}/{incident}", new { why = "Fel adress" }))
            .ShouldBe(HttpStatusCode.NotFound)
            .Problem.ShouldBe("crises.not-linked");
    }

    [Fact]
    public async Task A_link_is_refused_where_incident_crisis_or_version_is_not_there()
    {
        var vd = await product.As("vd");
        var (crisis, incident) = (await vd.DeclareCrisis(), await vd.ReportIncident());

        var unknown = await vd.Post($"/crises/{crisis}/incidents", new { incidentId = Fresh.Id() });
        unknown.ShouldBe(HttpStatusCode.BadRequest).Problem.ShouldBe("crises.unknown-incident");
        unknown.Json["errors"]![0]!["pointer"]!.GetValue<string>().ShouldBe("#/incidentId");
        (await vd.Post($"/crises/{Fresh.Id()}/incidents", new { incidentId = incident })).ShouldBe(HttpStatusCode.NotFound);
        (await vd.Post($"/crises/{crisis}/incidents", new { incidentId = incident }, headers: ("If-Match", "\"999\""))).ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
    }

    [Fact]
    public async Task After_stand_down_every_command_is_refused_and_what_waited_is_void()
    {
        var (vd, writer, deputy) = (await product.As("vd"), await product.As("documentation"), await product.As("documentation-1"));
        var incident = await vd.ReportIncident();
        var crisis = await vd.DeclareCrisis(incident);
        var function = $"/crises/{crisis}/functions/documentation";
        (await vd.Post(function + "/staffing", new { personId = "documentation" })).ShouldBe(HttpStatusCode.NoContent);
        (await writer.Post(function + "/handover", new { to = "documentation-1", briefing = "Läget" })).ShouldBe(HttpStatusCode.NoContent);

        await vd.StandDown(crisis, proposer: writer);

        var read = await vd.Crisis(crisis);
        (read["status"]!.GetValue<string>(), read["stoodDownBy"]!.GetValue<string>(), read["standDownText"]!.GetValue<string>()).ShouldBe(
            ("stood-down", "vd", "Faran är över")
        );
        read["stoodDownAt"].ShouldNotBeNull();
        var klo = (await vd.Get($"/crises/{crisis}/klo")).Json;
        klo["stoodDownAt"].ShouldNotBeNull();
        klo["functions"]!.AsArray().ShouldAllBe(f => f!["handover"] == null);
        await Refused(writer.Post(function + "/answer", new { answer = "coming" }), "klo.stood-down");
        await Refused(vd.Post(function + "/staffing", new { personId = "documentation" }), "klo.stood-down");
        await Refused(writer.Post(function + "/handover", new { to = "vd", briefing = "Läget" }), "klo.stood-down");
        await Refused(deputy.Post(function + "/handover/acceptance"), "klo.stood-down");
        await Refused(deputy.Post(function + "/handover/refusal", new { why = "Över" }), "klo.stood-down");
        await Refused(vd.Post($"/crises/{crisis}/incidents", new { incidentId = incident }), "crises.stood-down");
        await Refused(vd.Delete($"/crises/{crisis}/incidents/{incident}", new { why = "Över" }), "crises.stood-down");
        await Refused(vd.Post($"/crises/{crisis}/stand-down", new { text = "Igen" }), "crises.stood-down");
    }

    [Fact]
    public async Task Crises_are_listed_newest_first_open_or_over_each_once()
    {
        var vd = await product.As("vd", "ovning");
        var crises = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            crises.Add(await vd.DeclareCrisis());
        }

        await vd.StandDown(crises[1]);
        await vd.StandDown(crises[3]);

        (await Listed(vd, "open=true")).Where(crises.Contains).ShouldBe([crises[4], crises[2], crises[0]]);
        (await Listed(vd, "open=false")).Where(crises.Contains).ShouldBe([crises[3], crises[1]]);
        (await Listed(vd, "")).Where(crises.Contains).ShouldBe(Enumerable.Reverse(crises));
    }

    private static async Task<List<Guid>> Listed(Caller caller, string filter)
    {
        var found = new List<Guid>();
        for (string? next = $"/crises?limit=2&{filter}"; next is not null; )
        {
            var page = (await caller.Get(next)).ShouldBe(HttpStatusCode.OK);
            found.AddRange(page.Json.AsArray().Select(c => c!["crisisId"]!.GetValue<Guid>()));
            next = page.Header("Link")?.Split('<', '>')[1];
        }

        found.ShouldBeUnique();
        return found;
    }

    private static async Task Refused(Task<Reply> command, string code) =>
        (await command).ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe(code);
}
