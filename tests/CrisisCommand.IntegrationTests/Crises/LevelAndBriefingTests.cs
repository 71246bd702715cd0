using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Crises;

public class LevelAndBriefingTests(Product product)
{
    [Fact]
    public async Task The_level_stands_on_the_crisis_on_the_list_and_on_the_board()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        (await vd.Get($"/crises/{crisis}")).Json["level"].ShouldBeNull();

        var level = new { level = "partial", why = "Två områden berörs" };
        (await vd.Post($"/crises/{crisis}/level", level)).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"12\"");
        (await vd.Post($"/crises/{crisis}/level", level)).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"12\"");

        foreach (var shown in new[] { $"/crises/{crisis}", $"/crises/{crisis}/board" })
        {
            var read = (await vd.Get(shown)).ShouldBe(HttpStatusCode.OK).Json["level"]!;
            (read["level"]!.GetValue<string>(), read["why"]!.GetValue<string>(), read["by"]!.GetValue<string>()).ShouldBe(
                ("partial", "Två områden berörs", "vd")
            );
            read["name"]!.GetValue<string>().ShouldBe("Delvis aktiverad");
            read["byName"]!.GetValue<string>().ShouldNotBeNullOrEmpty();
        }

        var listed = (await vd.Get("/crises?open=true&limit=200")).Json.AsArray().Single(c => c!["crisisId"]!.GetValue<Guid>() == crisis)!;
        (listed["level"]!.GetValue<string>(), listed["levelName"]!.GetValue<string>()).ShouldBe(("partial", "Delvis aktiverad"));
        (await vd.Get("/reference")).Json["levels"]!.AsArray().Select(l => l!.GetValue<string>()).ShouldBe(["elevated", "partial", "full"]);
    }

    [Fact]
    public async Task A_level_that_there_is_not_and_one_after_the_end_are_refused()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        (await vd.Post($"/crises/{crisis}/level", new { level = "purple", why = "Varför inte" })).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "reference.unknown-level",
            "#/level"
        );

        await vd.StandDown(crisis);
        (await vd.Post($"/crises/{crisis}/level", new { level = "full", why = "För sent" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "crises.stood-down"
        );
    }

    [Fact]
    public async Task The_next_briefing_is_called_moved_and_called_off()
    {
        var (vd, chief) = (await product.As("vd"), await product.As("chief-of-staff"));
        var crisis = await vd.DeclareCrisis();
        var (first, second) = (DateTimeOffset.Parse("2190-01-01T12:00:00Z"), DateTimeOffset.Parse("2190-01-01T13:00:00Z"));

        await Called(
            new
            {
                at = first,
                place = "Hornsgatan",
                agenda = "Läge, inriktning",
            }
        );
        (await Briefing())!["place"]!.GetValue<string>().ShouldBe("Hornsgatan");
        await Called(new { at = second });
        await Called(new { at = second });

        var next = (await Briefing())!;
        (next["at"]!.GetValue<DateTimeOffset>(), next["by"]!.GetValue<string>()).ShouldBe((second, "chief-of-staff"));
        next["place"].ShouldBeNull();
        (await vd.Get($"/crises/{crisis}")).Json["briefing"]!["at"]!.GetValue<DateTimeOffset>().ShouldBe(second);
        (await vd.Get($"/crises/{crisis}")).ETag.ShouldBe("\"13\"");
        (await vd.Post($"/crises/{crisis}/briefings", new { at = "2020-01-01T12:00:00Z" })).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "crises.briefing-in-the-past",
            "#/at"
        );

        (await chief.Delete($"/crises/{crisis}/briefings/next", new { why = "Alla ute" })).ShouldBe(HttpStatusCode.NoContent);
        (await Briefing()).ShouldBeNull();
        (await chief.Delete($"/crises/{crisis}/briefings/next", new { why = "Alla ute" })).ShouldBeRefused(
            HttpStatusCode.NotFound,
            "crises.no-briefing"
        );

        async Task Called(object briefing) =>
            (await chief.Post($"/crises/{crisis}/briefings", briefing)).ShouldBe(HttpStatusCode.NoContent);
        async Task<System.Text.Json.Nodes.JsonNode?> Briefing() => (await vd.Get($"/crises/{crisis}/board")).Json["briefing"];
    }
}
