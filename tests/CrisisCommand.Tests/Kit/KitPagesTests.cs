using System.Net;
using System.Text.RegularExpressions;
using CrisisCommand.Boards;
using CrisisCommand.Incidents;
using CrisisCommand.Kit;
using CrisisCommand.Manual;
using CrisisCommand.Platform;
using CrisisCommand.Tests.Timeline;
using CrisisCommand.Timeline;
using static CrisisCommand.Tests.Kit.KitGiven;

namespace CrisisCommand.Tests.Kit;

/// <summary>The prints as HTML: what stands where, and nothing that the policy of pages would stop.</summary>
public partial class KitPagesTests
{
    /// <summary>The quarter of the second half past two, in the night in which the clocks go back.</summary>
    private const int SecondHalfPastTwo = 6;

    /// <summary>The crisis until a task is given, which is due at four.</summary>
    private const int WithTheTask = 15;
    private const int All = int.MaxValue;

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

    [Fact]
    public async Task A_sheet_of_the_log_says_which_lines_it_has_and_where_the_next_begins()
    {
        var page = await PaperOf(SecondHalfPastTwo);
        page.ShouldContain("2026-10-25 02:30 +01:00 till 02:45");
        page.ShouldContain("Krisens blad 6, rad 11–12. Nästa blad börjar med rad 13.");
        page.ShouldContain("Branden under kontroll");
        page.ShouldContain("Omar Haddad");
        page.ShouldNotContain("Hissen spärrad");
        (await PaperOf(4)).ShouldContain("Inget skrevs i loggen under kvarten. Nästa rad är rad 11.");
    }

    [Fact]
    public async Task A_line_of_something_earlier_says_when_it_happened() =>
        (await PaperOf(SecondHalfPastTwo + 1)).ShouldContain("hände 02:10");

    [Fact]
    public async Task The_state_at_the_end_of_the_quarter_stands_below()
    {
        var page = await PaperOf(8, known: WithTheTask);
        page.ShouldContain("Läget vid rad 15, kl. 03:15");
        page.ShouldContain("<td class=\"text\">Ordna filtar</td><td>Stabschef</td><td class=\"due\">04:00</td>");
        page.ShouldContain("Öppna uppgifter: 1");
        page.ShouldContain("Öppna beslut: 1 av 1");
        page.ShouldContain("Karin Ström, sedan 02:20");
        page.ShouldContain("OBEMANNAD: Elin Vik kallad 02:15");
        page.ShouldContain("<td class=\"due\">ingen tid</td>");
    }

    [Fact]
    public async Task A_deadline_that_has_passed_stands_out() =>
        (await PaperOf(12, known: WithTheTask)).ShouldContain("<td class=\"due\">04:00<b class=\"overdue\">FÖRSENAD</b>");

    [Theory]
    [InlineData(1, true, "print")]
    [InlineData(1, false, "off")]
    public async Task The_script_is_told_what_to_do(int number, bool running, string run)
    {
        var page = await PaperOf(number, running: running);
        page.ShouldContain($"data-run=\"{run}\"");
        page.ShouldContain("data-next=\"/live/crises/1/paper?sheet=2&amp;from=9\"");
    }

    private static ManualVersion ManualGiven() => Tests.Manual.ManualGiven.Edition.Version;

    private static async Task<string> KitOf(string realm = "live", int sheets = 4, bool english = false) =>
        Read(
            await Render<KitPage>(
                ("Kit", KitGiven.Kit(realm, sheets, english)),
                ("W", new KitWording(Speaks(english))),
                ("CardWords", new ManualWording(Speaks(english))),
                ("Nonce", "abc")
            )
        );

    private static async Task<string> PaperOf(
        int number,
        string realm = "live",
        bool english = false,
        bool running = true,
        int known = All
    ) =>
        Read(
            await Render<PaperPage>(
                ("Paper", Paper(number, realm, english, running: running, known: known)),
                ("W", new KitWording(SampleCrisis.Reader(english))),
                ("Nonce", "abc")
            )
        );

    private static PaperShown Paper(
        int number,
        string realm,
        bool english,
        string title = "Brand i flerbostadshus, Ekholmen 3",
        bool running = true,
        int known = All
    )
    {
        IReadOnlyList<Fact> facts = [.. SampleCrisis.Fire(title).Facts.Take(known)];
        var (words, index) = (SampleCrisis.Reader(english), Fold.Of<TimelineIndex>(facts));
        var log = new PaperLog(index, known == All, facts[^1].RecordedAt.AddHours(2));
        var sheet = log.Sheet(number);
        var marks = index.Marks.GetRange((int)sheet.First - 1, (int)(sheet.Next - sheet.First));
        var board = Fold.Of<Board>(facts.Take((int)sheet.Last));
        return new(
            SampleCrisis.Id,
            realm,
            realm == "live" ? null : "ÖVNING",
            sheet,
            running,
            log.Now,
            0,
            new LineWriter(SampleCrisis.Catalogue, words, SampleCrisis.NameOf).Lines(new(marks, sheet.Last, null), facts, index),
            new BoardWording(words, SampleCrisis.NameOf, SampleCrisis.Catalogue, new Dictionary<Guid, Incident>()).View(
                board,
                SampleCrisis.Id,
                new(realm)
            ),
            PaperLinks.Of("/live/crises/1/paper", log, sheet)
        );
    }

    /// <summary>Letters beside ASCII as they are read; the rest stays encoded.</summary>
    private static string Read(string page) => Entity.Replace(page, m => WebUtility.HtmlDecode(m.Value));

    [GeneratedRegex("&#x(?!(22|26|27|3C|3E);)[0-9A-F]+;")]
    private static partial Regex Entity { get; }

    [GeneratedRegex("<[^>]* on[a-z]+=", RegexOptions.IgnoreCase)]
    private static partial Regex Handler { get; }
}
