using System.Runtime.CompilerServices;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Timeline.Report;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrisisCommand.Tests.Timeline;

public class AfterActionPageTests
{
    private const string Attack = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'}{;\\";

    /// <summary>A change of layout or wording shows up here; <c>APPROVE=1</c> takes what is made now.</summary>
    [Theory]
    [InlineData("live", false)]
    [InlineData("skarholmen-2026", false)]
    [InlineData("live", true)]
    public async Task The_page_is_as_approved(string realm, bool english)
    {
        // The sentences are approved with their events, not once more here.
        var report = SampleCrisis.Fire().Report(realm, english);
        var page = await Render(report with { Timeline = [.. report.Timeline.Select(l => l with { Words = $"({l.Kind})" })] }, english);
        var approved = Path.Combine(Here(), $"AfterActionPage.{realm}.{(english ? "en" : "sv")}.approved.html");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await File.WriteAllTextAsync(approved, page);
        }

        page.ShouldBe(await File.ReadAllTextAsync(approved), $"Look at the page; APPROVE=1 writes {approved}");
    }

    [Fact]
    public async Task Nothing_that_a_person_wrote_leaves_its_place()
    {
        var page = await Render(
            SampleCrisis
                .Fire(Attack)
                .Then("2026-10-25T06:00:00Z", Attack, SampleCrisis.Entry(Attack, "2026-10-25T06:00:00Z", Attack))
                .Report()
        );
        page.ShouldNotContain("<script", Case.Insensitive);
        page.ShouldNotContain("<img", Case.Insensitive);
        System.Text.RegularExpressions.Regex.Count(page, "</style>").ShouldBe(1);
        // Each bar of the drawing has a title of its own; the text that attacks adds none.
        Titles(page).ShouldBe(Titles(await Render(SampleCrisis.Fire().Report())));
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    private static int Titles(string page) => System.Text.RegularExpressions.Regex.Count(page, "</title>");

    [Fact]
    public async Task Both_half_past_two_of_the_night_are_told_apart()
    {
        var page = await Render(SampleCrisis.Fire().Report());
        page.ShouldContain("02:30:00 &#x2B;02:00");
        page.ShouldContain("02:30:00 &#x2B;01:00");
    }

    [Fact]
    public async Task An_exercise_says_so_on_every_page_and_a_live_crisis_never()
    {
        var exercise = await Render(SampleCrisis.Fire().Report("skarholmen-2026"));
        exercise.ShouldContain("<div class=\"exercise\">&#xD6;VNING");
        exercise.ShouldContain("@top-center { content: \"\\d6 VNING\"; }");
        (await Render(SampleCrisis.Fire().Report())).ShouldNotContain("VNING");
    }

    [Fact]
    public async Task A_corrected_line_stands_as_written_with_its_corrections_beside_it()
    {
        var report = SampleCrisis.Fire().Report();
        var original = report.Timeline.Single(l => l.Version == 9);
        original.CorrectedBy.ShouldBe(SampleCrisis.Numbered(14));
        var page = await Render(report);
        page.ShouldContain("Rättad på rad 12".Replace("ä", "&#xE4;").Replace("å", "&#xE5;"));
        page.ShouldContain("Rättad på rad 14".Replace("ä", "&#xE4;").Replace("å", "&#xE5;"));
    }

    /// <summary>The policy of pages allows the one style element by its nonce, and neither style nor handler on any other.</summary>
    [Theory]
    [InlineData("Brand, Ekholmen 3")]
    [InlineData(Attack)]
    public async Task Nothing_on_the_page_is_styled_but_by_its_one_sheet(string title)
    {
        var page = await Render(SampleCrisis.Fire(title).Report());
        System.Text.RegularExpressions.Regex.Count(page, "<style").ShouldBe(1);
        page.ShouldContain("<style nonce=\"nonce\">");
        System.Text.RegularExpressions.Regex.IsMatch(page, "<[a-z][^>]* (style|on[a-z]+)=").ShouldBeFalse();
    }

    [Theory]
    [InlineData("Brand 3", "\"Brand 3\"")]
    [InlineData("a\"}</style>", "\"a\\22 \\7d \\3c \\2f style\\3e \"")]
    [InlineData("rad\n2\\", "\"rad\\a 2\\5c \"")]
    [InlineData("ö\0", "\"\\f6 \\1 \"")]
    public void A_text_in_the_running_header_is_a_css_string(string text, string quoted) => PrintStyle.Quote(text).ShouldBe(quoted);

    private static async Task<string> Render(AfterAction report, bool english = false)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>
            {
                ["Report"] = report,
                ["Words"] = SampleCrisis.Reader(english),
                ["Nonce"] = "nonce",
            }
        );
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<AfterActionPage>(parameters)).ToHtmlString()
        );
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
