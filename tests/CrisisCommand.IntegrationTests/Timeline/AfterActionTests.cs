using System.Net;

namespace CrisisCommand.IntegrationTests.Timeline;

public class AfterActionTests(Product product)
{
    [Fact]
    public async Task The_report_is_json_with_a_version()
    {
        var crisis = await CrisisOnRecord.Declare(product, "Brand, Äspholmen 6");
        var report = (await crisis.Vd.Get($"/crises/{crisis.Id}/after-action")).ShouldBe(HttpStatusCode.OK);
        report.Json["crisis"]!["title"]!.GetValue<string>().ShouldBe("Brand, Äspholmen 6");
        report.Json["staffing"]!.AsArray().Count.ShouldBe(9);
        report.Json["timeline"]!.AsArray().Count.ShouldBe(11);
        report.ETag.ShouldBe("\"11\"");
        (await crisis.Vd.Get($"/crises/{crisis.Id}/after-action", ("If-None-Match", "\"11\""))).ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("text/html", "sv", "Uppföljningsrapport")]
    [InlineData("text/html,application/xhtml+xml,application/json;q=0.5", "en", "After-action report")]
    public async Task The_page_comes_to_who_prefers_html(string accept, string language, string title)
    {
        var crisis = await CrisisOnRecord.Declare(product, "<script>alert(1)</script>");
        var page = (await crisis.Vd.Get($"/crises/{crisis.Id}/after-action", ("Accept", accept), ("Accept-Language", language))).ShouldBe(
            HttpStatusCode.OK
        );
        page.ContentType!.ShouldStartWith("text/html");
        var text = WebUtility.HtmlDecode(page.Text);
        text.ShouldContain($"<html lang=\"{language}\">");
        text.ShouldContain(title);
        page.Text.ShouldNotContain("<script");
        page.Text.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        page.Header("Content-Security-Policy")!.ShouldStartWith("default-src 'none'");
    }

    [Fact]
    public async Task Json_comes_to_who_does_not_say()
    {
        var crisis = await CrisisOnRecord.Declare(product);
        foreach (var accept in new[] { "*/*", "application/json", "application/json, text/html" })
        {
            (await crisis.Vd.Get($"/crises/{crisis.Id}/after-action", ("Accept", accept))).ContentType!.ShouldStartWith("application/json");
        }
    }
}
