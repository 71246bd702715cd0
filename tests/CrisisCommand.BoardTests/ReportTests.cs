using CrisisCommand.IntegrationTests;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

public sealed class ReportTests(Product product, Browser browser)
{
    [Theory]
    [InlineData("live", true)]
    [InlineData("ovning", false)]
    public async Task The_report_is_read_and_printed_by_everybody(string realm, bool script)
    {
        var id = await Declared(realm);
        await using var window = await browser.As("vd", product.Address, Screen.Desk with { Script = script });
        await window.Page.GotoAsync($"/{realm}/crises/{id}/report");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Brand, Ekholmen 3");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Img)).ToHaveCountAsync(2);
        (await window.Page.TitleAsync()).StartsWith("ÖVNING", StringComparison.Ordinal).ShouldBe(realm != "live");
        if (script)
        {
            await window.ShouldBeFit();
        }

        await window.Picture($"report-{realm}", whole: true);
        window.Errors.ShouldBeEmpty();
        // Nothing of the navigation is printed.
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_style_sheet_is_let_in_by_the_policy()
    {
        var id = await Declared("live");
        await using var window = await browser.As("vd", product.Address);
        await window.Page.GotoAsync($"/live/crises/{id}/report");
        (await window.Page.Locator("table").First.EvaluateAsync<string>("t => getComputedStyle(t).borderCollapse")).ShouldBe("collapse");
        window.Errors.ShouldBeEmpty();
    }

    private async Task<Guid> Declared(string realm)
    {
        var vd = await product.As("vd", realm);
        var crisis = new
        {
            kind = "fire",
            title = "Brand, Ekholmen 3",
            reason = "Fara för liv",
        };
        var id = (await vd.Post("/crises", crisis)).ShouldBe(System.Net.HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>();
        foreach (var function in new[] { ("crisis-leader", "vd"), ("documentation", "documentation") })
        {
            (await vd.Post($"/crises/{id}/functions/{function.Item1}/staffing", new { personId = function.Item2 })).ShouldBe(
                System.Net.HttpStatusCode.NoContent
            );
        }

        (
            await vd.Post($"/crises/{id}/decisions", new { decision = "Öppna mottagningsplats", motive = "Evakuerade behöver värme" })
        ).ShouldBe(System.Net.HttpStatusCode.Created);
        return id;
    }
}
