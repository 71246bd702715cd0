using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Journal;

public class SituationTests(Product product)
{
    private const string Skarholmen = """{"area": "skarholmen", "status": "critical", "text": "Två trapphus"}""";
    private const string Hasselby = """{"area": "hasselby", "status": "strained"}""";

    [Theory]
    [InlineData("live")]
    [InlineData("ovning")]
    public async Task A_report_replaces_only_what_it_speaks_of(string realm)
    {
        var (vd, crisis) = await Begin(realm);
        await vd.Post($"{crisis}/functions/situation/staffing", new { personId = "situation" });
        var analyst = await product.As("situation", realm);
        var first = await Report(
            vd,
            crisis,
            $$"""{{Skarholmen}}, {"function": "situation", "status": "strained"}, {"status": "strained"}"""
        );
        var second = await Report(analyst, crisis, Hasselby);

        var board = (await vd.Get($"{crisis}/board")).Json;

        Cells(board)
            .ShouldBe([
                "Helheten: ansträngt () vd",
                "Hässelby: ansträngt () situation",
                "Skärholmen: kritiskt (Två trapphus) vd",
                "Lägesbild och analys: ansträngt () vd",
            ]);
        var told = board["situation"]!["status"]!.AsArray().Select(c => c!["reportedAt"]!.GetValue<DateTimeOffset>()).ToList();
        told.Distinct().Count().ShouldBe(2);
        told[2].ShouldBeLessThan(told[1]);
        board["situation"]!["by"]!.GetValue<string>().ShouldBe("situation");
        Cells((await vd.Get($"{crisis}/board?version={Version(first)}")).Json).Count().ShouldBe(3);
        Cells((await vd.Get($"{crisis}/board?as=happened")).Json).ShouldBe(Cells(board));
        Changes((await vd.Get($"{crisis}/board/difference?from={Version(first)}&to={Version(second)}")).ShouldBe(HttpStatusCode.OK).Json)
            .ShouldBe(["Lägesbild: Läget", "Hässelby: ansträngt"]);
        var report = (await vd.Get($"{crisis}/after-action")).Json;
        report["picture"]!
            .AsArray()
            .Select(p => Text(p!["status"]!, "name"))
            .ShouldBe(["Helheten", "Hässelby", "Skärholmen", "Lägesbild och analys"]);
    }

    [Fact]
    public async Task What_is_well_again_says_so_and_words_alone_touch_no_line()
    {
        var (vd, crisis) = await Begin();
        await Report(vd, crisis, Skarholmen);
        await Report(vd, crisis, """{"area": "skarholmen", "status": "normal"}""");
        (await vd.Post($"{crisis}/situation", new { text = "Lugnt" })).ShouldBe(HttpStatusCode.Created);

        var board = (await vd.Get($"{crisis}/board")).Json;
        Cells(board).ShouldBe(["Skärholmen: normalt () vd"]);
        Text(board["situation"]!, "text").ShouldBe("Lugnt");
    }

    [Fact]
    public async Task Words_of_a_line_are_for_those_who_may_read_words_and_are_never_stored_in_an_event()
    {
        var (vd, crisis) = await Begin();
        await Report(vd, crisis, Skarholmen);
        await vd.Post($"{crisis}/situation", new { text = "Lugnt" });
        var observer = await product.As("observer");

        (await observer.Get($"{crisis}/board")).Text.ShouldNotContain("trapphus");
        Cells((await observer.Get($"{crisis}/board")).Json).Single().ShouldStartWith("Skärholmen: kritiskt (");
        (await product.StoredEvents(Guid.Parse(crisis.Split('/')[2]))).ToJsonString().ShouldNotContain("trapphus");
    }

    [Fact]
    public async Task The_next_report_has_a_time_until_it_comes_or_the_crisis_is_over()
    {
        var (vd, crisis) = await Begin();
        var next = TimeProvider.System.GetUtcNow().AddMinutes(30);
        (await vd.Post($"{crisis}/situation", new { text = "Oro", nextAt = next })).ShouldBe(HttpStatusCode.Created);

        (await NextAt(vd, crisis)).ShouldNotBeNull().ShouldBe(next, TimeSpan.FromMilliseconds(1));
        (await vd.Get($"{crisis}/timeline")).Json.AsArray()[^1]!["words"]!.GetValue<string>().ShouldContain(" – Nästa lägesrapport: ");
        await vd.Post($"{crisis}/situation", new { text = "Lugnt" });
        (await NextAt(vd, crisis)).ShouldBeNull();
        await vd.Post($"{crisis}/situation", new { text = "Oro", nextAt = next });
        await product.StandDown(Guid.Parse(crisis.Split('/')[2]));
        (await NextAt(vd, crisis)).ShouldBeNull();
    }

    [Fact]
    public async Task A_time_that_is_none_or_cannot_be_meant_is_refused_at_its_place()
    {
        var (vd, crisis) = await Begin();
        foreach (
            var (said, code) in new[]
            {
                ("\"2020-01-01T00:00:00Z\"", "journal.next-report-past"),
                ("\"9999-12-31T23:59:59Z\"", "journal.next-report-too-far"),
                ("\"2026-11-23T14:00:00\"", "platform.invalid-body"),
                ("\"14:00\"", "platform.invalid-body"),
                ("17", "platform.invalid-body"),
            }
        )
        {
            (await vd.Post($"{crisis}/situation", $$"""{"text": "Läget", "nextAt": {{said}}}""")).ShouldBeRefused(
                HttpStatusCode.BadRequest,
                code,
                "#/nextAt"
            );
        }

        (await vd.Post($"{crisis}/situation", """{"text": "Läget", "nextAt": null}""")).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_same_twice_in_one_report_is_refused_at_its_place_and_named()
    {
        var (vd, crisis) = await Begin();
        var twice = await vd.Post(
            $"{crisis}/situation",
            $$"""{"text": "Läget", "status": [{{Skarholmen}}, {{Hasselby}}, {{Skarholmen}}]}"""
        );

        twice.ShouldBeRefused(HttpStatusCode.BadRequest, "journal.status-twice", "#/status/2/area");
        Text(twice.Json, "detail").ShouldContain("skarholmen");
        (await vd.Get($"{crisis}/board")).Json["situation"].ShouldBeNull();
    }

    private static async Task<DateTimeOffset?> NextAt(Caller caller, string crisis) =>
        (await caller.Get($"{crisis}/board")).Json["situation"]!["nextAt"]?.GetValue<DateTimeOffset>();

    private static IEnumerable<string> Cells(JsonNode board) =>
        board["situation"]!["status"]!
            .AsArray()
            .Select(c => $"{Text(c!, "about")}: {Text(c!, "statusName")} ({c!["text"]}) {Text(c!, "by")}");

    private static IEnumerable<string> Changes(JsonNode difference) => difference["changes"]!.AsArray().Select(c => Text(c!, "words"));

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();

    private static long Version(Reply reply) => long.Parse(reply.ETag!.Trim('"'), CultureInfo.InvariantCulture);

    private static async Task<Reply> Report(Caller caller, string crisis, string lines) =>
        (await caller.Post($"{crisis}/situation", $$"""{"text": "Läget", "status": [{{lines}}]}""")).ShouldBe(HttpStatusCode.Created);

    private async Task<(Caller Vd, string Crisis)> Begin(string realm = "live")
    {
        var vd = await product.As("vd", realm);
        return (vd, $"/crises/{await vd.DeclareCrisis()}");
    }
}
