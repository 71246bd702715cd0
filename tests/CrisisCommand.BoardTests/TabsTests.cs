using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

/// <summary>
/// A browser has six connections to a server over HTTP/1.1. However many pages of the crisis are open in it, all of them live and another
/// one loads; what nobody looks at has no connection at all.
/// </summary>
public sealed class TabsTests(Product product, Browser browser, OpenStreamCount streams)
{
    [Fact]
    public async Task Eight_tabs_all_show_what_changes_and_a_ninth_loads()
    {
        var crises = new List<Guid>();
        for (var n = 0; n < 4; n++)
        {
            crises.Add(await product.CrisisUnderWay());
        }

        var keeper = await product.As("documentation");
        await using var window = await browser.As("vd", product.Address, Screen.Wall);
        var walls = new List<IPage>();
        foreach (var crisis in new[] { crises[0], crises[0], crises[0], crises[1], crises[2], crises[3] })
        {
            walls.Add(await Open(window, $"/live/crises/{crisis}"));
        }

        var phones = new[] { await Open(window, $"/live/crises/{crises[0]}/mine"), await Open(window, $"/live/crises/{crises[0]}/mine") };
        foreach (var crisis in crises)
        {
            await keeper.Write(crisis, "Alla flikar ser detta");
        }

        foreach (var wall in walls)
        {
            await Assertions
                .Expect(wall.Locator("#cell-journal li").First)
                .ToContainTextAsync("Alla flikar ser detta", new() { Timeout = 30_000 });
        }

        await window.Page.GotoAsync($"/live/crises/{crises[0]}/history");
        await Assertions.Expect(window.Page.Locator("h1").First).ToBeVisibleAsync();
        streams.Now.ShouldBeInRange(1, 4);
        await OutOfSight([.. walls, .. phones], hidden: true);
        await Eventually.Is(() => Task.FromResult(streams.Now), open => open == 0);

        await keeper.Write(crises[0], "Medan ingen såg");
        await OutOfSight([walls[0], walls[1]], hidden: false);
        foreach (var wall in walls.Take(2))
        {
            await Assertions.Expect(wall.Locator("#cell-journal li").First).ToContainTextAsync("Medan ingen såg");
            await Assertions.Expect(wall.Locator("#lost")).ToBeHiddenAsync();
        }

        streams.Now.ShouldBe(1);
    }

    /// <summary>Sibling: the page that has the stream goes; another takes over, and nothing is missed on the way.</summary>
    [Fact]
    public async Task When_the_page_that_has_the_stream_is_closed_another_takes_over()
    {
        var crisis = await product.CrisisUnderWay();
        var keeper = await product.As("documentation");
        await using var window = await browser.As("vd", product.Address, Screen.Wall);
        var (first, second) = (await Open(window, $"/live/crises/{crisis}"), await Open(window, $"/live/crises/{crisis}"));
        await keeper.Write(crisis, "Båda ser");
        await Assertions.Expect(second.Locator("#cell-journal li").First).ToContainTextAsync("Båda ser");

        await first.CloseAsync();
        await keeper.Write(crisis, "En är kvar");
        await Assertions.Expect(second.Locator("#cell-journal li").First).ToContainTextAsync("En är kvar");
        await Assertions.Expect(second.Locator("#lost")).ToBeHiddenAsync();
    }

    private static async Task<IPage> Open(Window window, string path)
    {
        var page = await window.Page.Context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>As a browser tells its pages; a headless one shows them all.</summary>
    private static async Task OutOfSight(IEnumerable<IPage> pages, bool hidden)
    {
        foreach (var page in pages)
        {
            await page.EvaluateAsync(
                "hidden => { Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }",
                hidden
            );
        }
    }
}
