using System.Text.RegularExpressions;
using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;
using static CrisisCommand.BoardTests.HistorySteps;

namespace CrisisCommand.BoardTests;

public sealed class HistoryComparisonTests(Product product, Browser browser)
{
    [Fact]
    public async Task Two_moments_are_compared_cell_by_cell_with_the_lines_between()
    {
        var crisis = await product.CrisisUnderWay();
        var lines = await product.Lines(crisis);
        var (from, to) = (VersionOf(lines, "function_staffed") - 1, VersionOf(lines, "task_given"));
        await using var window = await browser.As("auditor", product.Address, new Screen(1920, 1080));
        await window.Page.GotoAsync($"/live/crises/{crisis}/history?version={to}");
        await window.Page.Locator(".compare summary").ClickAsync();
        await window.Page.Locator("#from").FillAsync($"{from}");
        await window.Page.Locator("#go-from").ClickAsync();

        var difference = window.Page.Locator(".difference");
        await Assertions.Expect(difference).ToContainTextAsync($"Skillnad från version {from} till version {to}");
        await Assertions.Expect(difference.Locator(".cells")).ToContainTextAsync("mottagningsplats");
        await Assertions.Expect(difference.Locator(".cells")).ToContainTextAsync("filtar");
        await Assertions.Expect(difference.Locator("ol li")).ToHaveCountAsync(to - from);
        await Assertions.Expect(window.Page.Locator("#fn-crisis-leader.differs")).ToHaveCountAsync(1);
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex($"version={to}&from={from}$"));
        await window.ShouldBeFit();
        await window.Picture("history-difference", whole: true);

        // The other way about it is the same difference.
        await window.Page.GotoAsync($"/live/crises/{crisis}/history?version={from}&from={to}");
        await Assertions.Expect(difference).ToContainTextAsync($"Skillnad från version {from} till version {to}");
        await window.Page.Locator("#compare-not").ClickAsync();
        await Assertions.Expect(difference).ToHaveCountAsync(0);
    }
}
