using Microsoft.Playwright;

namespace CrisisCommand.Benchmarks;

/// <summary>How long the wall board takes to its first contentful paint, from a node that has served no page yet and then again; and what it weighs.</summary>
internal static class Paint
{
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];

    // Told when it happens: to look again and again, the browser would evaluate a string, which the page's own policy forbids.
    private const string Painted = """
        () => new Promise((done) => new PerformanceObserver((list) => {
            const [paint] = list.getEntriesByName('first-contentful-paint');
            if (paint) done(paint.startTime);
        }).observe({ type: 'paint', buffered: true }))
        """;

    public static async Task Measure(Arguments arguments)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = arguments["chromium"], Args = Arguments });
        var board = arguments["crisis"]["/api".Length..];
        await using var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = arguments["url"],
                ViewportSize = new() { Width = 1920, Height = 1080 },
            }
        );
        await context.APIRequest.PostAsync(
            "/development/sign-in",
            new() { Form = context.APIRequest.CreateFormData().Set("person", "vd").Set("next", "/health/live") }
        );
        var page = await context.NewPageAsync();
        var (cold, bytes) = await Visit(page, board);
        Figures.Print("paint.cold", cold);
        Figures.Print("paint.kb", bytes / 1024.0);
        Figures.Print("paint.warm", (await Visit(page, board)).Milliseconds);
    }

    private static async Task<(double Milliseconds, double Bytes)> Visit(IPage page, string path)
    {
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        return (
            await page.EvaluateAsync<double>(Painted),
            await page.EvaluateAsync<double>(
                "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                    + ".filter(e => !e.name.endsWith('/stream')).reduce((sum, e) => sum + e.transferSize, 0)"
            )
        );
    }
}
