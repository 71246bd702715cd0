using System.Text.RegularExpressions;
using CrisisCommand.Crises;
using CrisisCommand.Kit;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Kit.KitGiven;
using static CrisisCommand.Tests.Kit.KitPrints;

namespace CrisisCommand.Tests.Kit;

/// <summary>The prints as HTML: what stands where, and nothing that the policy of pages would stop.</summary>
public partial class KitPagesTests
{
    [Fact]
    public async Task The_kit_tells_what_it_is_and_of_which_plan_and_edition()
    {
        var page = await KitOf();
        page.ShouldContain("Reservpärm för kris");
        page.ShouldContain("normal, version 1, fastställd 2026-11-23 13:01 +01:00");
        page.ShouldContain($"versionsmärke {ManualGiven().Short}");
        page.ShouldContain("Hornsgatan");
        page.ShouldContain("Utgåva 2026-11-24");
    }

    [Fact]
    public async Task The_kit_says_that_a_number_is_missing()
    {
        var page = await KitOf();
        Regex.Count(page, "<span class=\"missing\">saknas</span>").ShouldBe(3);
        page.ShouldContain("<span class=\"dial\">070-174 06 05</span>");
        page.ShouldContain("<span class=\"dial\">070-174 06 06 (bara sms)</span>");
    }

    [Fact]
    public async Task Every_sheet_says_how_its_lines_come_into_the_system()
    {
        var page = await KitOf(sheets: 5);
        page.ShouldContain("”Papper 261123-130000, blad 5, rad 81”");
        page.ShouldContain("”Papper 261123-130000, beslutsblad 2”");
        page.ShouldContain("”Papper 261123-130000, lägesrapport 2”");
        Regex.Count(page, "<section class=\"sheet log\">").ShouldBe(5);
        Regex.Count(page, "<table class=\"fill decision\">").ShouldBe(10);
    }

    [Fact]
    public async Task The_cards_of_the_manual_are_in_the_kit_each_with_its_name_on_every_page()
    {
        var page = await KitOf();
        Regex.Count(page, "<section class=\"sheet card-").ShouldBe(Tests.Manual.ManualGiven.Edition.Cards.Length);
        page.ShouldContain("@page card-2 { @top-right { content: \"Kort 2\\3a  Brand\"; } }");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_have_all_their_words_and_nothing_that_runs_or_is_styled_in_place(bool english)
    {
        foreach (
            var page in new[]
            {
                await KitOf("ovning", english: english),
                await PaperOf(1, "ovning", english),
                await PaperOf(3, english: english),
            }
        )
        {
            page.ShouldContain($"<html lang=\"{(english ? "en" : "sv")}\">");
            page.ShouldNotContain("kit.page.");
            page.ShouldNotContain("manual.page.");
            page.ShouldNotContain(" style=");
            Handler.IsMatch(page).ShouldBeFalse();
            Regex.Matches(page, "<script.*?>").Select(m => m.Value).ShouldAllBe(s => s.Contains(" src=\"/assets/paper.js?v="));
            Regex.Count(page, "<style nonce=\"abc\">").ShouldBe(1);
        }
    }

    [Fact]
    public async Task An_exercise_says_so_on_every_page_and_the_live_realm_never()
    {
        foreach (var page in new[] { await KitOf("ovning"), await PaperOf(1, "ovning") })
        {
            page.ShouldContain("<title>ÖVNING: ");
            page.ShouldContain("<div class=\"exercise\">ÖVNING");
            page.ShouldContain("@top-center { content: \"\\d6 VNING\"; }");
            page.ShouldContain("favicon-exercise.svg");
        }

        (await KitOf() + await PaperOf(1)).ShouldNotContain("ÖVNING", Case.Sensitive);
    }

    [Fact]
    public async Task What_people_wrote_leaves_its_place_nowhere()
    {
        var page = await Render<PaperPage>(
            ("Paper", Paper(1, "live", false, "</style><script>alert(1)</script>")),
            ("W", new KitWording(Speaks())),
            ("Nonce", "abc")
        );
        page.ShouldNotContain("<script>alert");
        Regex.Count(page, "</style>").ShouldBe(1);
    }

    private static ManualVersion ManualGiven() => Tests.Manual.ManualGiven.Edition.Version;

    [GeneratedRegex("<[^>]* on[a-z]+=", RegexOptions.IgnoreCase)]
    private static partial Regex Handler { get; }
}
