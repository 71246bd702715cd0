using System.Net;
using static CrisisCommand.IntegrationTests.Alerts.AlertSteps;

namespace CrisisCommand.IntegrationTests.Alerts;

/// <summary>An alarm waits longer for an answer than a test takes.</summary>
public class AlertTests(Product product)
{
    [Fact]
    public async Task The_on_call_manager_is_alerted_and_an_acknowledgement_stops_it()
    {
        var incident = await Alarm(product);
        var jour = await product.As("jour");
        var alert = await Seen(product, incident, a => a["status"]!.GetValue<string>() == "waiting");
        Persons(alert).ShouldBe(["jour"]);
        (alert["alerted"]![0]!["answerBy"]!.GetValue<DateTimeOffset>() - alert["raisedAt"]!.GetValue<DateTimeOffset>()).ShouldBe(
            Product.TimeToAnswer
        );

        var other = await product.Newcomer("employee");
        (await other.Post($"/incidents/{incident}/alert/acknowledgement")).ShouldBeRefused(HttpStatusCode.Forbidden, "alerts.not-alerted");
        (await jour.Post($"/incidents/{incident}/alert/acknowledgement")).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"3\"");
        (await jour.Post($"/incidents/{incident}/alert/acknowledgement")).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"3\"");
        (await Alert(product, incident))!["acknowledgedBy"]!.GetValue<string>().ShouldBe("jour");
    }

    [Fact]
    public async Task A_crisis_declared_from_it_ends_it_and_so_does_its_closure()
    {
        var vd = await product.As("vd");
        var (raised, closed) = (await Alarm(product), await Alarm(product));
        await Seen(product, raised, a => a["status"]!.GetValue<string>() == "waiting");
        await Seen(product, closed, a => a["status"]!.GetValue<string>() == "waiting");
        var crisis = new
        {
            kind = "fire",
            title = "Brand",
            reason = "Hot mot liv",
            evenSo = true,
            incidentIds = new[] { raised },
        };
        (await vd.Post("/crises", crisis)).ShouldBe(HttpStatusCode.Created);
        (await vd.Post($"/incidents/{closed}/closure", new { text = "Släckt" })).ShouldBe(HttpStatusCode.NoContent);

        (await Seen(product, raised, Ended))["endedBy"]!.GetValue<string>().ShouldBe("raised-to-crisis");
        (await Seen(product, closed, Ended))["endedBy"]!.GetValue<string>().ShouldBe("closed");
        (await (await product.As("jour")).Post($"/incidents/{closed}/alert/acknowledgement")).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "alerts.over"
        );
    }

    [Fact]
    public async Task What_our_own_people_report_alerts_nobody()
    {
        var vd = await product.As("vd");
        var report = new
        {
            kind = "fire",
            place = "Ekholmen 3",
            text = "Rök",
        };
        var reported = (await vd.Post("/incidents", report)).ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();
        // An alarm that came after it has been looked at: so has the report.
        await Seen(product, await Alarm(product), a => a["status"]!.GetValue<string>() == "waiting");
        (await vd.Get($"/incidents/{reported}/alert")).ShouldBeRefused(HttpStatusCode.NotFound, "platform.not-found");
    }
}
