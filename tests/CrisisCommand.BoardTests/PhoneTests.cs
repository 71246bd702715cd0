using System.Net;
using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;
using static CrisisCommand.BoardTests.PhoneSteps;

namespace CrisisCommand.BoardTests;

public sealed class PhoneTests(Product product, Browser browser)
{
    [Fact]
    public async Task A_task_is_given_seen_and_finished_and_no_form_in_use_is_touched()
    {
        var crisis = await product.CrisisUnderWay();
        await using var leader = await browser.Phone(product, "vd", crisis);
        await using var holder = await browser.Phone(product, "documentation", crisis);
        var entry = holder.Page.Locator("#do-entry");
        await entry.Locator("summary").ClickAsync();
        await entry.Locator("textarea").FillAsync("Halvskriven rad");

        var give = leader.Page.Locator("#do-task");
        await give.Locator("summary").ClickAsync();
        await give.GetByLabel("Vad ska göras?").FillAsync("Skriv minnesanteckningar");
        await give.GetByLabel("Av vem?").SelectOptionAsync("documentation");
        await give.GetByLabel("30 min").CheckAsync();
        await Tap(give, "Ge uppgiften");
        await Assertions.Expect(leader.Page.Locator(".done")).ToHaveTextAsync("Uppgiften är given.");

        var task = holder.Page.Locator("#r-work .card").Filter(new() { HasText = "Skriv minnesanteckningar" });
        await Assertions.Expect(task).ToContainTextAsync("Klart senast");
        (await entry.Locator("textarea").InputValueAsync()).ShouldBe("Halvskriven rad");
        await Tap(entry, "Skriv i loggen");
        await Assertions.Expect(holder.Page.Locator(".done")).ToContainTextAsync("loggen");

        await task.Locator("summary").ClickAsync();
        await task.Locator("textarea").FillAsync("Utskickade till alla");
        await Tap(task, "Klar");
        await Assertions.Expect(holder.Page.Locator(".done")).ToHaveTextAsync("Uppgiften är klar.");
        await Assertions.Expect(task).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task With_the_server_away_the_words_stay_and_are_sent_once()
    {
        var crisis = await product.CrisisUnderWay();
        await using var wire = new Wire(product.Address);
        await using var phone = await browser.As("vd", wire.Address, Screen.Phone);
        await phone.Page.GotoAsync($"/live/crises/{crisis}/mine");
        var entry = phone.Page.Locator("#do-entry");
        await entry.Locator("summary").ClickAsync();
        await entry.Locator("textarea").FillAsync("Skrivet i hissen");
        wire.Cut();
        await Tap(entry, "Skriv i loggen");
        await Assertions.Expect(entry.Locator(".problem")).ToContainTextAsync("Ingen kontakt");
        await Assertions.Expect(phone.Page.Locator("#lost")).ToBeVisibleAsync();
        wire.Mend();
        await Assertions.Expect(phone.Page.Locator("#lost")).ToBeHiddenAsync();
        (await entry.Locator("textarea").InputValueAsync()).ShouldBe("Skrivet i hissen");
        await Tap(entry, "Skriv i loggen");
        await Assertions.Expect(phone.Page.Locator(".done")).ToContainTextAsync("loggen");
        (await (await product.As("vd")).Get($"/crises/{crisis}/board")).Json["latest"]!
            .AsArray()
            .Count(l => l!["words"]!.GetValue<string>().Contains("Skrivet i hissen", StringComparison.Ordinal))
            .ShouldBe(1);
    }

    [Fact]
    public async Task Two_persons_stand_the_crisis_down_from_their_phones()
    {
        var crisis = await product.CrisisUnderWay();
        await using var keeper = await browser.Phone(product, "documentation", crisis);
        await using var leader = await browser.Phone(product, "vd", crisis);
        keeper.Page.Dialog += (_, question) => _ = question.AcceptAsync();
        leader.Page.Dialog += (_, question) => _ = question.AcceptAsync();
        var over = keeper.Page.Locator("#do-over");
        await over.Locator("summary").ClickAsync();
        await over.Locator("textarea").FillAsync("Släckt");
        await Tap(over, "Krisen är över");
        await Assertions.Expect(keeper.Page.Locator("#b-proposal")).ToContainTextAsync("En person till");

        var proposal = leader.Page.Locator("#b-proposal");
        await proposal.Locator("summary").ClickAsync();
        await proposal.Locator("textarea").FillAsync("Släckt och återställt");
        await Tap(proposal, "Ja, krisen är över");
        await Assertions.Expect(leader.Page.Locator("#b-head")).ToContainTextAsync("Avvecklad");
        await Assertions.Expect(leader.Page.Locator(".thumb").GetByText("Fatta beslut")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_page_of_the_phone_is_fit_for_everybody(bool dark)
    {
        var crisis = await product.CrisisUnderWay();
        var vd = await product.As("vd");
        (await vd.Post($"/crises/{crisis}/tasks", new { text = "Ring borgmästaren", function = "crisis-leader" })).ShouldBe(
            HttpStatusCode.Created
        );
        await using var phone = await browser.Phone(product, "vd", crisis, Screen.Phone with { Dark = dark });
        await phone.ShouldBeFit();
        await phone.ShouldBeThumbSized();
        await phone.Picture(dark ? "phone-mine-dark" : "phone-mine");
        await phone.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await phone.ShouldBeFit();
        await phone.ShouldBeThumbSized();
        foreach (var path in new[] { "/mine/decide", "/mine/decide?revises=1", "/decisions/1" })
        {
            await phone.Page.GotoAsync($"/live/crises/{crisis}{path}");
            await phone.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            await phone.ShouldBeFit();
            await phone.ShouldBeThumbSized();
            (await phone.Page.InnerTextAsync("body")).ShouldNotContain("pages.", customMessage: path);
        }
    }
}
