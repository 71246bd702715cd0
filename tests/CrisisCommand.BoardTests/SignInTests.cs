using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.BoardTests;

public sealed class SignInTests(Product product, Browser browser)
{
    [Fact]
    public async Task Whoever_comes_without_a_session_signs_in_and_comes_to_where_they_were_going()
    {
        await using var window = await browser.As("vd", product.Address);
        await window.Context.ClearCookiesAsync();
        await window.Page.GotoAsync("/live?from=test");
        window.Page.Url.ShouldContain("/development/sign-in");
        await window.ShouldBeFit();
        await window.Picture("sign-in");
        await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = new("Stabschef") }).First.ClickAsync();
        await window.Page.WaitForURLAsync("**/live?from=test");
        await window.ShouldBeFit();
    }

    [Fact]
    public async Task Pages_are_Swedish_until_English_is_chosen()
    {
        await using var window = await browser.As("vd", product.Address);
        await window.Page.GotoAsync("/live");
        (await window.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("sv");
        await window.Page.GetByText("English").ClickAsync();
        await window.Page.WaitForURLAsync("**/live");
        (await window.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
        await window.ShouldBeFit();
    }
}
