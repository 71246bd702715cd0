using System.Net;
using CrisisCommand.Access;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Boards;

public class MyCrisisTests(Product product)
{
    [Fact]
    public async Task A_phone_gets_tasks_decisions_the_leader_and_what_may_be_done()
    {
        var (vd, press) = (await product.As("vd"), await product.As("communications"));
        var crisis = await vd.DeclareCrisis();
        (await vd.Post($"/crises/{crisis}/tasks", new { text = "Ring hyresgästerna", function = "communications" })).ShouldBe(
            HttpStatusCode.Created
        );
        var decision = new
        {
            decision = "Gå ut med VMA",
            motive = "Rök",
            executor = "communications",
        };
        (await vd.Post($"/crises/{crisis}/decisions", decision)).ShouldBe(HttpStatusCode.Created);
        (await press.Post($"/crises/{crisis}/functions/communications/staffing", new { personId = "communications" })).ShouldBe(
            HttpStatusCode.NoContent
        );

        var mine = (await press.Get($"/crises/{crisis}/me")).ShouldBe(HttpStatusCode.OK).Json;

        (mine["tasks"]![0]!["text"]!.GetValue<string>(), mine["tasks"]![0]!["functionName"]!.GetValue<string>()).ShouldBe(
            ("Ring hyresgästerna", "Kommunikation")
        );
        mine["decisions"]![0]!["decision"]!.GetValue<string>().ShouldBe("Gå ut med VMA");
        (mine["leader"]!["person"]!.GetValue<string>(), mine["leader"]!["acting"]!.GetValue<bool>()).ShouldBe(("vd", true));
        mine["persons"]!["vd"]!.GetValue<string>().ShouldBe(mine["leader"]!["name"]!.GetValue<string>());
        Names(mine, "capabilities").ShouldContain("stand-down");
        Names(mine, "capabilities").ShouldNotContain("take-decision");
        Names(mine, "ownCapabilities").ShouldContain("give-task");
        Names((await vd.Get($"/crises/{crisis}/me")).Json, "capabilities").ShouldContain("take-decision");
    }

    [Fact]
    public async Task Who_only_sees_who_holds_what_learns_nothing_of_the_crisis_here_either()
    {
        var (vd, operations) = (await product.As("vd"), await product.Newcomer("operations", StandingRole.Operations));
        var crisis = await vd.DeclareCrisis();
        (await vd.Post($"/crises/{crisis}/level", new { level = "full", why = "Hemligt skäl" })).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Post($"/crises/{crisis}/briefings", new { at = "2190-01-01T12:00:00Z", place = "Hemlig plats" })).ShouldBe(
            HttpStatusCode.NoContent
        );

        var mine = (await vd.Get($"/crises/{crisis}/me")).Json;
        (mine["level"]!["why"]!.GetValue<string>(), mine["briefing"]!["place"]!.GetValue<string>()).ShouldBe(
            ("Hemligt skäl", "Hemlig plats")
        );
        (await operations.Get($"/crises/{crisis}/board")).ShouldBe(HttpStatusCode.Forbidden);
        (await operations.Get($"/crises/{crisis}/me")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("emlig");
    }

    private static IEnumerable<string> Names(System.Text.Json.Nodes.JsonNode mine, string field) =>
        mine[field]!.AsArray().Select(c => c!.GetValue<string>());
}
