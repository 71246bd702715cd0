using CrisisCommand.IntegrationTests;

namespace CrisisCommand.BoardTests;

/// <summary>How the pages' scripts come to the browser.</summary>
public sealed class ModulesTests(Product product, Browser browser)
{
    private const string Scripts = "performance.getEntriesByType('resource').filter(e => e.name.includes('.js'))";

    private const string Figures = $$"""
        (() => {
          const scripts = {{Scripts}};
          const starts = scripts.map((e) => e.startTime);
          const size = scripts.reduce((sum, e) => sum + e.transferSize, 0);
          return `${location.pathname}: ${scripts.length} scripts, ${Math.round(size / 1024)} kB, asked for within ${Math.round(Math.max(...starts) - Math.min(...starts))} ms`;
        })()
        """;

    [Theory]
    [InlineData("")]
    [InlineData("/mine")]
    [InlineData("/mine/decide")]
    [InlineData("/log")]
    [InlineData("/history")]
    [InlineData("/paper")]
    public async Task A_page_names_every_module_and_none_comes_twice(string page)
    {
        var crisis = await product.CrisisUnderWay();
        await using var window = await browser.As("vd", product.Address);
        await window.Page.GotoAsync($"/live/crises/{crisis}{page}");

        var came = await window.Page.EvaluateAsync<string[]>($"{Scripts}.map(e => new URL(e.name)).map(u => u.pathname + u.search)");
        var named = await window.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('script[src], link[rel=modulepreload]')].map(e => e.getAttribute('src') ?? e.getAttribute('href'))"
        );

        came.Order().ShouldBe(named.Order());
        came.ShouldAllBe(c => c.Contains(".js?v="));
        window.Errors.ShouldBeEmpty();
        TestContext.Current.TestOutputHelper!.WriteLine(await window.Page.EvaluateAsync<string>(Figures));
    }
}
