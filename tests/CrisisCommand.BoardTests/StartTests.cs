using System.Net;
using System.Text.RegularExpressions;
using CrisisCommand.IntegrationTests;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

public sealed partial class StartTests(Product product, Browser browser)
{
    [Fact]
    public async Task The_start_page_tells_what_goes_on_who_is_on_duty_and_how_ready_we_are()
    {
        // A quiet evening before, so that the page is what it is in life, and its picture too.
        var vd = await product.As("vd");
        await Quiet(vd);
        var crisis = await product.CrisisUnderWay();
        var incident = await Report("water-damage", "Kontoristen 4, Hökarängen", "Källaren under vatten");
        foreach (
            var (screen, name) in new[]
            {
                (Screen.Desk, "start"),
                (Screen.Desk with { Dark = true }, "start-dark"),
                (Screen.Phone, "start-phone"),
            }
        )
        {
            await using var window = await browser.As("vd", product.Address, screen);
            await window.Page.GotoAsync("/live");
            var line = window.Page.Locator(".crisis").Filter(new() { Has = window.Page.Locator($"a[href='/live/crises/{crisis}/mine']") });
            await Assertions.Expect(line).ToContainTextAsync("Brand i Rågsved");
            await Assertions.Expect(line).ToContainTextAsync("leds av");
            await Assertions.Expect(line.Locator($"a[href='/live/crises/{crisis}']")).ToHaveCountAsync(2);
            await Assertions.Expect(window.Page.Locator($"a[href='/live/incidents/{incident}']")).ToContainTextAsync("Kontoristen 4");
            await Assertions.Expect(window.Page.Locator("#h-duty + dl, #h-duty ~ dl")).ToContainTextAsync("Chef i beredskap");
            await Assertions.Expect(Section(window, "Beredskap")).ToContainTextAsync("Årlig övning");
            await Assertions.Expect(Section(window, "Beredskap").Locator(".tag")).ToHaveCountAsync(4);
            await Assertions.Expect(window.Page.Locator("a[href='/live/kit']")).ToBeVisibleAsync();
            await Assertions.Expect(window.Page.Locator("a[href='/ovning']")).ToContainTextAsync("ÖVNING");
            await window.ShouldBeFit();
            await window.Picture(name, whole: screen.Touch);
        }
    }

    [Fact]
    public async Task What_somebody_waits_for_stands_first()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        await using var window = await browser.As("situation", product.Address, Screen.Phone);
        await window.Page.GotoAsync("/live");
        var wait = window.Page.Locator($".wait[href='/live/crises/{crisis}/mine']");
        await Assertions.Expect(wait).ToContainTextAsync("Du är inkallad som Lägesbild och analys. Svara senast");
        // Before the buttons, and thumb-sized.
        (await wait.BoundingBoxAsync())!.Y.ShouldBeLessThan((await window.Page.Locator(".acts").BoundingBoxAsync())!.Y);
        (await wait.BoundingBoxAsync())!.Height.ShouldBeGreaterThan(80);
        await window.ShouldBeFit();
        await window.Picture("start-waiting");
        (await (await product.As("situation")).Post($"/crises/{crisis}/functions/situation/answer", new { answer = "coming" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        await window.Page.ReloadAsync();
        await Assertions.Expect(wait).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator($".crisis a[href='/live/crises/{crisis}/mine']")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_crisis_is_declared_in_three_taps_without_typing(bool script)
    {
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
        await Quiet(await product.As("vd"));
        var incident = await Report("explosion", "Storholmen 12, Skärholmen", "Smäll i porten, glas på gatan");
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
        var incident = await Report("explosion", "Ekholmen 3, Skärholmen", "Smäll i garaget");
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

    [Fact]
    public async Task Whoever_has_few_rights_sees_less_and_no_error()
    {
        await product.CrisisUnderWay();
        await using var observer = await browser.As("observer", product.Address);
        await observer.Page.GotoAsync("/live");
        await Assertions.Expect(Section(observer, "Pågående kriser")).ToContainTextAsync("[maskad]");
        await Assertions.Expect(observer.Page.Locator(".acts")).ToHaveCountAsync(0);
        await Assertions.Expect(observer.Page.Locator("#h-ready, #h-duty, #h-kit")).ToHaveCountAsync(0);
        (await observer.Page.ContentAsync()).ShouldNotContain("Brand i Rågsved");
        (await observer.Page.Locator("main").InnerTextAsync()).ShouldNotContain("leds av");
        await observer.ShouldBeFit();

        await using var machine = await browser.As("tib", product.Address);
        await machine.Page.GotoAsync("/live");
        await Assertions.Expect(machine.Page.Locator("a[href='/live/alarm']")).ToBeVisibleAsync();
        await Assertions.Expect(machine.Page.Locator("#h-crises, #h-ready, #h-duty")).ToHaveCountAsync(0);
        (await machine.Page.ContentAsync()).ShouldNotContain("Knektgården");
        await machine.ShouldBeFit();

        var vd = await product.As("vd");
        (await vd.Post("/persons/staff-9/access-closure", new { why = "Slutat" })).ShouldBe(HttpStatusCode.NoContent);
        await using var closed = await browser.As("staff-9", product.Address);
        await closed.Page.GotoAsync("/live");
        await Assertions.Expect(closed.Page.GetByText("Du är inte registrerad")).ToBeVisibleAsync();
        await Assertions.Expect(closed.Page.Locator("section:not([aria-labelledby=h-realms]), .acts")).ToHaveCountAsync(0);
        await closed.ShouldBeFit();
    }

    [Fact]
    public async Task An_exercise_is_taken_for_nothing_else()
    {
        await using var window = await browser.As("vd", product.Address, Screen.Phone);
        await window.Page.GotoAsync("/live");
        await window.Page.Locator("a[href='/ovning']").ClickAsync();
        await window.Page.WaitForURLAsync("**/ovning");
        (await window.Page.TitleAsync()).ShouldStartWith("ÖVNING: ");
        await Assertions.Expect(window.Page.Locator(".band")).ToContainTextAsync("ÖVNING");
        await Assertions.Expect(window.Page.Locator("a[href='/live']").Last).ToHaveTextAsync("Skarpt läge");
        await window.ShouldBeFit();
        await window.Page.GotoAsync("/ovning/declare/storm");
        await Assertions.Expect(window.Page.Locator(".says:visible")).ToContainTextAsync("ingen på riktigt");
        await window.ShouldBeFit();
        await window.Picture("declare-exercise");
    }

    [Fact]
    public async Task Without_a_script_the_start_page_reads()
    {
        var crisis = await product.CrisisUnderWay();
        await using var window = await browser.As("chief-of-staff", product.Address, Screen.Desk with { Script = false });
        await window.Page.GotoAsync("/live");
        await Assertions.Expect(window.Page.Locator($".crisis a[href='/live/crises/{crisis}']").First).ToHaveTextAsync("Brand i Rågsved");
        await Assertions.Expect(window.Page.Locator(".crisis time").First).ToContainTextAsync(" s");
    }

    private static ILocator Section(Window window, string heading) =>
        window.Page.GetByRole(AriaRole.Region, new() { NameRegex = new("^" + heading) });

    private static ILocator Kinds(Window window) => window.Page.Locator(".tiles").Last.Locator("a.tile");

    private async Task Quiet(Caller leader)
    {
        foreach (var open in (await leader.Get("/crises?open=true&limit=200")).ShouldBe(HttpStatusCode.OK).Json.AsArray())
        {
            await product.StandDown(open!["crisisId"]!.GetValue<Guid>());
        }

        foreach (var open in (await leader.Get("/incidents?open=true&limit=200")).ShouldBe(HttpStatusCode.OK).Json.AsArray())
        {
            (await leader.Post($"/incidents/{open!["incidentId"]}/closure", new { text = "Klart" })).ShouldBe(HttpStatusCode.NoContent);
        }
    }

    private async Task<Guid> Report(string kind, string place, string text) => (
            await (await product.As("jour")).Post(
                "/incidents",
                new
                {
                    kind,
                    place,
                    text,
                }
            )
        ).ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();

    /// <summary>The crisis whose page the window came to.</summary>
    private async Task<System.Text.Json.Nodes.JsonNode> Declared(Window window)
    {
        var crisis = CrisisOf().Match(window.Page.Url).Groups[1].Value;
        return (await (await product.As("vd")).Get($"/crises/{crisis}")).ShouldBe(HttpStatusCode.OK).Json;
    }

    [GeneratedRegex("/crises/([0-9a-f-]{36})/")]
    private static partial Regex CrisisOf();
}
