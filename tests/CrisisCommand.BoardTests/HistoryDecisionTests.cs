using System.Net;
using System.Text.RegularExpressions;
using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

/// <summary>From a decision to the board that its taker was served.</summary>
public sealed partial class HistoryDecisionTests(Product product, Browser browser)
{
    [Fact]
    public async Task From_a_decision_it_is_one_click_to_the_board_that_its_taker_was_served_and_the_proof_of_it()
    {
        var crisis = await product.CrisisUnderWay();
        var vd = await product.As("vd");
        var board = await vd.Get($"/crises/{crisis}/board");
        var (receipt, served) = (board.Header("Board-Receipt"), board.Json["version"]!.GetValue<int>());
        var keeper = await product.As("documentation");
        foreach (var line in new[] { "Vinden vänder mot skolan", "Skolan fylls av rök" })
        {
            await keeper.Write(crisis, line);
        }

        var decision = new
        {
            decision = "Flytta alla till skolan",
            motive = "Närmast",
            receipt,
        };
        (await vd.Post($"/crises/{crisis}/decisions", decision)).ShouldBe(HttpStatusCode.Created);
        await using var window = await browser.As("auditor", product.Address);
        var page = window.Page;
        await page.GotoAsync($"/live/crises/{crisis}/history");
        await page.Locator("#decided-2 a").ClickAsync();
        var proof = page.Locator(".served");
        await Assertions.Expect(proof).ToContainTextAsync($"Beslutsfattaren fick denna tavla, version {served}, kl ");
        await Assertions.Expect(proof).ToContainTextAsync("Kontrollerad: stämmer");
        await Assertions.Expect(proof.Locator(".hash").First).ToContainTextAsync(Sha());
        await Assertions.Expect(proof).ToContainTextAsync("2 anteckningar kom till");
        await Assertions.Expect(page.Locator("#cell-journal")).Not.ToContainTextAsync("Vinden vänder");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"version={served}&decision=2$"));
        await window.ShouldBeFit();
        await window.Picture("history-decision", whole: true);

        await proof.GetByText("Visa vilka").ClickAsync();
        await Assertions.Expect(page.Locator(".difference ol")).ToContainTextAsync("Skolan fylls av rök");
        await page.Locator("#decided-1 a").ClickAsync();
        await Assertions.Expect(proof).ToContainTextAsync("Inget kvitto");
        await Assertions.Expect(page.Locator("#cell-decisions")).Not.ToContainTextAsync("mottagningsplats");
        window.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_observer_sees_how_it_went_and_no_words()
    {
        var crisis = await product.CrisisUnderWay();
        await using var window = await browser.As("observer", product.Address);
        await window.Page.GotoAsync($"/live/crises/{crisis}/history?decision=1");
        await Assertions.Expect(window.Page.Locator("#decided-1")).ToContainTextAsync("[maskad]");
        (await window.Page.ContentAsync()).ShouldNotContain("mottagningsplats");
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Sha();
}
