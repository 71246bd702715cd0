using System.Net;
using System.Text.RegularExpressions;
using CrisisCommand.IntegrationTests.Timeline;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Kit;

/// <summary>What is printed for the binder, and what keeps the binder up to date.</summary>
public class KitTests(Product product)
{
    [Fact]
    public async Task The_kit_holds_the_call_list_of_the_plan_the_duty_the_sheets_and_the_cards()
    {
        var page = await product.Page("vd", "/live/kit?sheets=2");
        page.Reply.ShouldBe(HttpStatusCode.OK).ContentType!.ShouldStartWith("text/html");
        page.Text.ShouldContain("<html lang=\"sv\">");
        // Nine functions, and the layers of duty: three are seeded, and other tests of this product adopt more.
        Regex.Count(page.Text, "<tr class=\"group\">").ShouldBeGreaterThanOrEqualTo(9 + 3);
        Regex.Count(page.Text, "<span class=\"rank\">ordinarie</span>").ShouldBe(9);
        Regex.Count(page.Text, "<span class=\"rank\">ersättare 2</span>").ShouldBe(9);
        page.Text.ShouldContain("<span class=\"dial\">070-174 06 05</span>");
        page.Text.ShouldContain("Chef i beredskap");
        Regex.Count(page.Text, "<section class=\"sheet log\">").ShouldBe(2);
        Regex.Count(page.Text, "<section class=\"sheet card-").ShouldBe(9);
        page.Text.ShouldNotContain("ÖVNING", Case.Sensitive);
        page.Text.ShouldNotContain("kit.page.");
    }

    [Fact]
    public async Task Another_plan_is_printed_and_one_that_is_not_there_is_refused()
    {
        (await product.Page("vd", "/live/kit?plan=wartime")).Text.ShouldContain("KLO enligt plan wartime");
        var vd = await product.As("vd");
        (await product.Json(vd, "/live/kit?plan=summer")).ShouldBeRefused(HttpStatusCode.NotFound, "kit.unknown-plan", "?plan");
        (await product.Json(vd, "/live/kit?sheets=51")).ShouldBeRefused(HttpStatusCode.BadRequest, "kit.invalid-sheets", "?sheets");
        (await product.Page("vd", "/live/kit?sheets=0")).Reply.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>Telephone numbers are for those who have them anyway. staff-9 stays without function, duty and role in every test.</summary>
    [Theory]
    [InlineData("vd", HttpStatusCode.OK)]
    [InlineData("documentation-2", HttpStatusCode.OK)]
    [InlineData("jour", HttpStatusCode.OK)]
    [InlineData("auditor", HttpStatusCode.OK)]
    [InlineData("observer", HttpStatusCode.Forbidden)]
    [InlineData("staff-9", HttpStatusCode.Forbidden)]
    public async Task The_kit_is_for_those_who_may_read_numbers(string person, HttpStatusCode status) =>
        (await product.Page(person, "/live/kit")).Reply.ShouldBe(status);

    [Fact]
    public async Task Both_are_in_English_for_who_chose_it_and_say_exercise_in_one()
    {
        var crisis = await CrisisOnRecord.Declare(product, realm: "ovning");
        foreach (
            var (path, heading) in new[] { ("/ovning/kit", "Emergency kit"), ($"/ovning/crises/{crisis.Id}/paper", "Running log, sheet 1") }
        )
        {
            var page = await product.Page("vd", path, english: true);
            page.Text.ShouldContain("<html lang=\"en\">");
            page.Text.ShouldContain(heading);
            page.Text.ShouldContain("<title>ÖVNING: ");
            page.Text.ShouldContain("<div class=\"exercise\">ÖVNING");
        }
    }

    [Fact]
    public async Task Nothing_on_them_runs_or_loads_but_our_own_files()
    {
        var crisis = await CrisisOnRecord.Declare(product, "<script>alert(1)</script>");
        foreach (var path in new[] { "/live/kit", $"/live/crises/{crisis.Id}/paper" })
        {
            var page = await product.Page("vd", path);
            var nonce = Regex.Match(page.Reply.Text, "<style nonce=\"([^\"]+)\">").Groups[1].Value;
            page.Reply.Header("Content-Security-Policy")!.ShouldContain($"'nonce-{WebUtility.HtmlDecode(nonce)}'");
            page.Reply.Text.ShouldNotContain(" style=");
            page.Reply.Text.ShouldNotContain("<script>");
        }

        var script = (await product.Page("vd", $"/live/crises/{crisis.Id}/paper")).Text;
        var address = Regex.Match(script, "<script type=\"module\" src=\"([^\"]+)\"").Groups[1].Value;
        (await product.Http.GetAsync(address)).Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
    }
}
