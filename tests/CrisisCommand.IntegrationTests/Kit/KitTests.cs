using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using CrisisCommand.Crises;
using CrisisCommand.IntegrationTests.Timeline;
using CrisisCommand.Klo;
using CrisisCommand.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Kit;

/// <summary>What is printed for the binder, and what keeps the binder up to date.</summary>
public class KitTests(Product product)
{
    [Fact]
    public async Task The_kit_holds_the_call_list_of_the_plan_the_duty_the_sheets_and_the_cards()
    {
        var page = await Page("vd", "/live/kit?sheets=2");
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
        (await Page("vd", "/live/kit?plan=wartime")).Text.ShouldContain("KLO enligt plan wartime");
        var vd = await product.As("vd");
        (await Json(vd, "/live/kit?plan=summer")).ShouldBeRefused(HttpStatusCode.NotFound, "kit.unknown-plan", "?plan");
        (await Json(vd, "/live/kit?sheets=51")).ShouldBeRefused(HttpStatusCode.BadRequest, "kit.invalid-sheets", "?sheets");
        (await Page("vd", "/live/kit?sheets=0")).Reply.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>Telephone numbers are for those who have them anyway.</summary>
    [Theory]
    [InlineData("vd", HttpStatusCode.OK)]
    [InlineData("documentation-2", HttpStatusCode.OK)]
    [InlineData("jour", HttpStatusCode.OK)]
    [InlineData("auditor", HttpStatusCode.OK)]
    [InlineData("observer", HttpStatusCode.Forbidden)]
    [InlineData("staff-1", HttpStatusCode.Forbidden)]
    public async Task The_kit_is_for_those_who_may_read_numbers(string person, HttpStatusCode status) =>
        (await Page(person, "/live/kit")).Reply.ShouldBe(status);

    [Fact]
    public async Task Both_are_in_English_for_who_chose_it_and_say_exercise_in_one()
    {
        var crisis = await CrisisOnRecord.Declare(product, realm: "ovning");
        foreach (
            var (path, heading) in new[] { ("/ovning/kit", "Emergency kit"), ($"/ovning/crises/{crisis.Id}/paper", "Running log, sheet 1") }
        )
        {
            var page = await Page("vd", path, english: true);
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
            var page = await Page("vd", path);
            var nonce = Regex.Match(page.Reply.Text, "<style nonce=\"([^\"]+)\">").Groups[1].Value;
            page.Reply.Header("Content-Security-Policy")!.ShouldContain($"'nonce-{WebUtility.HtmlDecode(nonce)}'");
            page.Reply.Text.ShouldNotContain(" style=");
            page.Reply.Text.ShouldNotContain("<script>");
        }

        var script = (await Page("vd", $"/live/crises/{crisis.Id}/paper")).Text;
        var address = Regex.Match(script, "<script src=\"([^\"]+)\"").Groups[1].Value;
        (await product.Http.GetAsync(address)).Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
    }

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
        var page = await Page("vd", $"/live/crises/{crisis.Id}/paper?sheet=1&from=1");
        page.Reply.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Krisens blad 1, rad 1–");
        page.Text.ShouldContain("Hissen spärrad");
        page.Text.ShouldContain("Utrym trapphus A");
        page.Text.ShouldContain("2031-01-01 13:00");
        page.Text.ShouldContain("Öppna beslut: 1 av 1");
        page.Text.ShouldMatch("data-run=\"(wait|print)\"");
        (await Page("vd", $"/live/crises/{crisis.Id}/paper?sheet=1")).Text.ShouldContain("data-run=\"off\"");
    }

    /// <summary>A crisis of last week: all its sheets are complete, and the log that runs over them ends.</summary>
    [Fact]
    public async Task The_running_log_leads_over_every_line_to_its_end()
    {
        var crisis = await LastWeek();
        var (lines, path) = (new List<long>(), $"/live/crises/{crisis}/paper?sheet=1&from=1");
        while (path.Length > 0)
        {
            var page = await Page("vd", path);
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
        (await Json(crisis.Vd, path + "?sheet=900")).ShouldBeRefused(HttpStatusCode.NotFound, "kit.sheet-not-begun", "?sheet");
        (await Json(crisis.Vd, path + "?sheet=x")).ShouldBeRefused(HttpStatusCode.BadRequest, "kit.invalid-sheet", "?sheet");
        (await Json(crisis.Vd, path + "?sheet=1&from=900")).ShouldBeRefused(HttpStatusCode.BadRequest, "kit.unknown-line", "?from");
        (await Json(crisis.Vd, $"/live/crises/{Guid.CreateVersion7()}/paper")).ShouldBeRefused(
            HttpStatusCode.NotFound,
            "platform.not-found"
        );
        (await Page("staff-1", path)).Reply.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>An observer sees that something was written and by which function, and no words.</summary>
    [Fact]
    public async Task An_observer_gets_the_log_without_words_and_names()
    {
        var crisis = await CrisisOnRecord.Declare(product, "Brand, Ekholmen 3");
        var page = await Page("observer", $"/live/crises/{crisis.Id}/paper?sheet=1");
        page.Reply.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldNotContain("Ekholmen");
        page.Text.ShouldContain(Reader.Withheld);
    }

    /// <summary>Written straight to the store, since nobody declares a crisis in the past: two lines at once, then one every eleven minutes.</summary>
    private async Task<Guid> LastWeek()
    {
        var (journals, clock) = (product.Services.GetRequiredService<Journals>(), product.Services.GetRequiredService<TimeProvider>());
        var (crisis, now) = (Guid.CreateVersion7(), clock.GetUtcNow().AddDays(-7));
        IDomainEvent declared = new CrisisDeclared(new("fire"), Text("Brand"), Text("Fara för liv"), PlanName.Normal, 1, null, []);
        IDomainEvent convened = new KloConvened(PlanName.Normal, 1, [new(FunctionKey.CrisisLeader, [new("vd")])]);
        IDomainEvent[] later = [.. Enumerable.Repeat(new FunctionLeftVacant(FunctionKey.CrisisLeader), 4), new KloStoodDown(Text("Slut"))];
        foreach (var (events, i) in later.Select(e => new[] { e }).Prepend([declared, convened]).Select((e, i) => (e, i)))
        {
            var stream = await journals.Known(Realm.Live, StreamKinds.Crisis, crisis, refresh: false, default);
            var envelope = Envelope.Internal(Realm.Live, clock, "test", "test") with { Now = now.AddMinutes(11 * i) };
            (await journals.Commit(envelope, null, [new(stream, events)], _ => null, default)).ShouldBeOfType<CommitResult.Done>();
        }

        return crisis;
    }

    private static CommittedText Text(string words) => CommittedText.Commit(words);

    private async Task<(Reply Reply, string Text)> Page(string person, string path, bool english = false)
    {
        var headers = english ? new[] { ("Accept", "text/html"), ("Cookie", "language=en") } : [("Accept", "text/html")];
        var reply = await Get(await product.As(person), path, headers);
        return (reply, WebUtility.HtmlDecode(reply.Text));
    }

    private Task<Reply> Json(Caller caller, string path) => Get(caller, path, ("Accept", "application/json"));

    private async Task<Reply> Get(Caller caller, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", caller.Token);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await product.Http.SendAsync(request);
        return new(response, await response.Content.ReadAsByteArrayAsync());
    }
}
