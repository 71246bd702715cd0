using System.Net;
using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;
using static CrisisCommand.BoardTests.PhoneSteps;

namespace CrisisCommand.BoardTests;

/// <summary>A decision is taken, and replaced, on the board that the phone shows.</summary>
public sealed class PhoneDecisionTests(Product product, Browser browser)
{
    [Fact]
    public async Task A_decision_rests_on_the_lines_tapped_and_seals_the_board_that_was_shown()
    {
        var crisis = await product.CrisisUnderWay();
        var vd = await product.As("vd");
        await using var phone = await browser.Phone(product, "vd", crisis);
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
        await using var phone = await browser.Phone(product, "vd", crisis, path: "/mine/decide");
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
    public async Task Whoever_may_not_decide_sees_no_way_to()
    {
        var crisis = await product.CrisisUnderWay();
        await using var phone = await browser.Phone(product, "communications", crisis);
        await Assertions.Expect(phone.Page.GetByText("Fatta beslut")).ToHaveCountAsync(0);
        await Assertions.Expect(phone.Page.Locator("#do-level, #do-briefing, #do-situation")).ToHaveCountAsync(0);
        var refused = await phone.Page.GotoAsync($"/live/crises/{crisis}/mine/decide");
        refused!.Status.ShouldBe(403);
    }
}
