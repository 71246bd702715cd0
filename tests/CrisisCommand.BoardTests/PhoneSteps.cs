using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

/// <summary>The phone of one person in one crisis, and what a thumb does there.</summary>
internal static class PhoneSteps
{
    public static async Task<Window> Phone(
        this Browser browser,
        Product product,
        string person,
        Guid crisis,
        Screen? screen = null,
        string path = "/mine"
    )
    {
        var window = await browser.As(person, product.Address, screen ?? Screen.Phone);
        await window.Page.GotoAsync($"/live/crises/{crisis}{path}");
        return window;
    }

    public static Task Tap(ILocator within, string button) =>
        within.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static async Task<string> ValueOf(ILocator line) => (await line.Locator("input").GetAttributeAsync("value"))!;

    public static async Task<JsonNode> FunctionOf(this Product product, Guid crisis, string function) =>
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
