using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrisisCommand.BoardTests;

public sealed class DeskTests(Product product, Browser browser)
{
    [Fact]
    public async Task A_long_log_is_read_sheet_by_sheet()
    {
        var desk = await DeskPage.Open(product, browser);
        await using var window = desk.Window;
        var leader = await product.As("vd");
        for (var n = 1; n <= 205; n++)
        {
            await leader.Post($"/crises/{desk.Crisis}/entries", new { text = $"Rad {n}" });
        }

        await desk.Go();
        await Expect(desk.Lines).ToHaveCountAsync(200);
        await Expect(desk.Lines.Last).ToBeInViewportAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Visa äldre rader" }).ClickAsync();
        await Expect(desk.Lines.First).ToContainTextAsync("Kris förklarad");
        await desk.Write("Skriven med äldre rader framme");
        await Eventually.Is(() => desk.Written(), w => w.Count >= 200);
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Till de senaste raderna" }).ClickAsync();
        await Expect(desk.Lines.Last).ToContainTextAsync("äldre rader framme");
    }

    [Fact]
    public async Task Whoever_may_only_read_is_told_so()
    {
        var desk = await DeskPage.Open(product, browser, person: "observer");
        await using var window = desk.Window;
        await Expect(desk.Page.Locator("#entry")).ToHaveCountAsync(0);
        await Expect(desk.Page.GetByText("inte skriva i den")).ToBeVisibleAsync();
        await Expect(desk.Lines.First).ToContainTextAsync("[maskad]");
        await window.ShouldBeFit();
    }

    [Fact]
    public async Task What_others_do_comes_in_without_moving_the_focus()
    {
        var desk = await DeskPage.Open(product, browser);
        await using var window = desk.Window;
        await desk.Page.Keyboard.TypeAsync("Halvskriven");
        var leader = await product.As("vd");
        await leader.Post($"/crises/{desk.Crisis}/entries", new { text = "Jag är framme" });
        await Expect(desk.Lines.Last).ToContainTextAsync("Jag är framme");
        await Expect(desk.Page.Locator("#told")).ToHaveTextAsync("Ny rad: Jag är framme");
        await Expect(desk.Page.Locator("#text")).ToBeFocusedAsync();
        await Expect(desk.Page.Locator("#text")).ToHaveValueAsync("Halvskriven");
    }

    [Fact]
    public async Task What_is_half_typed_outlives_a_reload_and_a_crash_of_the_tab()
    {
        var desk = await DeskPage.Open(product, browser);
        await using var window = desk.Window;
        await desk.Page.Keyboard.TypeAsync("Halvskriven rad");
        await desk.Page.ReloadAsync();
        await desk.Ready();
        await Expect(desk.Page.Locator("#text")).ToHaveValueAsync("Halvskriven rad");
        var other = await desk.Again();
        await Expect(other.Page.Locator("#text")).ToHaveValueAsync("");
        await desk.Page.CloseAsync();
        await other.Page.CloseAsync();
        var after = await desk.Again();
        await Expect(after.Page.Locator("#text")).ToHaveValueAsync("Halvskriven rad");
        await after.Page.Keyboard.PressAsync("Enter");
        (await desk.WrittenAre(1)).ShouldBe(["Halvskriven rad"]);
    }

    [Fact]
    public async Task Without_a_script_it_reads_writes_and_corrects()
    {
        var desk = await DeskPage.Open(product, browser, screen: Screen.Desk with { Script = false });
        await using var window = desk.Window;
        await desk.Page.FillAsync("#text", "Skrivet utan skript");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Skriv in" }).ClickAsync();
        await Expect(desk.Lines.Last).ToContainTextAsync("Skrivet utan skript");
        await desk.Lines.Last.GetByRole(AriaRole.Link, new() { NameRegex = new("Rätta") }).ClickAsync();
        await desk.Page.FillAsync("#correct-text", "Rättat utan skript");
        await desk.Page.FillAsync("#correct-why", "Felskrivet");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Skriv in rättelsen" }).ClickAsync();
        await Expect(desk.Lines.Filter(new() { HasText = "Rättad" }).Locator("del")).ToHaveTextAsync("Skrivet utan skript");
        (await desk.Written("entry_corrected")).Single().ShouldContain("Rättat utan skript");
    }

    [Fact]
    public async Task Reads_on_a_phone_and_at_hour_eight()
    {
        var desk = await DeskPage.Open(product, browser);
        await using var window = desk.Window;
        var leader = await product.As("vd");
        await leader.Post(
            $"/crises/{desk.Crisis}/entries",
            new { text = "Räddningstjänsten bekräftar brand i källaren på Bjursätragatan 110. Två trapphus är rökfyllda." }
        );
        await leader.Post($"/crises/{desk.Crisis}/decisions", new { decision = "Utrym hela huset", motive = "Fara för liv" });
        await desk.Write("/k Polisen ringde: avspärrning klar kl. 14:20, Bjursätragatan avstängd mellan 100 och 120");
        await desk.Write("/å Driftchefen stänger ventilationen");
        await desk.Write("SVT är på plats");
        await desk.WrittenAre(4);
        await Expect(desk.Lines.Last).ToContainTextAsync("SVT");
        await desk.Write("/r");
        await desk.Page.Keyboard.PressAsync("Control+A");
        await desk.Write("SVT och TV4 är på plats");
        await desk.Write("Det var två team");
        await Expect(desk.Lines.Last).ToContainTextAsync("TV4");
        await desk.Page.Keyboard.TypeAsync("/m SVT vill ha en intervju klockan");
        await window.ShouldBeFit();
        await window.Picture("desk");
        await desk.Page.SetViewportSizeAsync(360, 740);
        await window.ShouldBeFit();
        await window.Picture("desk-phone", whole: true);
    }
}
