using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using static Microsoft.Playwright.Assertions;

namespace CrisisCommand.BoardTests;

/// <summary>Whatever is written at the desk is written without a mouse.</summary>
public sealed class DeskKeyboardTests(Product product, Browser browser)
{
    private static readonly string[] Ten = [.. Enumerable.Range(1, 10).Select(n => $"Observation nummer {n}")];

    [Fact]
    public async Task Ten_lines_are_written_with_nothing_but_the_keyboard()
    {
        var desk = await DeskPage.Open(product, browser);
        await using var window = desk.Window;
        foreach (var text in Ten)
        {
            await desk.Write(text);
        }

        (await desk.WrittenAre(10)).ShouldBe(Ten);
        await Expect(desk.Unsent).ToHaveCountAsync(0);
        await Expect(desk.Lines.Last).ToContainTextAsync("Observation nummer 10");
        await Expect(desk.Page.Locator("#text")).ToBeFocusedAsync();
        await window.ShouldBeFit();
    }

    [Fact]
    public async Task Time_category_and_reason_are_given_from_the_keyboard()
    {
        var desk = await DeskPage.Open(product, browser);
        await using var window = desk.Window;
        await desk.Page.Keyboard.TypeAsync("/k Räddningsledaren ringde");
        await desk.Page.Keyboard.PressAsync("Shift+Tab");
        var hour = TimeProvider.System.GetUtcNow().AddHours(-1);
        var local = TimeZoneInfo.ConvertTime(hour, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"));
        await desk.Page.Keyboard.TypeAsync($"{local:HHmm}");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#late-reason")).ToBeFocusedAsync();
        (await desk.Written()).ShouldBeEmpty();
        await desk.Write("Satt i ett annat samtal");
        (await desk.WrittenAre(1)).Single().ShouldContain("Satt i ett annat samtal");
        var stored = (await product.StoredEvents(desk.Crisis)).Last()!;
        stored["data"]!["category"]!.GetValue<string>().ShouldBe("contact");
        var occurred = (await desk.Timeline())[0]!["occurredAt"]!.GetValue<DateTimeOffset>();
        (hour - occurred).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
        await Expect(desk.Lines.Last).ToContainTextAsync("Kontakt");
    }

    [Fact]
    public async Task A_line_is_corrected_from_the_keyboard_and_stands_beside_what_it_was()
    {
        var desk = await DeskPage.Open(product, browser);
        await using var window = desk.Window;
        await desk.Write("Tre personer saknas");
        await desk.Write("Polisen är på plats");
        await desk.WrittenAre(2);
        await Expect(desk.Lines.Last).ToContainTextAsync("Polisen");
        await Expect(desk.Unsent).ToHaveCountAsync(0);
        await desk.Page.Keyboard.PressAsync("ArrowUp");
        await desk.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(desk.Lines.Nth(await desk.Lines.CountAsync() - 2)).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#correct textarea").First).ToBeFocusedAsync();
        await window.ShouldBeFit();
        await desk.Page.Keyboard.PressAsync("Control+A");
        await desk.Write("Två personer saknas");
        await desk.Write("Räddningsledaren räknade om");
        (await Eventually.Is(() => desk.Written("entry_corrected"), w => w.Count == 1)).Single().ShouldContain("Två personer saknas");
        var corrected = desk.Lines.Filter(new() { HasText = "Tre personer saknas" });
        await Expect(corrected.Locator("del")).ToHaveTextAsync("Tre personer saknas");
        await Expect(corrected).ToContainTextAsync("Räddningsledaren räknade om");
        await Expect(desk.Page.Locator("#text")).ToBeFocusedAsync();
        await window.ShouldBeFit();
    }

    [Fact]
    public async Task A_decision_of_the_leader_is_written_down_on_one_form_with_its_basis()
    {
        var desk = await DeskPage.Open(product, browser);
        await using var window = desk.Window;
        await desk.Write("Rök i trapphuset");
        await desk.WrittenAre(1);
        await Expect(desk.Lines.Last).ToContainTextAsync("Rök i trapphuset");
        await Expect(desk.Unsent).ToHaveCountAsync(0);
        await desk.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(desk.Lines.Last).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("m");
        await desk.Page.Keyboard.PressAsync("b");
        await Expect(desk.Page.Locator("#decide")).ToContainTextAsync("loggrad");
        await desk.Write("Utrym huset");
        await desk.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(desk.Page.Locator("#decide [data-fault]")).ToContainTextAsync("Motiv");
        await desk.Page.Keyboard.TypeAsync("Fara för liv");
        await window.ShouldBeFit();
        await window.Picture("desk-decision");
        await desk.Page.Keyboard.PressAsync("Control+Enter");
        var said = (await desk.WrittenAre(2))[1];
        said.ShouldStartWith("Beslut: Utrym huset");
        said.ShouldContain("Motiv: Fara för liv");
        said.ShouldContain("Rök i trapphuset");
    }

    [Fact]
    public async Task Whoever_may_decide_decides_there()
    {
        var desk = await DeskPage.Open(product, browser, person: "vd");
        await using var window = desk.Window;
        await desk.Write("Rök i trapphuset");
        await desk.WrittenAre(1);
        await Expect(desk.Lines.Last).ToContainTextAsync("Rök i trapphuset");
        await Expect(desk.Unsent).ToHaveCountAsync(0);
        await desk.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(desk.Lines.Last).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Space");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Write("/b");
        await desk.Write("Utrym huset");
        await desk.Page.Keyboard.TypeAsync("Fara för liv");
        await desk.Page.Keyboard.PressAsync("Control+Enter");
        await Eventually.Is(() => desk.Written("decision_taken"), w => w.Count == 1);
        var entry = (await desk.Timeline())[0]!["eventId"]!.GetValue<string>();
        var decision = (await product.StoredEvents(desk.Crisis)).Last()!["data"]!;
        decision["basis"]!.AsArray().Select(b => b!.GetValue<string>()).ShouldBe([entry]);
        await Expect(desk.Lines.Last).ToContainTextAsync("Beslut 1: Utrym huset");
    }

    [Fact]
    public async Task A_task_and_a_situation_report_are_given_from_the_keyboard()
    {
        var desk = await DeskPage.Open(product, browser);
        await using var window = desk.Window;
        await desk.Write("/l");
        await desk.Write("Branden är under kontroll");
        (await Eventually.Is(() => desk.Written("situation_reported"), w => w.Count == 1)).Single().ShouldContain("under kontroll");
        await desk.Write("/u");
        await desk.Write("Ordna bussar");
        await desk.Page.Keyboard.TypeAsync("Personal");
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Write("2359");
        (await Eventually.Is(() => desk.Written("task_given"), w => w.Count == 1)).Single().ShouldContain("Ordna bussar");
        await Expect(desk.Page.Locator("#text")).ToBeFocusedAsync();
    }
}
