using System.Net;
using System.Text.RegularExpressions;
using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

public sealed partial class AlarmFormTests(Product product, Browser browser)
{
    [Fact]
    public async Task Six_fields_are_filled_by_keyboard_from_top_to_bottom_and_become_an_incident()
    {
        await using var window = await browser.As("jour", product.Address);
        await window.Page.GotoAsync("/live/alarm");
        await Assertions.Expect(Fields(window)).ToHaveCountAsync(5);
        await Assertions.Expect(window.Page.Locator(".alarm fieldset")).ToHaveCountAsync(1);
        await Assertions.Expect(window.Page.Locator("input[name=kind]").First).ToBeFocusedAsync();
        await window.ShouldBeFit();
        await window.Picture("alarm");

        var keys = window.Page.Keyboard;
        await keys.TypeAsync("vattens");
        await Assertions.Expect(window.Page.GetByLabel("Vattenskada")).ToBeCheckedAsync();
        foreach (
            var (field, typed) in new[]
            {
                ("place", "Byälven 5, port B"),
                ("area", "Bag"),
                ("text", "Vatten forsar ur taket i trapphuset"),
                ("caller", "Kim Granne, 070-174 06 05"),
                ("occurredAt", ""),
            }
        )
        {
            await keys.PressAsync("Tab");
            (await window.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe(field);
            await keys.TypeAsync(typed);
        }

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Spara larmet" }).ClickAsync();
        await window.Page.WaitForURLAsync(IncidentOf());

        await Assertions
            .Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Vattenskada, Byälven 5, port B");
        foreach (var known in new[] { "forsar ur taket", "Kim Granne", "Bagarmossen", "Jouren", "Referens" })
        {
            await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync(known);
        }

        await window.ShouldBeFit();
        await window.Picture("incident");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Utlys kris" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByLabel("Rubrik")).ToHaveValueAsync("Vattenskada, Byälven 5, port B");
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_the_form_and_the_words_stay()
    {
        await using var window = await browser.As("jour", product.Address, Screen.Phone);
        await window.Page.GotoAsync("/live/alarm");
        await window.ShouldBeFit();
        await window.Page.GetByLabel("Brand", new() { Exact = true }).CheckAsync();
        await window.Page.GetByLabel("Vad har hänt?").FillAsync("Rök från vinden");
        await Send(window);
        await Assertions.Expect(window.Page.Locator(".answer .problem")).ToContainTextAsync("Plats");
        await Assertions.Expect(window.Page.GetByLabel("Vad har hänt?")).ToHaveValueAsync("Rök från vinden");
        await window.Picture("alarm-missing");
        await window.Page.GetByLabel("Var? Adress eller fastighet").FillAsync("Väduren 9");
        await Send(window);
        await window.Page.WaitForURLAsync(IncidentOf());
        await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync("Rök från vinden");
    }

    [Fact]
    public async Task Without_a_script_it_is_sent_and_what_was_typed_is_not_lost()
    {
        await using var window = await browser.As("jour", product.Address, Screen.Desk with { Script = false });
        await window.Page.GotoAsync("/live/alarm");
        await window.Page.GetByLabel("Vad har hänt?").FillAsync("Skrik i trapphuset");
        await Send(window);
        await Assertions.Expect(window.Page.Locator(".problem")).ToContainTextAsync("Plats");
        await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync("Skrik i trapphuset");
        await window.Page.GotoAsync("/live/alarm");
        await window.Page.GetByLabel("Våld eller hot").CheckAsync();
        await window.Page.GetByLabel("Var? Adress eller fastighet").FillAsync("Byälven 5");
        await window.Page.GetByLabel("Vad har hänt?").FillAsync("Skrik i trapphuset");
        await Send(window);
        await window.Page.WaitForURLAsync(IncidentOf());
    }

    [Fact]
    public async Task One_of_our_own_who_sees_no_incidents_is_told_that_it_was_taken()
    {
        await using var window = await browser.As("staff-1", product.Address, Screen.Phone);
        await window.Page.GotoAsync("/live");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Ta emot larm" }).ClickAsync();
        await window.Page.GetByLabel("Storm").CheckAsync();
        await window.Page.GetByLabel("Var? Adress eller fastighet").FillAsync("Pilvingen 1");
        await window.Page.GetByLabel("Vad har hänt?").FillAsync("Taket lyfter");
        await Send(window);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Larmet är mottaget");
        await window.ShouldBeFit();
        var listed = (await (await product.As("jour")).Get("/incidents?kind=storm&open=true")).ShouldBe(HttpStatusCode.OK).Json.AsArray();
        listed.Select(i => i!["source"]!.GetValue<string>()).ShouldContain("staff");
    }

    [Fact]
    public async Task An_incident_is_handled_on_its_page()
    {
        var incident = (
            await (await product.As("jour")).Post(
                "/incidents",
                new
                {
                    kind = "structural",
                    place = "Dispensären 2",
                    text = "Spricka i fasaden",
                }
            )
        ).ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();
        await using var window = await browser.As("jour", product.Address, Screen.Phone with { Dark = true });
        await window.Page.GotoAsync($"/live/incidents/{incident}");
        await Fill(window, "Hur vet vi det?", "Fastighetsjouren är på plats", "Bekräfta");
        await Assertions.Expect(Tags(window)).ToContainTextAsync("Bekräftad");
        await Open(window, "Ny uppgift");
        await Fill(window, "Vad är nytt?", "Puts faller på gångbanan", "Spara uppgiften");
        await Assertions.Expect(window.Page.Locator(".told")).ToContainTextAsync("Puts faller på gångbanan");
        await Assertions.Expect(window.Page.Locator(".said")).ToHaveTextAsync("Spricka i fasaden");
        await Open(window, "Bedöm allvarlighet");
        await window.Page.GetByLabel("Allvarlighet").SelectOptionAsync("severe");
        await Fill(window, "Varför?", "Rasrisk mot gatan", "Spara bedömningen");
        await Assertions.Expect(Tags(window)).ToContainTextAsync("Allvarlig");
        await Open(window, "Avsluta händelsen");
        await window.ShouldBeFit();
        await Fill(window, "Vad blev det av den?", "Avspärrat och lagat", "Avsluta");
        await window.Page.WaitForURLAsync("**/live");
        await Assertions.Expect(window.Page.Locator($"a[href='/live/incidents/{incident}']")).ToHaveCountAsync(0);
        await window.Page.GotoAsync($"/live/incidents/{incident}");
        await Assertions.Expect(Tags(window)).ToContainTextAsync("Avslutad");
        await Assertions.Expect(window.Page.Locator(".forms")).ToHaveCountAsync(0);
    }

    private static ILocator Fields(Window window) =>
        window.Page.Locator(".alarm :is(input:not([type=hidden], [type=radio]), select, textarea)");

    private static ILocator Tags(Window window) => window.Page.Locator("h1 + p");

    private static Task Send(Window window) => window.Page.GetByRole(AriaRole.Button, new() { Name = "Spara larmet" }).ClickAsync();

    private static Task Open(Window window, string what) => window.Page.Locator("summary").Filter(new() { HasText = what }).ClickAsync();

    private static async Task Fill(Window window, string label, string text, string button)
    {
        await window.Page.GetByLabel(label).FillAsync(text);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    [GeneratedRegex("/live/incidents/[0-9a-f-]{36}$")]
    private static partial Regex IncidentOf();
}
