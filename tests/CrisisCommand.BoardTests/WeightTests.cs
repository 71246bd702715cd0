using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.BoardTests;

/// <summary>A phone on a bad line loads any page: with all its files, as sent, and nothing kept from before.</summary>
public sealed class WeightTests(Product product, Browser browser)
{
    private const int Most = 150 * 1024;

    [Fact]
    public async Task No_page_weighs_more_than_150_kB()
    {
        var crisis = await product.CrisisUnderWay();
        string[] pages =
        [
            "",
            "/declare",
            "/alarm",
            "/kit",
            .. new[] { "", "/mine", "/mine/decide", "/log", "/history", "/report", "/paper" }.Select(p => $"/crises/{crisis}{p}"),
        ];
        var weights = new Dictionary<string, int>();
        foreach (var page in pages)
        {
            await using var window = await browser.As("vd", product.Address);
            var answer = await window.Page.GotoAsync("/live" + page);
            answer!.Status.ShouldBe(200, page);
            weights[page] = await window.Page.EvaluateAsync<int>(
                "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, e) => sum + e.transferSize, 0)"
            );
            weights[page].ShouldBeGreaterThan(5 * 1024, page);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Join('\n', weights.OrderBy(w => w.Value).Select(w => $"{w.Value / 1024, 4} kB {w.Key}"))
        );
        weights.Where(w => w.Value > Most).ShouldBeEmpty();
    }
}
