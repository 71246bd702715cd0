using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests.Crises;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>What the city's duty officer asks of their alarm: who has it, and what became of it.</summary>
public class GetAlarmTests(Product product)
{
    [Fact]
    public async Task Its_sender_follows_an_alarm_from_the_call_to_the_crisis()
    {
        var (tib, jour, vd) = (await product.As("tib"), await product.As("jour"), await product.As("vd"));
        var (alarm, incident) = await Alarm(tib);
        var called = await Comes(tib, alarm, "called");
        (called["takenBy"], called["verified"], called["crisis"]).ShouldBe((null, null, null));
        called["calledAt"].ShouldNotBeNull();

        await jour.Verify(incident);
        var taken = await Comes(tib, alarm, "taken");
        (taken["takenBy"]!["person"]!.ToString(), taken["verified"]!.GetValue<bool>()).ShouldBe(("jour", true));
        taken["takenBy"]!["phone"]!.ToString().ShouldStartWith("+46");
        taken["takenBy"]!["name"]!.ToString().ShouldNotBe("jour");

        var crisis = await vd.DeclareCrisis(incident);
        (await vd.Post($"/crises/{crisis}/level", new { level = "partial", why = "Två områden" })).ShouldBe(HttpStatusCode.NoContent);
        await (await product.As("security-liaison")).Staff(crisis, "security-liaison", "security-liaison");
        var next = TimeProvider.System.GetUtcNow().AddHours(1);
        (await vd.Post($"/crises/{crisis}/situation", new { text = "Brand under kontroll", nextAt = next })).ShouldBe(
            HttpStatusCode.Created
        );

        var raised = await Comes(tib, alarm, "crisis");
        (raised["crisis"]!["crisisId"]!.GetValue<Guid>(), raised["crisis"]!["open"]!.GetValue<bool>()).ShouldBe((crisis, true));
        (raised["level"]!.ToString(), raised["liaison"]!["person"]!.ToString()).ShouldBe(("partial", "security-liaison"));
        raised["liaison"]!["phone"]!.ToString().ShouldStartWith("+46");
        raised["nextReportAt"]!.GetValue<DateTimeOffset>().ShouldBe(next, TimeSpan.FromSeconds(1));
        // Not what we said to each other.
        raised.ToJsonString().ShouldNotContain("Brand under kontroll");

        (await vd.Post($"/crises/{crisis}/annulment", new { why = "Misstag" })).ShouldBe(HttpStatusCode.NoContent);
        var again = await Comes(tib, alarm, "taken");
        (again["crisis"], again["level"], again["liaison"]).ShouldBe((null, null, null));
        (await jour.Post($"/incidents/{incident}/closure", new { text = "Släckt" })).ShouldBe(HttpStatusCode.NoContent);
        await Comes(tib, alarm, "closed");
    }

    [Fact]
    public async Task Another_sender_is_told_that_there_is_none_and_our_duty_organisation_is_told_all()
    {
        var (tib, other) = (await product.As("tib"), await product.NewMachine("sos"));
        var (alarm, _) = await Alarm(tib);
        (await other.Get($"/alarms/{alarm}")).ShouldBe(HttpStatusCode.NotFound);
        (await (await product.As("jour")).Get($"/alarms/{alarm}")).ShouldBe(HttpStatusCode.OK);
        (await (await product.Newcomer("employee")).Get($"/alarms/{alarm}")).ShouldBe(HttpStatusCode.Forbidden);
        (await tib.Get($"/alarms/{Fresh.Id()}")).ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<JsonNode> Comes(Caller tib, Guid alarm, string state) =>
        await Eventually.Is(
            async () => (await tib.Get($"/alarms/{alarm}")).ShouldBe(HttpStatusCode.OK).Json,
            a => a["state"]!.ToString() == state
        );

    private static async Task<(Guid Alarm, Guid Incident)> Alarm(Caller tib)
    {
        var alarm = new
        {
            source = "tib",
            kind = "fire",
            place = $"Ekholmen {Fresh.Id()}",
            text = "Brand i trapphus",
            identifier = Fresh.Id().ToString(),
        };
        var taken = (await tib.Post("/alarms", alarm)).ShouldBe(HttpStatusCode.Created).Json;
        return (taken["alarmId"]!.GetValue<Guid>(), taken["incidentId"]!.GetValue<Guid>());
    }
}
