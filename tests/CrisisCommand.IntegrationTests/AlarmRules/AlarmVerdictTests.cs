using System.Net;
using CrisisCommand.Alerts;
using CrisisCommand.IntegrationTests.Alarms;
using CrisisCommand.IntegrationTests.Alerts;
using CrisisCommand.IntegrationTests.Pages;
using CrisisCommand.Notifications;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;
using static CrisisCommand.IntegrationTests.AlarmRules.RuleSteps;

namespace CrisisCommand.IntegrationTests.AlarmRules;

/// <summary>What the product's own rules make of alarms that come.</summary>
public class AlarmVerdictTests(Product product)
{
    [Fact]
    public async Task A_yellow_warning_for_elsewhere_is_logged_and_wakes_nobody_until_it_is_graver()
    {
        var tib = await product.As("tib");
        var message = ForMalmo with { Identifier = $"M-{Fresh.Id():N}" };
        var incident = await message.Take(tib);
        await Pass(product);

        var shown = await Incident(product, incident);
        (shown["open"]!.GetValue<bool>(), shown["alert"], Text(shown["rule"], "verdict")).ShouldBe((true, null, "log"));
        Text(shown["rule"], "words").ShouldBe("Lindrigt i andra kommuner: loggas, larmar ingen");
        (await AlertSteps.Facts(product, Guid.Parse(incident))).ShouldBe(["alarm_logged"]);
        Text((await Incident(product, incident, "tib"))["rule"], "verdict").ShouldBe("log");
        var told = (await tib.Get($"/alarms/{shown["alarms"]![0]}")).ShouldBe(HttpStatusCode.OK).Json;
        (Text(told, "state"), Text(told, "rule")).ShouldBe(("logged", "Lindrigt i andra kommuner"));
        var jour = await product.As("jour");
        (await jour.Get("/incidents?open=true&limit=200")).Text.ShouldContain(incident);
        using var browsing = await Browsing.As("jour", product);
        var page = WebUtility.HtmlDecode(await (await browsing.Get($"/live/incidents/{incident}")).Content.ReadAsStringAsync());
        page.ShouldContain("<dt>Regel</dt>");
        page.ShouldContain("Lindrigt i andra kommuner: loggas, larmar ingen");

        (await (message.Update() with { Severity = "Severe", Area = message.Area }).Post(tib)).ShouldBe(HttpStatusCode.Created);
        await AlertSteps.Seen(product, Guid.Parse(incident), a => Text(a, "status") == "waiting");
        (await AlertSteps.Facts(product, Guid.Parse(incident))).ShouldBe(["alarm_logged", "alert_raised", "on_call_alerted"]);
        Text((await Incident(product, incident))["rule"], "verdict").ShouldBe("call");
    }

    [Fact]
    public async Task What_is_severe_calls_the_on_call_manager_and_is_told_to_the_leader()
    {
        var incident = await new CapMessage { Area = "<areaDesc>Rågsved</areaDesc>" }.Take(await product.As("tib"));
        await AlertSteps.Seen(product, Guid.Parse(incident), a => Text(a, "status") == "waiting");

        var shown = await Incident(product, incident);
        Text(shown["rule"], "verdict").ShouldBe("call-and-inform");
        (Text(shown["alert"]!["informed"], "person"), shown["alert"]!["attempts"]!.AsArray().Count).ShouldBe(("vd", 1));
        // Without a channel nobody has to ring them up: it is no call.
        var vd = await product.As("vd");
        var notice = Notice.StreamOf(await Caused(Guid.Parse(incident)), new("vd"));
        var told = await Eventually.Is(
            () => vd.Get($"/notices/{notice}"),
            r => r.Status == HttpStatusCode.OK && r.Json["ending"] is not null
        );
        (Text(told.Json, "purpose"), told.Json["waiting"]!.GetValue<bool>(), told.Json["answerBy"]).ShouldBe(("information", false, null));
        (await (await product.As("vd")).Post($"/incidents/{incident}/alert/acknowledgement")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task What_is_mild_and_ours_or_not_understood_wakes()
    {
        var tib = await product.As("tib");
        foreach (var area in new[] { "Rågsved", "Stockholms kommun", "Åsögatan 45" })
        {
            var message = new CapMessage { Severity = "Minor", Area = $"<areaDesc>{area}</areaDesc>" };
            var incident = await message.Take(tib);
            await AlertSteps.Seen(product, Guid.Parse(incident), a => Text(a, "status") == "waiting");
            Text((await Incident(product, incident))["rule"], "verdict").ShouldBe("call");
        }
    }

    [Fact]
    public async Task What_was_logged_and_one_of_ours_verifies_is_theirs()
    {
        var incident = await (ForMalmo with { Identifier = $"M-{Fresh.Id():N}" }).Take(await product.As("tib"));
        await Pass(product);
        var jour = await product.As("jour");
        (await jour.Post($"/incidents/{incident}/verification", new { verified = true, text = "Vi har personal där" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        var alert = await AlertSteps.Seen(product, Guid.Parse(incident), a => Text(a, "status") == "acknowledged");
        Text(alert, "acknowledgedBy").ShouldBe("jour");
    }

    private async Task<Guid> Caused(Guid incident)
    {
        var journals = product.Services.GetRequiredService<Journals>();
        var facts = await journals.Facts(Realm.Live, CrisisCommand.Alerts.Alert.StreamOf(incident), 1, null, default);
        return facts.Single(f => f.Event is LeaderInformed).EventId;
    }
}
