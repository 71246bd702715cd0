using System.Net;
using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

public sealed class AccessTests(Product product, Browser browser)
{
    /// <summary>What operations proposed the CEO reads and confirms, on the page that says who has which right.</summary>
    [Fact]
    public async Task A_proposal_waits_on_the_page_of_rights_until_the_CEO_confirms_it()
    {
        var operations = await product.As("operator");
        (await operations.Post("/persons/staff-6/roles", new { role = "log-keeper" })).ShouldBe(HttpStatusCode.Accepted);
        await using (var proposer = await browser.As("operator", product.Address))
        {
            await proposer.Page.GotoAsync("/live/access");
            await Assertions.Expect(proposer.Page.GetByRole(AriaRole.Button, new() { Name = "Bekräfta" })).ToHaveCountAsync(0);
            await Assertions.Expect(proposer.Page.GetByRole(AriaRole.Button, new() { Name = "Ta bort förslaget" })).ToHaveCountAsync(1);
        }

        await using (var phone = await browser.As("vd", product.Address, Screen.Phone))
        {
            await phone.Page.GotoAsync("/live/access");
            await phone.ShouldBeFit();
        }

        await using var window = await browser.As("vd", product.Address);
        await window.Page.GotoAsync("/live");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Visa behörigheter" }).ClickAsync();
        var waits = window.Page.Locator("section[aria-labelledby=h-proposals]");
        await Assertions.Expect(waits).ToContainTextAsync("staff-6");
        await window.ShouldBeFit();
        await window.Picture("access", whole: true);

        await waits.GetByRole(AriaRole.Button, new() { Name = "Bekräfta" }).ClickAsync();
        await Assertions.Expect(waits).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator("section[aria-labelledby=h-roles]")).ToContainTextAsync("staff-6");
        await Assertions.Expect(window.Page.Locator("section[aria-labelledby=h-machines]")).ToContainTextAsync("tib");
        (await (await product.As("vd")).Delete("/persons/staff-6/roles/log-keeper")).ShouldBe(HttpStatusCode.NoContent);
    }
}
