using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Manual;

/// <summary>The manual as it is read, worked and printed.</summary>
public class ManualTests(Product product)
{
    private const string Card = "brand";
    private const string Step = "rakna-personalen";

    [Fact]
    public async Task The_manual_is_read_whole_and_card_by_card()
    {
        var vd = await product.As("vd");
        var manual = (await vd.Get("/manual")).ShouldBe(HttpStatusCode.OK);
        manual.Json["version"]!.GetValue<string>().Length.ShouldBe(64);
        manual.ETag.ShouldStartWith($"\"{manual.Json["version"]}.");
        (await vd.Get("/manual", ("If-None-Match", manual.ETag!))).ShouldBe(HttpStatusCode.NotModified);
        manual.Json["cards"]!.AsArray().Count.ShouldBe(9);

        var card = (await vd.Get("/manual/cards/brand")).ShouldBe(HttpStatusCode.OK).Json;
        card["title"]!.GetValue<string>().ShouldBe("Brand");
        card["functions"]![0]!["name"]!.GetValue<string>().ShouldBe("Krisledare (VD)");
        var step = card["functions"]![0]!["steps"]![0]!;
        step["horizon"]!.GetValue<string>().ShouldBe("immediately");
        step["status"].ShouldBeNull();
        (await vd.Get("/manual/cards/jordskalv")).ShouldBeRefused(HttpStatusCode.NotFound, "manual.unknown-card");
    }

    [Fact]
    public async Task A_step_is_ticked_skipped_and_opened_again()
    {
        var (vd, support) = (await product.As("vd"), await product.As("people-support"));
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "people-support", "people-support");
        var general = $"/crises/{crisis}/manual/forsta-30-minuterna/{Step}";
        var open = (await support.Get($"/crises/{crisis}/manual")).ShouldBe(HttpStatusCode.OK);
        open.Json["cards"]!.AsArray().Select(c => c!["card"]!.GetValue<string>()).ShouldBe(["forsta-30-minuterna", Card]);
        StepOf(open.Json)["status"]!.GetValue<string>().ShouldBe("open");

        var key = Fresh.Id().ToString();
        var done = (await support.Post(general + "/done", key: key)).ShouldBe(HttpStatusCode.NoContent);
        (await support.Post(general + "/done", key: key)).ShouldBe(HttpStatusCode.NoContent).Replayed.ShouldBeTrue();
        (await support.Post(general + "/done")).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe(done.ETag);
        var ticked = StepOf((await support.Get($"/crises/{crisis}/manual")).Json);
        (Said(ticked, "status"), Said(ticked, "by"), Said(ticked, "byFunction")).ShouldBe(("done", "people-support", "people-support"));
        ticked["at"].ShouldNotBeNull();

        (await support.Post(general + "/skip", new { why = "Polisen räknar" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "manual.already-done"
        );
        (await support.Post(general + "/reopening", new { why = "Fel ruta" })).ShouldBe(HttpStatusCode.NoContent);
        (await support.Post(general + "/skip", new { why = "Polisen räknar" })).ShouldBe(HttpStatusCode.NoContent);
        (await support.Post(general + "/skip", new { why = "Annat" })).ShouldBeRefused(HttpStatusCode.Conflict, "manual.already-skipped");

        var read = (await vd.Get($"/crises/{crisis}/manual")).Json;
        var skipped = StepOf(read);
        (Said(skipped, "status"), Said(skipped, "why")).ShouldBe(("skipped", "Polisen räknar"));
        read["persons"]!["people-support"].ShouldNotBeNull();
        var lines = (await vd.Get($"/crises/{crisis}/timeline?limit=200"))
            .Json.AsArray()
            .Select(l => l!["words"]!.GetValue<string>())
            .ToList();
        lines.ShouldContain($"Åtgärd klar på kort forsta-30-minuterna: {Step}.");
        lines.ShouldContain($"Åtgärd överhoppad på kort forsta-30-minuterna: {Step}. Skäl: Polisen räknar");
    }

    [Fact]
    public async Task What_cannot_be_worked_is_refused_by_name()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var manual = $"/crises/{crisis}/manual";
        (await vd.Post($"{manual}/jordskalv/x/done")).ShouldBeRefused(HttpStatusCode.NotFound, "manual.unknown-card");
        (await vd.Post($"{manual}/brand/x/done")).ShouldBeRefused(HttpStatusCode.NotFound, "manual.unknown-step");
        (await vd.Post($"{manual}/elavbrott/rondering/done")).ShouldBeRefused(HttpStatusCode.Conflict, "manual.other-kind");
        (await vd.Post($"{manual}/brand/brytpunkt/skip", new { })).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "platform.invalid-body",
            "#/why"
        );
        (await vd.Post($"{manual}/brand/brytpunkt/skip", new { why = " " })).ShouldBe(HttpStatusCode.BadRequest);
        (await vd.Post($"/crises/{Fresh.Id()}/manual/brand/brytpunkt/done")).ShouldBe(HttpStatusCode.NotFound);
        (await vd.Get($"/crises/{Fresh.Id()}/manual")).ShouldBe(HttpStatusCode.NotFound);

        await product.StandDown(crisis);
        (await vd.Post($"{manual}/brand/brytpunkt/done")).ShouldBeRefused(HttpStatusCode.Conflict, "manual.stood-down");
        (await vd.Get(manual)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Both_prints_are_pages_on_which_nothing_runs()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        (await vd.Post($"/crises/{crisis}/manual/brand/brytpunkt/skip", new { why = "<script>alert(1)</script>" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        foreach (var path in new[] { "/manual/print", $"/crises/{crisis}/manual/print" })
        {
            var page = (await vd.Get(path)).ShouldBe(HttpStatusCode.OK);
            page.ContentType!.ShouldStartWith("text/html");
            page.Header("Content-Security-Policy")!.ShouldStartWith("default-src 'none'");
            page.Text.ShouldNotContain("<script");
            WebUtility.HtmlDecode(page.Text).ShouldContain("Kort 2: Brand");
        }

        var exercise = await product.As("vd", "ovning");
        WebUtility.HtmlDecode((await exercise.Get("/manual/print")).Text).ShouldContain("<div class=\"exercise\">ÖVNING");
        (await vd.Get($"/crises/{Fresh.Id()}/manual/print")).ShouldBe(HttpStatusCode.NotFound);
    }

    private static JsonNode StepOf(JsonNode manual) =>
        manual["cards"]!
            .AsArray()
            .SelectMany(c => c!["functions"]!.AsArray())
            .SelectMany(f => f!["steps"]!.AsArray())
            .Single(s => s!["step"]!.GetValue<string>() == Step)!;

    private static string? Said(JsonNode step, string what) => step[what]?.GetValue<string>();
}
