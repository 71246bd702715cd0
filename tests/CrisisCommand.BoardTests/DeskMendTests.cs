using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using static Microsoft.Playwright.Assertions;

namespace CrisisCommand.BoardTests;

/// <summary>A line that was refused, or is not sent yet, is changed where it stands.</summary>
public sealed class DeskMendTests(Product product, Browser browser)
{
    [Fact]
    public async Task A_refused_line_holds_nothing_up_and_is_changed_and_sent_again()
    {
        var desk = await DeskPage.Open(product, browser);
        await using var window = desk.Window;
        await desk.Page.FillAsync("#text", new string('x', 60_000));
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Write("Nästa rad");
        (await desk.WrittenAre(1)).ShouldBe(["Nästa rad"]);
        await Expect(desk.Unsent).ToHaveCountAsync(1);
        await Expect(desk.Unsent).ToContainTextAsync("Avvisad");
        await desk.Page.ReloadAsync();
        await desk.Ready();
        await Expect(desk.Unsent).ToContainTextAsync("Avvisad");
        await desk.Page.Keyboard.PressAsync("ArrowUp");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#text")).ToBeFocusedAsync();
        await desk.Page.FillAsync("#text", "Kortare");
        await desk.Page.Keyboard.PressAsync("Enter");
        (await desk.WrittenAre(2)).ShouldBe(["Nästa rad", "Kortare"]);
        await Expect(desk.Unsent).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_refused_line_is_put_away_only_by_saying_so_twice()
    {
        var desk = await DeskPage.Open(product, browser);
        await using var window = desk.Window;
        await desk.Page.FillAsync("#text", new string('x', 60_000));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Unsent).ToContainTextAsync("Avvisad");
        await desk.Page.Keyboard.PressAsync("ArrowUp");
        await desk.Page.Keyboard.PressAsync("Delete");
        await Expect(desk.Unsent).ToContainTextAsync("Säkert?");
        window.Errors.Clear(); // the browser tells of the 400
        await window.ShouldBeFit();
        await desk.Page.Keyboard.PressAsync("Delete");
        await Expect(desk.Unsent).ToHaveCountAsync(0);
        (await desk.Written()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_not_sent_yet_is_corrected_and_both_go_through()
    {
        await using var wire = new Wire(product.Address);
        var desk = await DeskPage.Open(product, browser, wire.Address);
        await using var window = desk.Window;
        wire.Cut();
        await desk.Write("Tre saknas");
        await Expect(desk.Unsent).ToHaveCountAsync(1);
        await desk.Page.Keyboard.PressAsync("ArrowUp");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#correct textarea").First).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Control+A");
        await desk.Write("Två saknas");
        await desk.Write("Hörde fel");
        await Expect(desk.Unsent).ToHaveCountAsync(2);
        wire.Mend();
        (await Eventually.Is(() => desk.Written("entry_corrected"), w => w.Count == 1)).Single().ShouldContain("Två saknas");
        await Expect(desk.Unsent).ToHaveCountAsync(0);
    }
}
