using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using static CrisisCommand.BoardTests.AuthorityTests;

namespace CrisisCommand.BoardTests;

/// <summary>Whoever comes back from the authority without being signed in is told why, and led to sign in again to where they were going.</summary>
public sealed class SignInFailureTests(Browser browser)
{
    private const string Target = "/live/crises?from=test";
    private const string Again = "href=\"/sign-in?next=%2Flive%2Fcrises%3Ffrom%3Dtest\"";

    [Theory]
    [InlineData("access_denied", HttpStatusCode.BadRequest, "avbröts")]
    [InlineData("login_required", HttpStatusCode.BadRequest, "avbröts")]
    [InlineData("server_error", HttpStatusCode.ServiceUnavailable, "svarar inte")]
    [InlineData("temporarily_unavailable", HttpStatusCode.ServiceUnavailable, "svarar inte")]
    [InlineData("invalid_scope", HttpStatusCode.BadRequest, "gick inte att slutföra")]
    public async Task What_the_authority_says_is_told_and_the_way_on_is_kept(string error, HttpStatusCode status, string said)
    {
        await using var authority = await Authority.Of("chief-of-staff");
        await using var product = new WithAuthority(authority.Address);
        await product.InitializeAsync();
        using var visitor = new Visitor(product.Address);
        var state = await visitor.Begin();
        await visitor.ShouldBeTold($"/sign-in/callback?error={error}&state={state}", status, said, Again);
    }

    [Fact]
    public async Task Without_the_cookie_that_it_began_with_the_way_on_is_kept_all_the_same()
    {
        await using var authority = await Authority.Of("chief-of-staff");
        await using var product = new WithAuthority(authority.Address);
        await product.InitializeAsync();
        using var visitor = new Visitor(product.Address);
        var state = await visitor.Begin();
        using var other = new Visitor(product.Address);
        await other.ShouldBeTold($"/sign-in/callback?code=x&state={state}", HttpStatusCode.BadRequest, "gick inte att slutföra", Again);
    }

    [Theory]
    [InlineData("/sign-in/callback")]
    [InlineData("/sign-in/callback?code=x")]
    [InlineData("/sign-in/callback?state=made-up&code=x")]
    public async Task What_nobody_began_leads_to_the_start(string path)
    {
        await using var authority = await Authority.Of("chief-of-staff");
        await using var product = new WithAuthority(authority.Address);
        await product.InitializeAsync();
        using var visitor = new Visitor(product.Address);
        await visitor.ShouldBeTold(path, HttpStatusCode.BadRequest, "gick inte att slutföra", "href=\"/sign-in?next=%2F\"");
    }

    [Fact]
    public async Task An_authority_that_goes_away_meanwhile_is_said_to_be_away()
    {
        var authority = await Authority.Of("chief-of-staff");
        await using var product = new WithAuthority(authority.Address);
        await product.InitializeAsync();
        using var visitor = new Visitor(product.Address);
        var state = await visitor.Begin();
        await authority.DisposeAsync();
        await visitor.ShouldBeTold($"/sign-in/callback?code=x&state={state}", HttpStatusCode.ServiceUnavailable, "svarar inte", Again);
    }

    [Fact]
    public async Task Whoever_goes_back_to_what_is_spent_is_signed_in_and_comes_to_where_they_were_going()
    {
        await using var authority = await Authority.Of("chief-of-staff");
        await using var product = new WithAuthority(authority.Address);
        await product.InitializeAsync();
        await using var window = await browser.As("vd", product.Address);
        await window.Context.ClearCookiesAsync();
        var spent = "";
        window.Page.Request += (_, request) =>
            spent = request.Url.Contains("/sign-in/callback", StringComparison.Ordinal) ? request.Url : spent;
        await window.Page.GotoAsync("/live?from=test");

        await window.Page.GotoAsync(spent);
        window.Page.Url.ShouldBe(new Uri(product.Address, "/live?from=test").ToString());
    }

    /// <summary>A browser by its requests alone.</summary>
    private sealed class Visitor(Uri address) : IDisposable
    {
        private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

        /// <returns>The state with which the authority is to send back.</returns>
        public async Task<string> Begin()
        {
            using var led = await Get("/sign-in?next=" + Uri.EscapeDataString(Target));
            led.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            return Uri.EscapeDataString(QueryHelpers.ParseQuery(led.Headers.Location!.Query)["state"].Single()!);
        }

        public async Task ShouldBeTold(string path, HttpStatusCode status, string said, string wayOn)
        {
            using var told = await Get(path);
            var page = WebUtility.HtmlDecode(await told.Content.ReadAsStringAsync());
            told.StatusCode.ShouldBe(status, page);
            page.ShouldContain(said);
            page.ShouldContain(wayOn);
        }

        public void Dispose() => _http.Dispose();

        private async Task<HttpResponseMessage> Get(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd("text/html");
            request.Headers.AcceptLanguage.ParseAdd("sv");
            return await _http.SendAsync(request);
        }
    }
}
