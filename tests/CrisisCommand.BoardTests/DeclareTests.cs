using System.Net;
using System.Text.RegularExpressions;
using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

/// <summary>How a crisis is declared from the pages, with how few taps.</summary>
public sealed partial class DeclareTests(Product product, Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_crisis_is_declared_in_three_taps_without_typing(bool script)
    {
        await product.Quiet(await product.As("vd"));
        await using var window = await browser.As("vd", product.Address, Screen.Phone with { Script = script });
        await window.Page.GotoAsync("/live");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Utlys kris" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".tile").Filter(new() { HasText = "Brand" }).First).ToBeVisibleAsync();
        await Kinds(window).Filter(new() { HasText = "Gasläcka" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".says:visible")).ToHaveTextAsync("9 personer larmas nu.");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Utlys", Exact = true }).ClickAsync();
        await window.Page.WaitForURLAsync("**/mine");
        var declared = await Declared(window);
        declared["kind"]!.GetValue<string>().ShouldBe("gas-leak");
        declared["title"]!.GetValue<string>().ShouldBe("Gasläcka");
        declared["reason"]!.GetValue<string>().ShouldStartWith("Gasläcka med risk");
        declared["meetingPlace"]!.GetValue<string>().ShouldBe("Hornsgatan");
        declared["plan"]!.GetValue<string>().ShouldBe("normal");
    }

    [Fact]
    public async Task The_pages_of_declaring_keep_nobody_out()
    {
        await product.Quiet(await product.As("vd"));
        var incident = await product.Report("explosion", "Storholmen 12, Skärholmen", "Smäll i porten, glas på gatan");
        foreach (var (screen, suffix) in new[] { (Screen.Phone, ""), (Screen.Desk, "-desk"), (Screen.Desk with { Dark = true }, "-dark") })
        {
            await using var window = await browser.As("vd", product.Address, screen);
            await window.Page.GotoAsync("/live/declare");
            await Assertions.Expect(Kinds(window)).ToHaveCountAsync(15);
            await window.ShouldBeFit();
            await window.Picture("declare-kind" + suffix, whole: screen.Touch);
            await window.Page.GotoAsync($"/live/declare/explosion?incident={incident}");
            await Assertions.Expect(window.Page.Locator("button.danger")).ToBeInViewportAsync();
            await window.ShouldBeFit();
            await window.Picture("declare" + suffix);
        }
    }

    [Fact]
    public async Task From_an_incident_it_is_two_taps_and_the_incident_is_in_it()
    {
        var incident = await product.Report("explosion", "Ekholmen 3, Skärholmen", "Smäll i garaget");
        await using var window = await browser.As("jour", product.Address);
        await window.Page.GotoAsync($"/live/incidents/{incident}");
        await window.ShouldBeFit();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Utlys kris" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByLabel("Rubrik")).ToHaveValueAsync("Explosion, Ekholmen 3, Skärholmen");
        await Assertions.Expect(window.Page.GetByLabel("Orsak")).ToHaveValueAsync(new Regex("Smäll i garaget"));
        await window.Page.GetByLabel("Höjd beredskap").CheckAsync();
        await Assertions.Expect(window.Page.Locator(".says:visible")).ToHaveCountAsync(1);
        await window.Page.GetByLabel("Normal").CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Utlys", Exact = true }).ClickAsync();
        await window.Page.WaitForURLAsync("**/mine");
        var declared = await Declared(window);
        declared["incidents"]!.AsArray().Select(i => i!["incidentId"]!.GetValue<Guid>()).ShouldBe([incident]);
        await window.Page.GotoAsync($"/live/incidents/{incident}");
        await Assertions.Expect(window.Page.Locator(".facts")).ToContainTextAsync("Explosion, Ekholmen 3");
    }

    [Fact]
    public async Task What_is_declared_already_is_said_before_it_is_declared_again()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        await using var window = await browser.As("vd", product.Address);
        await window.Page.GotoAsync("/live/declare/fire");
        await Assertions.Expect(window.Page.Locator($".note a[href='/live/crises/{crisis}']")).ToBeVisibleAsync();
        await window.Page.GetByLabel("Rubrik").FillAsync("");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Utlys", Exact = true }).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".answer .problem")).ToContainTextAsync("Rubrik");
    }

    [Fact]
    public async Task The_clicks_from_the_start_page_to_a_decision_are_eight_at_most()
    {
        var clicks = 0;
        await using var window = await browser.As("vd", product.Address, Screen.Phone);
        async Task Click(ILocator what)
        {
            await what.ClickAsync();
            clicks++;
        }

        await window.Page.GotoAsync("/live");
        await Click(window.Page.GetByRole(AriaRole.Link, new() { Name = "Utlys kris" }));
        await Click(Kinds(window).Filter(new() { HasText = "Skjutning" }));
        await Click(window.Page.GetByRole(AriaRole.Button, new() { Name = "Utlys", Exact = true }));
        await window.Page.WaitForURLAsync("**/mine");
        clicks.ShouldBe(3);

        await Click(window.Page.Locator("a[href$='/mine/decide']").First);
        await window.Page.WaitForURLAsync("**/mine/decide");
        // A tap in a field counts, what is typed there does not.
        await Click(window.Page.Locator("[name=decision]"));
        await window.Page.Keyboard.TypeAsync("Lås portarna på Storholmen 12");
        await Click(window.Page.Locator("[name=motive]"));
        await window.Page.Keyboard.TypeAsync("Polisen söker en man i området");
        await Click(window.Page.Locator("main form button:not([type=button])").Last);
        await window.Page.WaitForURLAsync("**/decisions/1");
        clicks.ShouldBeLessThanOrEqualTo(8);
        var crisis = CrisisOf().Match(window.Page.Url).Groups[1].Value;
        var decided = (await (await product.As("vd")).Get($"/crises/{crisis}/decisions/1")).ShouldBe(HttpStatusCode.OK).Json;
        decided["decision"]!.GetValue<string>().ShouldStartWith("Lås portarna");
    }

    private static ILocator Kinds(Window window) => window.Page.Locator(".tiles").Last.Locator("a.tile");

    /// <summary>The crisis whose page the window came to.</summary>
    private async Task<System.Text.Json.Nodes.JsonNode> Declared(Window window)
    {
        var crisis = CrisisOf().Match(window.Page.Url).Groups[1].Value;
        return (await (await product.As("vd")).Get($"/crises/{crisis}")).ShouldBe(HttpStatusCode.OK).Json;
    }

    [GeneratedRegex("/crises/([0-9a-f-]{36})/")]
    private static partial Regex CrisisOf();
}
