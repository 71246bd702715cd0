using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Incidents;

/// <summary>An incident's life over HTTP: reported, told more of, assessed, closed; listed in pages and read.</summary>
public class IncidentsTests(Product product)
{
    [Fact]
    public async Task Everything_said_of_an_incident_can_be_read()
    {
        var jour = await product.As("jour");
        var incident = await Report(jour);
        (await jour.Post($"{incident}/reports", new { text = "Två på balkong", occurredAt = "2026-01-01T00:00:00+01:00" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        (await jour.Post($"{incident}/verification", new { verified = true, text = "Brinner i soprum" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        var assessed = await jour.Post($"{incident}/assessment", new { severity = "severe", text = "Rökfyllt" });
        assessed.ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"4\"");

        var read = (await jour.Get(incident)).ShouldBe(HttpStatusCode.OK);

        read.ETag.ShouldBe("\"4\"");
        (await jour.Get(incident, ("If-None-Match", "W/\"4\""))).ShouldBe(HttpStatusCode.NotModified);
        var json = read.Json;
        (json["kind"]!.ToString(), json["area"]!.ToString(), json["place"]!.ToString()).ShouldBe(("fire", "skarholmen", "Ekholmen 3"));
        (json["severity"]!.ToString(), json["source"]!.ToString(), json["text"]!.ToString()).ShouldBe(
            ("severe", "staff", "Rök i trapphus")
        );
        var latest = json["latest"]!;
        (latest["text"]!.ToString(), latest["by"]!.ToString(), latest["kind"]!.ToString()).ShouldBe(("Rökfyllt", "jour", "assessment"));
        latest["at"]!.ToString().ShouldBe(json["log"]![3]!["recordedAt"]!.ToString());
        json["cancelledBySender"]!.GetValue<bool>().ShouldBeFalse();
        (json["verified"]!.GetValue<bool>(), json["open"]!.GetValue<bool>(), json["cancelled"]!.GetValue<bool>()).ShouldBe(
            (true, true, false)
        );
        json["alarms"]!.AsArray().ShouldBeEmpty();
        json["crises"]!.AsArray().ShouldBeEmpty();
        json["log"]!
            .AsArray()
            .Select(l => l!["words"]!.ToString())
            .ShouldBe([
                "Händelse rapporterad, Brand, Ekholmen 3: Rök i trapphus",
                "Ny uppgift om händelsen: Två på balkong",
                "Händelsen bekräftad: Brinner i soprum",
                "Händelsens allvarlighet bedömd (Allvarlig): Rökfyllt",
            ]);
        json["log"]![1]!["occurredAt"]!.ToString().ShouldBe("2025-12-31T23:00:00Z");
        (await jour.Get(incident, ("Accept-Language", "en"))).Json["log"]![2]!["words"]!
            .ToString()
            .ShouldBe("Incident confirmed: Brinner i soprum");
    }

    [Fact]
    public async Task Is_closed_once_and_takes_nothing_more()
    {
        var jour = await product.As("jour");
        var incident = await Report(jour);
        (await jour.Post($"{incident}/closure", new { text = "Släckt" })).ShouldBe(HttpStatusCode.NoContent);
        var again = (await jour.Post($"{incident}/closure", new { text = "Släckt" })).ShouldBe(HttpStatusCode.Conflict);
        again.Problem.ShouldBe("incidents.closed");
        again.Json["detail"]!.ToString().ShouldBe("Händelsen är avslutad. Rapportera en ny händelse om något mer inträffar.");
        (await jour.Post($"{incident}/reports", new { text = "Mer" })).ShouldBe(HttpStatusCode.Conflict);
        (await jour.Post($"{incident}/assessment", new { severity = "minor", text = "Mer" })).ShouldBe(HttpStatusCode.Conflict);
        (await jour.Get(incident)).Json["open"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Wrong_input_and_unknown_incidents_are_refused()
    {
        var jour = await product.As("jour");
        var incident = await Report(jour);
        (await jour.Post($"{incident}/reports", new { text = "x", occurredAt = "2999-01-01T00:00:00Z" }))
            .ShouldBe(HttpStatusCode.BadRequest)
            .Problem.ShouldBe("incidents.in-the-future");
        (await jour.Post($"{incident}/assessment", new { severity = "awful", text = "x" })).ShouldBe(HttpStatusCode.BadRequest).Json[
            "errors"
        ]![0]!["pointer"]!
            .ToString()
            .ShouldBe("#/severity");
        (await jour.Get($"/incidents/{Fresh.Id()}")).ShouldBe(HttpStatusCode.NotFound);
        (await jour.Post($"/incidents/{Fresh.Id()}/closure", new { text = "x" })).ShouldBe(HttpStatusCode.NotFound);
        (await (await product.As("jour", "ovning")).Get(incident.Replace("live", "ovning"))).ShouldBe(HttpStatusCode.NotFound);
        foreach (var query in new[] { "limit=0", "limit=201", "limit=x", "after=x", "after=1-x", "open=x", "kind=A!" })
        {
            (await jour.Get($"/incidents?{query}")).ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task A_list_is_walked_in_pages_that_give_each_incident_once_while_new_ones_come()
    {
        var jour = await product.As("jour");
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            made.Add(await Report(jour, area: "bagarmossen", kind: "gas-leak"));
        }

        await jour.Post($"{made[0]}/closure", new { text = "Klart" });
        var seen = new List<string>();
        for (var next = "/incidents?area=bagarmossen&kind=gas-leak&open=true&limit=2"; next is not null; )
        {
            var page = (await jour.Get(next)).ShouldBe(HttpStatusCode.OK);
            seen.AddRange(page.Json.AsArray().Select(i => i!["incidentId"]!.ToString()));
            next = page.Header("Link") is { } link ? link[(link.IndexOf('<') + 1)..link.IndexOf('>')] : null!;
            await Report(jour, area: "bagarmossen", kind: "gas-leak");
        }

        seen.ShouldBe(Enumerable.Reverse(made).Take(4).Select(m => m[(m.LastIndexOf('/') + 1)..]));
        var open = (await jour.Get("/incidents?area=bagarmossen&kind=gas-leak&open=false")).Json.AsArray();
        var closed = open.ShouldHaveSingleItem()!;
        (closed["text"]!.ToString(), closed["latest"]!["text"]!.ToString()).ShouldBe(("Rök i trapphus", "Klart"));
    }

    private static async Task<string> Report(Caller caller, string area = "skarholmen", string kind = "fire") => (
            await caller.Post(
                "/incidents",
                new
                {
                    kind,
                    area,
                    place = "Ekholmen 3",
                    text = "Rök i trapphus",
                }
            )
        ).ShouldBe(HttpStatusCode.Created).Location!;
}
