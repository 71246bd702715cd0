using System.Net;
using CrisisCommand.IntegrationTests.Pages;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.IntegrationTests.Alerts.AlertSteps;

namespace CrisisCommand.IntegrationTests.Alerts;

/// <summary>Whoever handles it has it, and nobody is told of their own alarm.</summary>
public class HandledAlertTests(Product product)
{
    [Fact]
    public async Task Whoever_handles_an_incident_has_its_alert()
    {
        var (jour, incident) = (await product.As("jour"), await Alarm(product));
        await Seen(product, incident, a => a["status"]!.GetValue<string>() == "waiting");

        (await jour.Post($"/incidents/{incident}/verification", new { verified = true, text = "Det brinner" })).ShouldBe(
            HttpStatusCode.NoContent
        );

        await Seen(product, incident, a => a["acknowledgedBy"]?.GetValue<string>() == "jour");
        var alert = (await jour.Get($"/incidents/{incident}")).Json["alert"]!;
        (alert["status"]!.ToString(), alert["takenBy"]!["person"]!.ToString(), alert["attempts"]!.AsArray().Count).ShouldBe(
            ("acknowledged", "jour", 1)
        );
        alert["takenBy"]!["phone"]!.ToString().ShouldStartWith("+46");
        // Its sender is told who has it and where to call, and not whom we asked.
        var told = (await (await product.As("tib")).Get($"/incidents/{incident}")).Json["alert"]!;
        (told["takenBy"]!["phone"]!.ToString(), told["attempts"]!.AsArray().Count).ShouldBe((alert["takenBy"]!["phone"]!.ToString(), 0));
    }

    [Fact]
    public async Task Whoever_is_on_duty_and_types_it_in_has_it_from_the_start()
    {
        var jour = await product.As("jour");
        var alarm = new
        {
            source = "jour",
            kind = "fire",
            place = "Ekholmen 3",
            text = "Brand i trapphus",
        };
        var incident = (await jour.Post("/alarms", alarm)).ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();

        var alert = await Seen(product, incident, a => a["status"]!.GetValue<string>() == "acknowledged");
        (alert["acknowledgedBy"]!.ToString(), Persons(alert).Count()).ShouldBe(("jour", 0));
    }

    [Fact]
    public async Task One_of_ours_ends_the_calling_and_says_why()
    {
        var (vd, other, incident) = (await product.As("vd"), await product.Newcomer("employee"), await Alarm(product));
        await Seen(product, incident, a => a["status"]!.GetValue<string>() == "waiting");
        var why = new { why = "Provlarm hos grannen" };
        (await other.Post($"/incidents/{incident}/alert/end", why)).ShouldBe(HttpStatusCode.Forbidden);
        (await vd.Post($"/incidents/{incident}/alert/end", new { })).ShouldBe(HttpStatusCode.BadRequest);

        (await vd.Post($"/incidents/{incident}/alert/end", why)).ShouldBe(HttpStatusCode.NoContent);

        var alert = (await Alert(product, incident))!;
        (alert["endedBy"]!.ToString(), alert["endedByPerson"]!.ToString()).ShouldBe(("by-person", "vd"));
        (await vd.Post($"/incidents/{incident}/alert/end", why)).ShouldBeRefused(HttpStatusCode.Conflict, "alerts.over");
        // It is on the incident for everybody who may look, and not for its sender.
        var seen = (await vd.Get($"/incidents/{incident}")).Json;
        (seen["open"]!.GetValue<bool>(), seen["alert"]!["ended"]!["by"]!.ToString()).ShouldBe((true, "vd"));
        using var browsing = await Browsing.As("vd", product);
        var page = await (await browsing.Get($"/live/incidents/{incident}")).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        page.ShouldContain("Provlarm hos grannen");
        (await (await product.As("tib")).Get($"/incidents/{incident}")).Json["alert"]!["ended"].ShouldBeNull();
    }
}
