using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

public sealed class WallTests(Product product, Browser browser)
{
    [Fact]
    public async Task The_wall_shows_everything_at_four_metres_in_the_dark_and_in_the_light()
    {
        var crisis = await product.CrisisUnderWay();
        foreach (
            var (screen, name) in new[]
            {
                (Screen.Wall, "wall-dark"),
                (Screen.Wall with { Dark = false }, "wall"),
                (Screen.Phone, "wall-phone"),
                (new Screen(3840, 2160), "wall-4k"),
            }
        )
        {
            await using var window = await browser.As("vd", product.Address, screen);
            await window.Page.GotoAsync($"/live/crises/{crisis}");
            await Assertions.Expect(window.Page.Locator(".functions .fn")).ToHaveCountAsync(9);
            await Assertions.Expect(window.Page.Locator(".fn.held")).ToHaveCountAsync(2);
            await Assertions.Expect(window.Page.Locator("#cell-tasks")).ToContainTextAsync("filtar");
            await window.ShouldBeFit();
            await window.Picture(name, whole: screen.Touch);
        }
    }

    [Fact]
    public async Task A_change_is_seen_in_two_browsers_at_once_marked_and_told()
    {
        var crisis = await product.CrisisUnderWay();
        var keeper = await product.As("documentation");
        await using var wall = await browser.As("vd", product.Address, Screen.Wall);
        await using var other = await browser.As("chief-of-staff", product.Address);
        await wall.Page.GotoAsync($"/live/crises/{crisis}");
        await other.Page.GotoAsync($"/live/crises/{crisis}");
        await keeper.Write(crisis, "Gasol i källaren bärs ut");
        foreach (var window in new[] { wall, other })
        {
            await Assertions.Expect(window.Page.Locator("#cell-journal li").First).ToContainTextAsync("Gasol i källaren");
            await Assertions.Expect(window.Page.Locator("#cell-journal li.changed")).ToHaveCountAsync(1);
            await Assertions.Expect(window.Page.Locator("#said")).ToContainTextAsync("Gasol i källaren");
            window.Errors.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_lost_connection_is_said_with_the_age_and_the_board_catches_up_without_a_reload()
    {
        var crisis = await product.CrisisUnderWay();
        var keeper = await product.As("documentation");
        await using var wire = new Wire(product.Address);
        await using var window = await browser.As("vd", wire.Address, Screen.Wall);
        await window.Page.GotoAsync($"/live/crises/{crisis}");
        await keeper.Write(crisis, "Före avbrottet");
        await Assertions.Expect(window.Page.Locator("#cell-journal li").First).ToContainTextAsync("Före avbrottet");
        await Assertions.Expect(window.Page.Locator("#lost")).ToBeHiddenAsync();
        await window.Page.EvaluateAsync("window.sameDocument = true");

        wire.Cut();
        await Assertions.Expect(window.Page.Locator("#lost")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("#lost")).ToContainTextAsync("Ingen kontakt");
        await window.Picture("wall-lost");
        foreach (var line in new[] { "Under avbrottet ett", "Under avbrottet två" })
        {
            await keeper.Write(crisis, line);
        }

        wire.Mend();
        await Assertions.Expect(window.Page.Locator("#lost")).ToBeHiddenAsync();
        await Assertions.Expect(window.Page.Locator("#cell-journal li").Nth(0)).ToContainTextAsync("Under avbrottet två");
        await Assertions.Expect(window.Page.Locator("#cell-journal li").Nth(1)).ToContainTextAsync("Under avbrottet ett");
        (await window.Page.EvaluateAsync<bool>("window.sameDocument === true")).ShouldBeTrue();
    }

    [Fact]
    public async Task What_nobody_refreshes_fades_and_what_is_late_stands_out()
    {
        var crisis = await product.CrisisUnderWay();
        await using var window = await browser.As("vd", product.Address, Screen.Wall);
        await window.Page.Clock.InstallAsync();
        await window.Page.GotoAsync($"/live/crises/{crisis}");
        await Assertions.Expect(window.Page.Locator("#cell-journal .fading")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator("#cell-tasks li.overdue")).ToHaveCountAsync(0);

        await Forward();
        await Assertions.Expect(window.Page.Locator("#cell-journal .fading:not(.faded)")).ToHaveCountAsync(1);
        await Forward();
        await Assertions.Expect(window.Page.Locator("#cell-journal .faded")).ToHaveCountAsync(1);
        await Assertions.Expect(window.Page.Locator("#cell-decisions .fading")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator("#cell-tasks li.overdue")).ToContainTextAsync("försenat 10 min");
        await window.ShouldBeFit();
        await window.Picture("wall-faded");

        // What the wall asks now and then is answered first: no answer comes within twenty minutes that pass at once.
        async Task Forward()
        {
            await Assertions.Expect(window.Page.Locator(".htmx-request")).ToHaveCountAsync(0);
            await window.Page.Clock.FastForwardAsync("20:00");
        }
    }

    [Fact]
    public async Task Without_a_script_the_wall_is_read_all_the_same()
    {
        var crisis = await product.CrisisUnderWay();
        await using var window = await browser.As("vd", product.Address, Screen.Desk with { Script = false });
        await window.Page.GotoAsync($"/live/crises/{crisis}");
        await Assertions.Expect(window.Page.Locator("#cell-decisions")).ToContainTextAsync("mottagningsplats");
        await Assertions.Expect(window.Page.Locator("#cell-head time").First).ToContainTextAsync(" s");
    }

    [Fact]
    public async Task An_exercise_is_taken_for_nothing_else()
    {
        var crisis = await product.CrisisUnderWay("ovning");
        await using var window = await browser.As("vd", product.Address, Screen.Wall);
        await window.Page.GotoAsync($"/ovning/crises/{crisis}");
        (await window.Page.TitleAsync()).ShouldStartWith("ÖVNING: ");
        await Assertions.Expect(window.Page.Locator(".band")).ToContainTextAsync("ÖVNING");
        (await window.Page.Locator("link[rel=icon]").GetAttributeAsync("href"))!.ShouldContain("exercise");
        await window.ShouldBeFit();
        await window.Picture("wall-exercise");
    }

    [Fact]
    public async Task An_observer_sees_that_something_was_written_and_not_what()
    {
        var crisis = await product.CrisisUnderWay();
        await using var window = await browser.As("observer", product.Address);
        await window.Page.GotoAsync($"/live/crises/{crisis}");
        await Assertions.Expect(window.Page.Locator("#cell-journal")).ToContainTextAsync("[maskad]");
        (await window.Page.ContentAsync()).ShouldNotContain("filtar");
        var vd = await product.As("vd");
        await vd.Decide(crisis, "Något hemligt");
        await Assertions.Expect(window.Page.Locator("#cell-decisions .count")).ToHaveTextAsync("2");
        (await window.Page.ContentAsync()).ShouldNotContain("hemligt");
    }
}
