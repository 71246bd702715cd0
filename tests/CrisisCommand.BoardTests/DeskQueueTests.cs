using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using static Microsoft.Playwright.Assertions;

namespace CrisisCommand.BoardTests;

/// <summary>Store and forward: with the server away the lines queue in the browser, and go through once each, in order, when it is back.</summary>
public sealed class DeskQueueTests(Product product, Browser browser)
{
    private static readonly string[] Three = ["Första raden", "Andra raden", "Tredje raden"];

    [Fact]
    public async Task Lines_typed_without_a_server_outlive_the_tab_and_go_through_once_each_in_order()
    {
        await using var wire = new Wire(product.Address);
        var desk = await DeskPage.Open(product, browser, wire.Address);
        await using var window = desk.Window;
        wire.Cut();
        var typed = new List<DateTimeOffset>();
        foreach (var text in Three)
        {
            await desk.Write(text);
            typed.Add(TimeProvider.System.GetUtcNow());
        }

        await Expect(desk.Unsent).ToHaveCountAsync(3);
        await Expect(desk.Unsent.First).ToContainTextAsync("Osänd");
        await Expect(desk.Contact).ToContainTextAsync("3 osända rader");
        await window.ShouldBeFit();
        await window.Picture("desk-unsent");
        await desk.Page.CloseAsync(); // as a crash: nothing is asked and nothing is said
        (await desk.Written()).ShouldBeEmpty();
        wire.Mend();
        var after = await desk.Again();
        (await desk.WrittenAre(3)).ShouldBe(Three);
        await Expect(after.Unsent).ToHaveCountAsync(0);
        var occurred = (await desk.Timeline()).Select(l => l!["occurredAt"]!.GetValue<DateTimeOffset>()).ToList();
        occurred.Zip(typed, (o, t) => (o - t).Duration()).ShouldAllBe(d => d < TimeSpan.FromSeconds(4));
        await Expect(after.Contact).ToHaveTextAsync("Kontakt med servern.");
    }

    [Fact]
    public async Task A_reload_without_a_server_shows_the_desk_and_what_waits_and_takes_more()
    {
        await using var wire = new Wire(product.Address);
        var desk = await DeskPage.Open(product, browser, wire.Address);
        await using var window = desk.Window;
        await desk.Page.WaitForFunctionAsync("async () => Boolean(await caches.match(location.pathname + '?blank=true'))");
        await desk.Page.ReloadAsync();
        await desk.Ready();
        wire.Cut();
        await desk.Write("Före omladdningen");
        await Expect(desk.Unsent).ToHaveCountAsync(1);
        var warned = 0;
        desk.Page.Dialog += (_, dialog) =>
        {
            warned++;
            _ = dialog.AcceptAsync();
        };
        await desk.Page.ReloadAsync();
        await desk.Ready();
        warned.ShouldBe(1); // leaving with unsent lines is asked about
        await Expect(desk.Unsent).ToHaveCountAsync(1);
        (await desk.Lines.CountAsync()).ShouldBe(0, "no word of the journal is kept in the browser");
        await desk.Write("Efter omladdningen");
        await Expect(desk.Unsent).ToHaveCountAsync(2);
        wire.Mend();
        (await desk.WrittenAre(2)).ShouldBe(["Före omladdningen", "Efter omladdningen"]);
        await Expect(desk.Lines.Last).ToContainTextAsync("Efter omladdningen");
        await Expect(desk.Unsent).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)] // the control: it is the kept key that makes it one
    public async Task A_lost_answer_doubles_nothing(bool withItsKey, int lines)
    {
        await using var wire = new Wire(product.Address);
        var desk = await DeskPage.Open(product, browser, wire.Address);
        await using var window = desk.Window;
        wire.LosesAnswers = true;
        await desk.Write("Svaret försvann");
        await desk.WrittenAre(1);
        await Expect(desk.Unsent).ToContainTextAsync(["Osänd"]);
        wire.Cut();
        if (!withItsKey)
        {
            await desk.Alter("row.key = crypto.randomUUID();");
        }

        wire.LosesAnswers = false;
        wire.Mend();
        await Expect(desk.Unsent).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        (await desk.Written()).Count.ShouldBe(lines);
    }

    [Fact]
    public async Task Two_tabs_send_once_and_in_order()
    {
        await using var wire = new Wire(product.Address);
        var desk = await DeskPage.Open(product, browser, wire.Address);
        await using var window = desk.Window;
        var other = await desk.Again();
        wire.Cut();
        var typed = Enumerable.Range(1, 6).Select(n => $"Rad {n}").ToList();
        foreach (var (text, at) in typed.Select((t, i) => (t, i)))
        {
            await (at % 2 == 0 ? desk : other).Write(text);
            await Expect(desk.Unsent).ToHaveCountAsync(at + 1);
            await Expect(other.Unsent).ToHaveCountAsync(at + 1);
        }

        wire.Mend();
        (await desk.WrittenAre(6)).ShouldBe(typed);
        await Expect(desk.Unsent).ToHaveCountAsync(0);
        await Expect(other.Unsent).ToHaveCountAsync(0);
        (await desk.Written()).ShouldBe(typed);
    }

    [Fact]
    public async Task A_line_that_waited_too_long_says_itself_why_it_is_late()
    {
        await using var wire = new Wire(product.Address);
        var desk = await DeskPage.Open(product, browser, wire.Address);
        await using var window = desk.Window;
        wire.Cut();
        await desk.Write("Under avbrottet");
        await Expect(desk.Unsent).ToHaveCountAsync(1);
        // As if it had been typed twenty minutes ago.
        await desk.Alter(
            """
            const then = (t) => new Date(Date.parse(t) - 20 * 60000).toISOString();
            const body = JSON.parse(row.body);
            row.writtenAt = then(row.writtenAt); row.body = JSON.stringify({ ...body, occurredAt: then(body.occurredAt) });
            """
        );
        wire.Mend();
        (await desk.WrittenAre(1)).Single().ShouldContain("utan kontakt med servern");
        await Expect(desk.Unsent).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_is_signed_out_writes_on_and_signs_in_again()
    {
        var desk = await DeskPage.Open(product, browser);
        await using var window = desk.Window;
        await window.Context.ClearCookiesAsync();
        await desk.Write("Skrivet utloggad");
        await Expect(desk.Contact).ToContainTextAsync("utloggad");
        await Expect(desk.Unsent).ToHaveCountAsync(1);
        (await desk.Written()).ShouldBeEmpty();
        window.Errors.Clear(); // the browser tells of the 401
        await SignIn(window, "documentation");
        (await desk.WrittenAre(1)).ShouldBe(["Skrivet utloggad"]);
        await Expect(desk.Unsent).ToHaveCountAsync(0);
        await Expect(desk.Contact).ToHaveTextAsync("Kontakt med servern.");
    }

    [Fact]
    public async Task Nobody_sends_what_another_person_wrote()
    {
        await using var wire = new Wire(product.Address);
        var desk = await DeskPage.Open(product, browser, wire.Address);
        await using var window = desk.Window;
        wire.Cut();
        await desk.Write("Registratorns rad");
        await Expect(desk.Unsent).ToHaveCountAsync(1);
        await SignIn(window, "vd"); // past the wire: a cookie knows no port
        wire.Mend();
        await Expect(desk.Contact).ToContainTextAsync("Någon annan har loggat in", new() { Timeout = 30_000 });
        (await desk.Written()).ShouldBeEmpty();
    }

    private async Task SignIn(Window window, string person)
    {
        var signedIn = await window.Context.APIRequest.PostAsync(
            new Uri(product.Address, "/development/sign-in").ToString(),
            new() { Form = window.Context.APIRequest.CreateFormData().Set("person", person).Set("next", "/health/live") }
        );
        signedIn.Ok.ShouldBeTrue(await signedIn.TextAsync());
    }
}
