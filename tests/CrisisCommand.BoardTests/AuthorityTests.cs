using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

/// <summary>Signing in as in production: the product leads to the authority, and comes back with a person and nothing else.</summary>
public sealed class AuthorityTests(Browser browser)
{
    [Fact]
    public async Task Whoever_the_authority_knows_is_signed_in_and_comes_to_where_they_were_going()
    {
        await using var authority = await Authority.Of("chief-of-staff");
        await using var product = new WithAuthority(authority.Address);
        await product.InitializeAsync();
        await using var window = await browser.As("vd", product.Address);
        await window.Context.ClearCookiesAsync();

        await window.Page.GotoAsync("/live?from=test");

        window.Page.Url.ShouldBe(new Uri(product.Address, "/live?from=test").ToString());
        await Assertions.Expect(window.Page.Locator(".who")).ToContainTextAsync("Kenneth");
        var cookie = (await window.Context.CookiesAsync()).Single(c => c.Name == "crisiscommand");
        (cookie.HttpOnly, cookie.SameSite).ShouldBe((true, SameSiteAttribute.Lax));
    }

    [Fact]
    public async Task An_authority_that_is_away_is_said_and_nobody_is_let_in()
    {
        await using var product = new WithAuthority(new("http://127.0.0.1:9/"));
        await product.InitializeAsync();
        await using var window = await browser.As("vd", product.Address);
        await window.Context.ClearCookiesAsync();

        var answer = await window.Page.GotoAsync("/sign-in?next=/live");

        answer!.Status.ShouldBeGreaterThanOrEqualTo(500);
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync("Det gick inte");
    }

    internal sealed class WithAuthority(Uri authority) : Product
    {
        protected override void Configure(IWebHostBuilder host)
        {
            base.Configure(host);
            host.UseSetting("Identity:Authority", authority.ToString());
            host.UseSetting("Identity:ClientId", Authority.Client);
            host.UseSetting("Identity:ClientSecret", Authority.Secret);
        }
    }
}
