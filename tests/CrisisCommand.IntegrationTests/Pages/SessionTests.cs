using System.Net;
using CrisisCommand.Access;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.IntegrationTests.Pages;

public class SessionTests(Product product)
{
    [Fact]
    public async Task Whoever_has_no_session_is_shown_where_to_sign_in_and_the_API_says_401()
    {
        using var nobody = Browsing.Nobody(product);

        var page = await nobody.Get("/live");
        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page.Headers.Location!.PathAndQuery.ShouldBe("/sign-in?next=%2Flive");
        (await nobody.Get("/api/live/crises")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_session_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var browsing = await Browsing.As("vd", product);
        await browsing.Token();
        browsing
            .Cookies.Select(c => (c.Name, c.HttpOnly, c.Path))
            .Order()
            .ShouldBe([("antiforgery", true, "/"), ("crisiscommand", true, "/")]);
    }

    [Fact]
    public async Task A_page_runs_and_loads_only_our_own_files()
    {
        using var browsing = await Browsing.As("vd", product);
        var policy = (await browsing.Get("/live")).Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self'; ");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
    }

    /// <summary>The cookie says who; what they may is asked of the journal each time.</summary>
    [Fact]
    public async Task Whoever_is_shut_out_is_out_at_the_next_page()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        using var browsing = await Browsing.As("people-support-2", product);
        (await browsing.Get($"/live/crises/{crisis}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var person = await product.As("people-support-2");
        await product.AppendTo(person, "live", new AccessClosed(new("people-support-2"), CommittedText.Commit("Stulen telefon")));
        try
        {
            (await browsing.Get($"/live/crises/{crisis}")).StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        }
        finally
        {
            await product.AppendTo(person, "live", new AccessReopened(new("people-support-2"), CommittedText.Commit("Ny telefon")));
        }
    }

    [Fact]
    public async Task An_unknown_address_is_a_page_to_a_person_and_a_problem_to_a_machine()
    {
        using var browsing = await Browsing.As("vd", product);
        var page = await browsing.Get("/nowhere");
        (page.StatusCode, page.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.NotFound, "text/html"));
        var problem = await product.Http.GetAsync("/nowhere");
        problem.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Files_are_kept_for_ever_under_the_name_of_their_content()
    {
        using var nobody = Browsing.Nobody(product);
        var file = await nobody.Get(PageFiles.Url("app.css"));
        file.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        PageFiles.Url("app.css").ShouldNotBe(PageFiles.Url("wall.css"));
    }

    [Fact]
    public async Task Under_a_name_that_is_not_theirs_files_are_not_kept()
    {
        using var nobody = Browsing.Nobody(product);
        var file = await nobody.Get($"{PageFiles.Path}/app.css?v=000000000000");
        (file.StatusCode, file.Headers.CacheControl!.ToString()).ShouldBe((HttpStatusCode.OK, "no-cache"));
    }
}
