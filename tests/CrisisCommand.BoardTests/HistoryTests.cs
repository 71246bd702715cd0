using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;
using static CrisisCommand.BoardTests.HistorySteps;

namespace CrisisCommand.BoardTests;

public sealed class HistoryTests(Product product, Browser browser)
{
    [Fact]
    public async Task A_step_back_shows_the_board_that_stood_there_and_a_step_forward_the_next()
    {
        var crisis = await product.CrisisUnderWay();
        var lines = await product.Lines(crisis);
        var decided = VersionOf(lines, "decision_taken");
        await using var window = await browser.As("auditor", product.Address);
        var (page, decisions) = (window.Page, window.Page.Locator("#cell-decisions"));
        await page.GotoAsync($"/live/crises/{crisis}/history?version={decided}");
        await Assertions.Expect(decisions).ToContainTextAsync("mottagningsplats");

        await page.Locator("#step-back").ClickAsync();
        await Assertions.Expect(page.Locator(".where")).ToContainTextAsync($"Version {decided - 1} av ");
        await Assertions.Expect(decisions).Not.ToContainTextAsync("mottagningsplats");
        await Assertions.Expect(page.Locator(".made")).ToContainTextAsync("uppgång B");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"[?]version={decided - 1}$"));
        (await page.Locator("#slider").InputValueAsync()).ShouldBe($"{decided - 1}");

        await page.Locator("#moment").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(decisions).ToContainTextAsync("mottagningsplats");
        await page.Locator("#slider").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(decisions).Not.ToContainTextAsync("mottagningsplats");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("uppgång B");
        await page.GoBackAsync();
        await Assertions.Expect(decisions).ToContainTextAsync("mottagningsplats");

        await page.GotoAsync($"/live/crises/{crisis}/history?version={VersionOf(lines, "function_staffed") - 1}");
        await Assertions.Expect(page.Locator(".fn.held")).ToHaveCountAsync(0);
        await page.Locator("#step-forward").ClickAsync();
        await Assertions.Expect(page.Locator("#fn-crisis-leader.held")).ToHaveCountAsync(1);
        window.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_past_board_time_stands_still()
    {
        var crisis = await product.CrisisUnderWay();
        await using var window = await browser.As("auditor", product.Address);
        await window.Page.Clock.InstallAsync();
        await window.Page.GotoAsync($"/live/crises/{crisis}/history?version=1");
        await window.Page.Clock.FastForwardAsync("03:00:00");
        await Assertions.Expect(window.Page.Locator("#cell-head dd time[data-age]").First).ToHaveTextAsync("0 s");
        await Assertions.Expect(window.Page.Locator(".past .faded, .past .overdue")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_time_shows_what_was_known_then()
    {
        var crisis = await product.CrisisUnderWay();
        var lines = await product.Lines(crisis);
        var second = At(lines[VersionOf(lines, "decision_taken") - 1], "recordedAt");
        second = second.AddTicks(-(second.Ticks % TimeSpan.TicksPerSecond));
        var known = lines.Count(l => At(l, "recordedAt") < second.AddSeconds(1));
        var local = TimeZoneInfo
            .ConvertTime(second, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"))
            .ToString("yyyy-MM-ddTHH:mm:ss");
        await using var window = await browser.As("auditor", product.Address);
        await window.Page.GotoAsync($"/live/crises/{crisis}/history");
        await window.Page.Locator("#at").FillAsync(local);
        await window.Page.Locator("#go-at").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".where")).ToContainTextAsync($"Version {known} av {lines.Count}");
        (await window.Page.Locator("#cell-journal li").First.GetAttributeAsync("id")).ShouldBe($"li-{known}");
        window.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task As_it_happened_shows_a_late_entry_at_its_time_and_says_when_it_became_known()
    {
        var crisis = await product.CrisisUnderWay();
        var lines = await product.Lines(crisis);
        var then = VersionOf(lines, "decision_taken");
        var late = new
        {
            text = "Branddörren i källaren stod låst",
            occurredAt = lines[then - 1]!["recordedAt"]!.GetValue<string>(),
            lateReason = "Vaktmästaren ringde först nu",
        };
        (await (await product.As("documentation")).Post($"/crises/{crisis}/entries", late)).ShouldBe(HttpStatusCode.Created);
        await using var window = await browser.As("auditor", product.Address);
        var journal = window.Page.Locator("#cell-journal");
        await window.Page.GotoAsync($"/live/crises/{crisis}/history?version={then}");
        await Assertions.Expect(journal).ToContainTextAsync("mottagningsplats");
        await Assertions.Expect(journal).Not.ToContainTextAsync("låst");

        await window.Page.Locator("#as-happened").ClickAsync();
        await Assertions.Expect(journal.Locator("li", new() { HasText = "låst" })).ToContainTextAsync("känt först");
        await Assertions.Expect(journal).Not.ToContainTextAsync("under kontroll");
        await Assertions.Expect(window.Page.Locator(".now .hint")).ToContainTextAsync("kända först senare");
        await window.ShouldBeFit();
        await window.Picture("history-happened", whole: true);
        await window.Page.Locator("#as-known").ClickAsync();
        await Assertions.Expect(journal).Not.ToContainTextAsync("låst");
        window.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_script_links_and_forms_lead_everywhere()
    {
        var crisis = await product.CrisisUnderWay();
        var decided = VersionOf(await product.Lines(crisis), "decision_taken");
        await using var window = await browser.As("auditor", product.Address, Screen.Desk with { Script = false });
        var page = window.Page;
        await page.GotoAsync($"/live/crises/{crisis}/history?version={decided}&as=happened");
        await Assertions.Expect(page.Locator("#cell-decisions")).ToContainTextAsync("mottagningsplats");
        await page.Locator("#step-back").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"version={decided - 1}&as=happened$"));
        await page.Locator("#as-known").ClickAsync();
        await Assertions.Expect(page.Locator("#cell-decisions")).Not.ToContainTextAsync("mottagningsplats");
        await page.Locator("#slider").PressAsync("Home");
        await page.Locator("#when .go").ClickAsync();
        await Assertions.Expect(page.Locator(".where")).ToContainTextAsync("Version 1 av ");
        await Assertions.Expect(page.Locator("#cell-head time").First).ToHaveTextAsync("0 s");
        await page.Locator("#decided-1 a").ClickAsync();
        await Assertions.Expect(page.Locator(".served")).ToContainTextAsync("Inget kvitto");
    }

    [Theory]
    [InlineData("?version=9999", "9999")]
    [InlineData("?version=ett", "ett")]
    [InlineData("?at=2001-01-01T00:00", "2001-01-01T00:00")]
    [InlineData("?at=kvart+i", "kvart i")]
    [InlineData("?as=gissat", "gissat")]
    public async Task What_never_was_is_said_on_a_page(string query, string named)
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        await using var window = await browser.As("auditor", product.Address, Screen.Desk with { Script = false });
        var answer = await window.Page.GotoAsync($"/live/crises/{crisis}/history{query}");
        answer!.Status.ShouldBeOneOf(400, 404);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(named);
    }

    [Fact]
    public async Task It_fits_every_screen_by_day_and_by_night()
    {
        var crisis = await product.CrisisUnderWay();
        foreach (
            var (screen, name) in new[]
            {
                (Screen.Wall with { Dark = false }, "history"),
                (Screen.Wall, "history-dark"),
                (Screen.Phone, "history-phone"),
                (Screen.Phone with { Dark = true }, "history-phone-dark"),
            }
        )
        {
            await using var window = await browser.As("auditor", product.Address, screen);
            await window.Page.GotoAsync($"/live/crises/{crisis}/history?version={VersionOf(await product.Lines(crisis), "task_given")}");
            await Assertions.Expect(window.Page.Locator(".functions .fn")).ToHaveCountAsync(9);
            await window.ShouldBeFit();
            await window.Picture(name, whole: screen.Touch);
        }
    }

    private static DateTimeOffset At(JsonNode? line, string field) => DateTimeOffset.Parse(line![field]!.GetValue<string>());
}
