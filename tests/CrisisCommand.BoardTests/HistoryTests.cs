using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CrisisCommand.IntegrationTests;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

public sealed partial class HistoryTests(Product product, Browser browser)
{
    [Fact]
    public async Task A_step_back_shows_the_board_that_stood_there_and_a_step_forward_the_next()
    {
        var crisis = await product.CrisisUnderWay();
        var lines = await Lines(crisis);
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
        var lines = await Lines(crisis);
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
        var lines = await Lines(crisis);
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
    public async Task Two_moments_are_compared_cell_by_cell_with_the_lines_between()
    {
        var crisis = await product.CrisisUnderWay();
        var lines = await Lines(crisis);
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
    public async Task Without_a_script_links_and_forms_lead_everywhere()
    {
        var crisis = await product.CrisisUnderWay();
        var decided = VersionOf(await Lines(crisis), "decision_taken");
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
    public async Task An_observer_sees_how_it_went_and_no_words()
    {
        var crisis = await product.CrisisUnderWay();
        await using var window = await browser.As("observer", product.Address);
        await window.Page.GotoAsync($"/live/crises/{crisis}/history?decision=1");
        await Assertions.Expect(window.Page.Locator("#decided-1")).ToContainTextAsync("[maskad]");
        (await window.Page.ContentAsync()).ShouldNotContain("mottagningsplats");
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
            await window.Page.GotoAsync($"/live/crises/{crisis}/history?version={VersionOf(await Lines(crisis), "task_given")}");
            await Assertions.Expect(window.Page.Locator(".functions .fn")).ToHaveCountAsync(9);
            await window.ShouldBeFit();
            await window.Picture(name, whole: screen.Touch);
        }
    }

    private async Task<JsonArray> Lines(Guid crisis) =>
        (await (await product.As("vd")).Get($"/crises/{crisis}/timeline?limit=200")).ShouldBe(HttpStatusCode.OK).Json.AsArray();

    private static int VersionOf(JsonArray lines, string kind) =>
        lines.First(l => l!["kind"]!.GetValue<string>() == kind)!["version"]!.GetValue<int>();

    private static DateTimeOffset At(JsonNode? line, string field) => DateTimeOffset.Parse(line![field]!.GetValue<string>());

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Sha();
}
