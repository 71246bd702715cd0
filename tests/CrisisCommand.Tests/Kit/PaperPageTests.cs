using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Kit.KitPrints;

namespace CrisisCommand.Tests.Kit;

/// <summary>A sheet of the running log as HTML: its lines, the state below them, and what its script is told.</summary>
public class PaperPageTests
{
    /// <summary>The quarter of the second half past two, in the night in which the clocks go back.</summary>
    private const int SecondHalfPastTwo = 6;

    /// <summary>The crisis until a task is given, which is due at four.</summary>
    private const int WithTheTask = 15;

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
}
