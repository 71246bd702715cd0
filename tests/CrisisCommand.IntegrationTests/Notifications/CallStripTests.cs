using System.Net;
using System.Text.RegularExpressions;
using CrisisCommand.IntegrationTests.Pages;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>Whom the operator has to call stands on their start page. On the shared product nothing is set up: there everybody has to be called.</summary>
public partial class CallStripTests(Product product)
{
    [Fact]
    public async Task Whom_no_message_reaches_stands_there_with_number_words_and_one_tap_for_how_the_call_went()
    {
        var (vd, op) = (await product.As("vd"), await product.As("operator"));
        var crisis = await vd.DeclareCrisis();
        await vd.Notice(crisis, "documentation", n => n["waiting"]!.GetValue<bool>());
        await vd.Notice(crisis, "situation", n => n["waiting"]!.GetValue<bool>());
        using var browsing = await Browsing.As("operator", product);

        var page = await Read(browsing, "/live");
        page.ShouldContain("Ring – meddelandet nådde inte fram");
        page.ShouldContain("hx-get=\"/live/notices/calls\"");
        page.ShouldContain("href=\"tel:+4670");
        page.ShouldContain("Svarar ej");

        // Who did not answer stands behind who was not called, however long they have waited.
        var first = First(await Read(browsing, "/live/notices/calls"));
        (await browsing.Post($"/live/notices/{first}/call", await Fields(browsing, "no-answer"))).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
        var calls = (await op.Get($"/notices/{first}")).Json["calls"]!.AsArray();
        calls.ShouldHaveSingleItem()!["outcome"]!.GetValue<string>().ShouldBe("no-answer");
        First(await Read(browsing, "/live/notices/calls")).ShouldNotBe(first);

        var next = First(await Read(browsing, "/live/notices/calls"));
        (await op.Post($"/notices/{next}/call", new { outcome = "reached" })).ShouldBe(HttpStatusCode.NoContent);
        (await Read(browsing, "/live/notices/calls")).ShouldNotContain($"/live/notices/{next}/call");
    }

    [Fact]
    public async Task It_is_short_whatever_waits_and_for_those_alone_who_call()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await Eventually.Is(async () => (await vd.Get($"/notices?crisisId={crisis}&waiting=true")).Json.AsArray().Count, n => n == 9);
        using var browsing = await Browsing.As("operator", product);

        var strip = await Read(browsing, "/live/notices/calls");

        Action.Count(strip).ShouldBe(8);
        strip.ShouldContain("till väntar på samtal");
        using var reading = await Browsing.As("vd", product);
        (await Read(reading, "/live")).ShouldNotContain("/live/notices/calls");
        (await reading.Get("/live/notices/calls")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> Read(Browsing browsing, string path) =>
        WebUtility.HtmlDecode(await (await browsing.Get(path)).Content.ReadAsStringAsync());

    private static async Task<(string, string)[]> Fields(Browsing browsing, string outcome) =>
        [("__RequestVerificationToken", await browsing.Token()), ("_key", $"{Fresh.Id()}"), ("_next", "/live"), ("outcome", outcome)];

    private static string First(string strip) => Action.Match(strip).Groups[1].Value;

    [GeneratedRegex("<form method=\"post\" action=\"/live/notices/([0-9a-f-]{36})/call\"")]
    private static partial Regex Action { get; }
}
