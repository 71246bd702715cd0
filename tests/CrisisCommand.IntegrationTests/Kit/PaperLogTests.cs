using System.Net;
using System.Text.RegularExpressions;
using CrisisCommand.Crises;
using CrisisCommand.IntegrationTests.Timeline;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Kit;

/// <summary>The running log on paper: sheet by sheet, to its end.</summary>
public class PaperLogTests(Product product)
{
    [Fact]
    public async Task The_paper_log_has_the_lines_of_the_quarter_and_the_state()
    {
        var crisis = await CrisisOnRecord.Declare(product, "Brand, Ekholmen 3");
        await crisis.Vd.Staff(crisis.Id, "crisis-leader", "vd");
        (await crisis.Vd.Post($"/crises/{crisis.Id}/entries", new { text = "Hissen spärrad" })).ShouldBe(HttpStatusCode.Created);
        var (decision, motive) = ("Utrym trapphus A", "Rök");
        (
            await crisis.Vd.Post(
                $"/crises/{crisis.Id}/decisions",
                new
                {
                    decision,
                    motive,
                    dueAt = "2031-01-01T12:00:00Z",
                }
            )
        ).ShouldBe(HttpStatusCode.Created);
        var page = await product.Page("vd", $"/live/crises/{crisis.Id}/paper?sheet=1&from=1");
        page.Reply.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Krisens blad 1, rad 1–");
        page.Text.ShouldContain("Hissen spärrad");
        page.Text.ShouldContain("Utrym trapphus A");
        page.Text.ShouldContain("2031-01-01 13:00");
        page.Text.ShouldContain("Öppna beslut: 1 av 1");
        page.Text.ShouldMatch("data-run=\"(wait|print)\"");
        (await product.Page("vd", $"/live/crises/{crisis.Id}/paper?sheet=1")).Text.ShouldContain("data-run=\"off\"");
    }

    /// <summary>A crisis of last week: all its sheets are complete, and the log that runs over them ends.</summary>
    [Fact]
    public async Task The_running_log_leads_over_every_line_to_its_end()
    {
        var crisis = await LastWeek();
        var (lines, path) = (new List<long>(), $"/live/crises/{crisis}/paper?sheet=1&from=1");
        while (path.Length > 0)
        {
            var page = await product.Page("vd", path);
            page.Text.ShouldContain("data-run=\"print\"");
            lines.AddRange(
                Regex.Matches(page.Text, "<td class=\"count\">(\\d+)</td>\\s*<td>\\s*<span").Select(m => long.Parse(m.Groups[1].Value))
            );
            path = WebUtility.HtmlDecode(Regex.Match(page.Text, "data-next=\"([^\"]*)\"").Groups[1].Value);
        }

        lines.ShouldBe([1, 2, 3, 4, 5, 6, 7]);
    }

    [Fact]
    public async Task Sheets_that_are_not_there_are_refused()
    {
        var crisis = await CrisisOnRecord.Declare(product);
        var path = $"/live/crises/{crisis.Id}/paper";
        (await product.Json(crisis.Vd, path + "?sheet=900")).ShouldBeRefused(HttpStatusCode.NotFound, "kit.sheet-not-begun", "?sheet");
        (await product.Json(crisis.Vd, path + "?sheet=x")).ShouldBeRefused(HttpStatusCode.BadRequest, "kit.invalid-sheet", "?sheet");
        (await product.Json(crisis.Vd, path + "?sheet=1&from=900")).ShouldBeRefused(HttpStatusCode.BadRequest, "kit.unknown-line", "?from");
        (await product.Json(crisis.Vd, $"/live/crises/{Fresh.Id()}/paper")).ShouldBeRefused(HttpStatusCode.NotFound, "platform.not-found");
        (await product.Page("staff-9", path)).Reply.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>An observer sees that something was written and by which function, and no words.</summary>
    [Fact]
    public async Task An_observer_gets_the_log_without_words_and_names()
    {
        var crisis = await CrisisOnRecord.Declare(product, "Brand, Ekholmen 3");
        var page = await product.Page("observer", $"/live/crises/{crisis.Id}/paper?sheet=1");
        page.Reply.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldNotContain("Ekholmen");
        page.Text.ShouldContain(Reader.Withheld);
    }

    /// <summary>Written straight to the store, since nobody declares a crisis in the past: two lines at once, then one every eleven minutes.</summary>
    private async Task<Guid> LastWeek()
    {
        var (journals, clock) = (product.Services.GetRequiredService<Journals>(), product.Services.GetRequiredService<TimeProvider>());
        var (crisis, now) = (Fresh.Id(), clock.GetUtcNow().AddDays(-7));
        IDomainEvent declared = new CrisisDeclared(new("fire"), Text("Brand"), Text("Fara för liv"), PlanName.Normal, 1, null, []);
        IDomainEvent convened = new KloConvened(PlanName.Normal, 1, [new(FunctionKey.CrisisLeader, [new("vd")])]);
        IDomainEvent[] later = [.. Enumerable.Repeat(new FunctionLeftVacant(FunctionKey.CrisisLeader), 4), new KloStoodDown(Text("Slut"))];
        foreach (var (events, i) in later.Select(e => new[] { e }).Prepend([declared, convened]).Select((e, i) => (e, i)))
        {
            var stream = await journals.Known(Realm.Live, StreamKinds.Crisis, crisis, refresh: false, default);
            var context = CommandContext.Internal(Realm.Live, clock, "test", "test") with { Now = now.AddMinutes(11 * i) };
            (await journals.Commit(context, null, [new(stream, events)], _ => null, default)).ShouldBeOfType<CommitResult.Done>();
        }

        return crisis;
    }

    private static CommittedText Text(string words) => CommittedText.Commit(words);
}
