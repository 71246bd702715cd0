using System.Net;
using CrisisCommand.IntegrationTests;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

public sealed class PhoneTests(Product product, Browser browser)
{
    [Fact]
    public async Task A_summons_is_answered_with_one_thumb_and_then_one_is_in_place()
    {
        var crisis = await product.CrisisUnderWay();
        await using var phone = await Phone("communications", crisis);
        var summons = phone.Page.Locator("#s-communications");
        await Assertions.Expect(summons).ToContainTextAsync("Du är kallad: Kommunikation");
        await phone.ShouldBeFit();
        await phone.ShouldBeThumbSized();
        await phone.Picture("phone-summons");

        await summons.GetByLabel("15 min").CheckAsync();
        await Tap(summons, "Kommer");
        await Assertions.Expect(phone.Page.Locator(".done")).ToContainTextAsync("du kommer");
        var answered = (await FunctionOf(crisis, "communications"))["summons"]![0]!;
        answered["answer"]!.GetValue<string>().ShouldBe("coming");
        (answered["eta"]!.GetValue<DateTimeOffset>() - DateTimeOffset.UtcNow).TotalMinutes.ShouldBeInRange(13, 15.1);

        await Tap(phone.Page.Locator("#w-communications"), "Jag är på plats");
        await Assertions.Expect(phone.Page.Locator("#f-communications")).ToContainTextAsync("Lämna över");
        (await FunctionOf(crisis, "communications"))["holder"]!.GetValue<string>().ShouldBe("communications");
    }

    [Fact]
    public async Task Without_a_script_a_summons_is_answered_all_the_same()
    {
        var crisis = await product.CrisisUnderWay();
        await using var phone = await Phone("people-support", crisis, Screen.Phone with { Script = false });
        await Tap(phone.Page.Locator("#s-people-support"), "Kan inte");
        await Assertions.Expect(phone.Page.Locator(".done")).ToContainTextAsync("du kan inte");
        (await FunctionOf(crisis, "people-support"))["summons"]![0]!["answer"]!.GetValue<string>().ShouldBe("declined");
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_answer_also_where_it_says_in_how_many_minutes()
    {
        var crisis = await product.CrisisUnderWay();
        await using var phone = await Phone("situation", crisis, Screen.Phone with { Script = false });
        var form = phone.Page.Locator("#s-situation form").First;
        var fields = new Dictionary<string, string> { ["eta:minutes"] = "45" };
        foreach (var field in await form.Locator("input[type=hidden]").AllAsync())
        {
            fields[(await field.GetAttributeAsync("name"))!] = (await field.GetAttributeAsync("value"))!;
        }

        async Task<int> Send()
        {
            var data = phone.Context.APIRequest.CreateFormData();
            foreach (var (name, value) in fields)
            {
                data.Set(name, value);
            }

            var path = (await form.GetAttributeAsync("action"))!;
            return (await phone.Context.APIRequest.PostAsync(path, new() { Form = data, MaxRedirects = 0 })).Status;
        }

        (await Send()).ShouldBe(303);
        (await Send()).ShouldBe(303);
        fields["eta:minutes"] = "60";
        (await Send()).ShouldBe(422);
    }

    [Fact]
    public async Task What_was_refused_is_mended_and_sent_again_from_the_same_form()
    {
        var crisis = await product.CrisisUnderWay();
        await using var phone = await Phone("vd", crisis);
        await using var other = await Phone("vd", crisis);
        var over = phone.Page.Locator("#f-crisis-leader");
        foreach (var window in new[] { phone, other })
        {
            var held = window.Page.Locator("#f-crisis-leader");
            await held.Locator("summary").ClickAsync();
            await held.Locator("textarea").FillAsync("Allt lugnt");
        }

        await Tap(over, "Lämna över");
        await Assertions.Expect(phone.Page.Locator(".done")).ToBeVisibleAsync();
        var late = other.Page.Locator("#f-crisis-leader");
        await late.Locator("select").SelectOptionAsync("vd-2");
        await Tap(late, "Lämna över");
        await Assertions.Expect(late.Locator(".problem")).ToBeVisibleAsync();
        // The deputy declines; the very form that was refused goes through now.
        (
            await (await product.As("vd-1")).Post($"/crises/{crisis}/functions/crisis-leader/handover/refusal", new { why = "Sjuk" })
        ).ShouldBe(HttpStatusCode.NoContent);
        await Tap(late, "Lämna över");
        await Assertions.Expect(other.Page.Locator(".done")).ToContainTextAsync("erbjuden");
    }

    [Fact]
    public async Task A_handover_comes_while_the_phone_is_open_and_is_accepted()
    {
        var crisis = await product.CrisisUnderWay();
        await (await product.As("vd")).Staff(crisis, "chief-of-staff", "chief-of-staff");
        await using var holder = await Phone("chief-of-staff", crisis);
        await using var deputy = await Phone("chief-of-staff-1", crisis);
        await Assertions.Expect(deputy.Page.Locator("#h-chief-of-staff")).ToHaveCountAsync(0);

        var held = holder.Page.Locator("#f-chief-of-staff");
        await held.GetByText("Lämna över").First.ClickAsync();
        (await held.Locator("optgroup").First.Locator("option").First.GetAttributeAsync("value")).ShouldBe("chief-of-staff-1");
        await held.GetByLabel("Till").SelectOptionAsync("chief-of-staff-1");
        await held.GetByLabel("Överlämning").FillAsync("Två möten kvar, vakten är ringd");
        await Tap(held, "Lämna över");
        await Assertions.Expect(holder.Page.Locator(".done")).ToContainTextAsync("erbjuden");

        var offered = deputy.Page.Locator("#h-chief-of-staff");
        await Assertions.Expect(offered).ToContainTextAsync("Två möten kvar, vakten är ringd");
        await Assertions.Expect(deputy.Page.Locator("#said")).ToContainTextAsync("lämnar över");
        await Tap(offered, "Ta över");
        await Assertions.Expect(deputy.Page.Locator("#f-chief-of-staff")).ToBeVisibleAsync();
        (await FunctionOf(crisis, "chief-of-staff"))["holder"]!.GetValue<string>().ShouldBe("chief-of-staff-1");
        await Assertions.Expect(holder.Page.Locator("#f-chief-of-staff")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_decision_rests_on_the_lines_tapped_and_seals_the_board_that_was_shown()
    {
        var crisis = await product.CrisisUnderWay();
        var vd = await product.As("vd");
        await using var phone = await Phone("vd", crisis);
        await phone.Page.Locator(".thumb").GetByText("Fatta beslut").ClickAsync();
        await Assertions.Expect(phone.Page.Locator("#board")).ToContainTextAsync("Branden är under kontroll");
        var shown = long.Parse((await phone.Page.Locator("#board").GetAttributeAsync("data-version"))!);
        var lines = phone.Page.Locator(".basis .choice");
        string[] basis = [await ValueOf(lines.Nth(0)), await ValueOf(lines.Nth(1))];
        await lines.Nth(0).ClickAsync();
        await lines.Nth(1).ClickAsync();
        await phone.Page.Locator("textarea[name=decision]").FillAsync("Utrym uppgång C");
        await phone.ShouldBeFit();
        await phone.ShouldBeThumbSized();
        await phone.Picture("phone-decide", whole: true);

        // Without a motive there is no decision, and the words stay where they are.
        await Tap(phone.Page.Locator("#decide"), "Fatta beslut");
        await Assertions.Expect(phone.Page.Locator("#decide .answer .problem")).ToContainTextAsync("Motiv");
        (await phone.Page.Locator("textarea[name=decision]").InputValueAsync()).ShouldBe("Utrym uppgång C");
        await Assertions.Expect(phone.Page.Locator("#moved")).ToBeHiddenAsync();
        phone.Errors.Clear();

        await (await product.As("documentation")).Write(crisis, "Rök i uppgång C");
        await Assertions.Expect(phone.Page.Locator("#moved")).ToBeVisibleAsync();
        await phone.Page.Locator("textarea[name=motive]").FillAsync("Röken sprider sig");
        await phone.Page.GetByLabel("Vem utför det?").SelectOptionAsync("property-operations");
        await Tap(phone.Page.Locator("#decide"), "Fatta beslut");
        await Assertions.Expect(phone.Page.Locator("h1")).ToHaveTextAsync("Beslut 2");
        await phone.ShouldBeFit();
        await phone.Picture("phone-decision", whole: true);

        var taken = (await vd.Get($"/crises/{crisis}/decisions/2")).ShouldBe(HttpStatusCode.OK).Json;
        taken["basis"]!.AsArray().Select(b => b!.GetValue<string>()).ShouldBe(basis);
        taken["receipt"]!["version"]!.GetValue<long>().ShouldBe(shown);
        taken["executor"]!.GetValue<string>().ShouldBe("property-operations");
        (await vd.Get($"/crises/{crisis}/board")).Json["version"]!.GetValue<long>().ShouldBe(shown + 2);
    }

    [Fact]
    public async Task A_newer_board_is_loaded_without_losing_what_was_typed_and_two_taps_are_one_decision()
    {
        var crisis = await product.CrisisUnderWay();
        await using var phone = await Phone("vd", crisis, path: "/mine/decide");
        await phone.Page.Locator(".basis .choice").Nth(1).ClickAsync();
        var picked = await ValueOf(phone.Page.Locator(".basis .choice").Nth(1));
        await phone.Page.Locator("textarea[name=decision]").FillAsync("Stäng av gasen");
        await phone.Page.Locator("textarea[name=motive]").FillAsync("Gasol i källaren");
        await (await product.As("documentation")).Write(crisis, "Läckan hörs");
        await phone.Page.Locator("#moved a").ClickAsync();
        await Assertions.Expect(phone.Page.Locator(".basis .choice").First).ToContainTextAsync("Läckan hörs");
        (await phone.Page.Locator("textarea[name=decision]").InputValueAsync()).ShouldBe("Stäng av gasen");
        (await phone.Page.Locator(".basis :checked").InputValueAsync()).ShouldBe(picked);
        var shown = long.Parse((await phone.Page.Locator("#board").GetAttributeAsync("data-version"))!);

        await phone.Page.Locator("#decide").GetByRole(AriaRole.Button, new() { Name = "Fatta beslut" }).DblClickAsync();
        await Assertions.Expect(phone.Page.Locator("h1")).ToHaveTextAsync("Beslut 2");
        var vd = await product.As("vd");
        (await vd.Get($"/crises/{crisis}/board")).Json["decisionCount"]!.GetValue<int>().ShouldBe(2);
        (await vd.Get($"/crises/{crisis}/decisions/2")).Json["receipt"]!["version"]!.GetValue<long>().ShouldBe(shown);

        // It is replaced from the phone too, with a reason.
        await phone.Page.GetByText("Ersätt beslut 2").ClickAsync();
        (await phone.Page.Locator("textarea[name=decision]").InputValueAsync()).ShouldBe("Stäng av gasen");
        await phone.Page.GetByLabel("Varför?").FillAsync("Gasen är redan av");
        await Tap(phone.Page.Locator("#decide"), "Ersätt beslut 2");
        await Assertions.Expect(phone.Page.Locator("h1")).ToHaveTextAsync("Beslut 3");
        (await vd.Get($"/crises/{crisis}/decisions/2")).Json["revisedBy"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task A_task_is_given_seen_and_finished_and_no_form_in_use_is_touched()
    {
        var crisis = await product.CrisisUnderWay();
        await using var leader = await Phone("vd", crisis);
        await using var holder = await Phone("documentation", crisis);
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
        await using var keeper = await Phone("documentation", crisis);
        await using var leader = await Phone("vd", crisis);
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

    [Fact]
    public async Task Whoever_may_not_decide_sees_no_way_to()
    {
        var crisis = await product.CrisisUnderWay();
        await using var phone = await Phone("communications", crisis);
        await Assertions.Expect(phone.Page.GetByText("Fatta beslut")).ToHaveCountAsync(0);
        await Assertions.Expect(phone.Page.Locator("#do-level, #do-briefing, #do-situation")).ToHaveCountAsync(0);
        var refused = await phone.Page.GotoAsync($"/live/crises/{crisis}/mine/decide");
        refused!.Status.ShouldBe(403);
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
        await using var phone = await Phone("vd", crisis, Screen.Phone with { Dark = dark });
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

    private async Task<Window> Phone(string person, Guid crisis, Screen? screen = null, string path = "/mine")
    {
        var window = await browser.As(person, product.Address, screen ?? Screen.Phone);
        await window.Page.GotoAsync($"/live/crises/{crisis}{path}");
        return window;
    }

    private static Task Tap(ILocator within, string button) =>
        within.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task<string> ValueOf(ILocator line) => (await line.Locator("input").GetAttributeAsync("value"))!;

    private async Task<System.Text.Json.Nodes.JsonNode> FunctionOf(Guid crisis, string function) =>
        (await (await product.As("vd")).Get($"/crises/{crisis}/board")).Json["functions"]!
            .AsArray()
            .First(f => f!["function"]!.GetValue<string>() == function)!;
}

internal static class Thumbs
{
    /// <summary>Everything of the page's own that is pressed is as large as a thumb.</summary>
    public static async Task ShouldBeThumbSized(this Window window) =>
        (
            await window.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('main :is(button, .button, summary, select, textarea, input:not([type=hidden]), .choice, .chip, .links a)')]
                    .filter(e => e.checkVisibility() && !e.matches('.choice input'))
                    .filter(e => e.getBoundingClientRect().height < 47.5 || e.getBoundingClientRect().width < 47.5)
                    .map(e => e.outerHTML.slice(0, 120))
                """
            )
        ).ShouldBeEmpty();
}
