using System.Net;
using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

public sealed class StartTests(Product product, Browser browser)
{
    [Fact]
    public async Task The_start_page_tells_what_goes_on_who_is_on_duty_and_how_ready_we_are()
    {
        // A quiet evening before, so that the page is what it is in life, and its picture too.
        var vd = await product.As("vd");
        await product.Quiet(vd);
        var crisis = await product.CrisisUnderWay();
        var incident = await product.Report("water-damage", "Kontoristen 4, Hökarängen", "Källaren under vatten");
        foreach (
            var (screen, name) in new[]
            {
                (Screen.Desk, "start"),
                (Screen.Desk with { Dark = true }, "start-dark"),
                (Screen.Phone, "start-phone"),
            }
        )
        {
            await using var window = await browser.As("vd", product.Address, screen);
            await window.Page.GotoAsync("/live");
            var line = window.Page.Locator(".crisis").Filter(new() { Has = window.Page.Locator($"a[href='/live/crises/{crisis}/mine']") });
            await Assertions.Expect(line).ToContainTextAsync("Brand i Rågsved");
            await Assertions.Expect(line).ToContainTextAsync("leds av");
            await Assertions.Expect(line.Locator($"a[href='/live/crises/{crisis}']")).ToHaveCountAsync(2);
            await Assertions.Expect(window.Page.Locator($"a[href='/live/incidents/{incident}']")).ToContainTextAsync("Kontoristen 4");
            await Assertions.Expect(window.Page.Locator("#h-duty + dl, #h-duty ~ dl")).ToContainTextAsync("Chef i beredskap");
            await Assertions.Expect(Section(window, "Beredskap")).ToContainTextAsync("Årlig övning");
            await Assertions.Expect(Section(window, "Beredskap").Locator(".tag")).ToHaveCountAsync(4);
            await Assertions.Expect(window.Page.Locator("a[href='/live/kit']")).ToBeVisibleAsync();
            await Assertions.Expect(window.Page.Locator("a[href='/ovning']")).ToContainTextAsync("ÖVNING");
            await window.ShouldBeFit();
            await window.Picture(name, whole: screen.Touch);
        }
    }

    [Fact]
    public async Task What_somebody_waits_for_stands_first()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        await using var window = await browser.As("situation", product.Address, Screen.Phone);
        await window.Page.GotoAsync("/live");
        var wait = window.Page.Locator($".wait[href='/live/crises/{crisis}/mine']");
        await Assertions.Expect(wait).ToContainTextAsync("Du är inkallad som Lägesbild och analys. Svara senast");
        // Before the buttons, and thumb-sized.
        (await wait.BoundingBoxAsync())!.Y.ShouldBeLessThan((await window.Page.Locator(".acts").BoundingBoxAsync())!.Y);
        (await wait.BoundingBoxAsync())!.Height.ShouldBeGreaterThan(80);
        await window.ShouldBeFit();
        await window.Picture("start-waiting");
        (await (await product.As("situation")).Post($"/crises/{crisis}/functions/situation/answer", new { answer = "coming" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        await window.Page.ReloadAsync();
        await Assertions.Expect(wait).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator($".crisis a[href='/live/crises/{crisis}/mine']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_has_few_rights_sees_less_and_no_error()
    {
        await product.CrisisUnderWay();
        await using var observer = await browser.As("observer", product.Address);
        await observer.Page.GotoAsync("/live");
        await Assertions.Expect(Section(observer, "Pågående kriser")).ToContainTextAsync("[maskad]");
        await Assertions.Expect(observer.Page.Locator(".acts")).ToHaveCountAsync(0);
        await Assertions.Expect(observer.Page.Locator("#h-ready, #h-duty, #h-kit")).ToHaveCountAsync(0);
        (await observer.Page.ContentAsync()).ShouldNotContain("Brand i Rågsved");
        (await observer.Page.Locator("main").InnerTextAsync()).ShouldNotContain("leds av");
        await observer.ShouldBeFit();

        var vd = await product.As("vd");
        (await vd.Post("/persons/staff-9/access-closure", new { why = "Slutat" })).ShouldBe(HttpStatusCode.NoContent);
        await using var closed = await browser.As("staff-9", product.Address);
        await closed.Page.GotoAsync("/live");
        await Assertions.Expect(closed.Page.GetByText("Du är inte registrerad")).ToBeVisibleAsync();
        await Assertions
            .Expect(closed.Page.Locator("section:not([aria-labelledby=h-realms], [aria-labelledby=h-sessions]), .acts"))
            .ToHaveCountAsync(0);
        await closed.ShouldBeFit();
    }

    [Fact]
    public async Task An_exercise_is_taken_for_nothing_else()
    {
        await using var window = await browser.As("vd", product.Address, Screen.Phone);
        await window.Page.GotoAsync("/live");
        await window.Page.Locator("a[href='/ovning']").ClickAsync();
        await window.Page.WaitForURLAsync("**/ovning");
        (await window.Page.TitleAsync()).ShouldStartWith("ÖVNING: ");
        await Assertions.Expect(window.Page.Locator(".band")).ToContainTextAsync("ÖVNING");
        await Assertions.Expect(window.Page.Locator("a[href='/live']").Last).ToHaveTextAsync("Skarpt läge");
        await window.ShouldBeFit();
        await window.Page.GotoAsync("/ovning/declare/storm");
        await Assertions.Expect(window.Page.Locator(".says:visible")).ToContainTextAsync("ingen på riktigt");
        await window.ShouldBeFit();
        await window.Picture("declare-exercise");
    }

    [Fact]
    public async Task Without_a_script_the_start_page_reads()
    {
        var crisis = await product.CrisisUnderWay();
        await using var window = await browser.As("chief-of-staff", product.Address, Screen.Desk with { Script = false });
        await window.Page.GotoAsync("/live");
        await Assertions.Expect(window.Page.Locator($".crisis a[href='/live/crises/{crisis}']").First).ToHaveTextAsync("Brand i Rågsved");
        await Assertions.Expect(window.Page.Locator(".crisis time").First).ToContainTextAsync(" s");
    }

    private static ILocator Section(Window window, string heading) =>
        window.Page.GetByRole(AriaRole.Region, new() { NameRegex = new("^" + heading) });
}
