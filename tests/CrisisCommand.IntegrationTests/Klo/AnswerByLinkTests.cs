using System.Net;
using System.Text.RegularExpressions;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.IntegrationTests.Klo.AnswerLinkSteps;

namespace CrisisCommand.IntegrationTests.Klo;

/// <summary>The page that a summoned person opens on a phone, without a token and without logging in.</summary>
public partial class AnswerByLinkTests(Product product)
{
    [Fact]
    public async Task Opening_the_link_answers_nothing_and_one_tap_does()
    {
        var (crisis, link) = await product.Summoned();
        for (var scanner = 0; scanner < 3; scanner++)
        {
            var page = await product.Open(link);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Text.ShouldContain("Du kallas in");
            page.Text.ShouldContain("Brand i Rågsved");
            page.Text.ShouldContain("Dokumentation");
        }

        (await product.Answers(crisis)).ShouldBeEmpty();
        var answered = await product.Tap(link, "coming", "30");

        answered.Status.ShouldBe(HttpStatusCode.OK);
        answered.Text.ShouldContain("Tack, ditt svar är mottaget");
        answered.Text.ShouldContain("anmäl dig hos stabschefen");
        var (by, answer) = (await product.Answers(crisis)).ShouldHaveSingleItem();
        (by, answer.Person, answer.Answer, answer.Via).ShouldBe(
            (new PersonId(Function), new PersonId(Function), SummonsAnswer.Coming, AnswerVia.Link)
        );
        answer.Eta.ShouldNotBeNull();
        var timeline = (await (await product.As("vd")).Get($"/crises/{crisis}/timeline")).Text;
        timeline.ShouldContain("via länk");
    }

    [Fact]
    public async Task Two_taps_are_one_answer_and_another_answer_is_refused()
    {
        var (crisis, link) = await product.Summoned();

        var taps = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => product.Tap(link, "declined")));

        taps.ShouldAllBe(t => t.Status == HttpStatusCode.OK);
        (await product.Answers(crisis)).Count.ShouldBe(1);
        var changed = await product.Tap(link, "coming");
        changed.Status.ShouldBe(HttpStatusCode.Conflict);
        changed.Text.ShouldContain("Länken är redan använd");
        changed.Text.ShouldContain("att du inte kan komma");
        (await product.Open(link)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await product.Answers(crisis)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_link_answers_its_own_function_and_no_other()
    {
        var (crisis, link) = await product.Summoned();

        (await product.Tap(link, "coming")).Status.ShouldBe(HttpStatusCode.OK);

        var klo = (await (await product.As("vd")).Get($"/crises/{crisis}/klo")).Json["functions"]!.AsArray();
        klo.SelectMany(f => f!["summons"]!.AsArray().Where(s => s!["answer"] is not null), (f, _) => f!["key"]!.GetValue<string>())
            .ShouldBe([Function]);
    }

    [Fact]
    public async Task The_page_runs_nothing_loads_nothing_and_speaks_the_readers_language()
    {
        var (_, link) = await product.Summoned();
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.AcceptLanguage.ParseAdd("en");
        using var response = await product.Http.SendAsync(request);
        var html = await response.Content.ReadAsStringAsync();

        html.ShouldContain("You are summoned");
        html.ShouldNotContain("<script");
        Attribute.Matches(html).ShouldAllBe(m => m.Value == $"action=\"{link}\"");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
        policy.ShouldNotContain("unsafe");
        var style = Style.Match(html).Groups[1].Value;
        policy.ShouldContain(
            Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)))
        );
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        if (Environment.GetEnvironmentVariable("CRISISCOMMAND_PAGES") is { Length: > 0 } folder)
        {
            await Keep(folder, link);
        }
    }

    [Fact]
    public async Task In_an_exercise_the_page_says_so()
    {
        var vd = await product.As("vd", "ovning");
        var crisis = await vd.DeclareCrisis();
        var (summons, at) = await product.SummonsIn(crisis, new Realm("ovning"));

        var page = await product.Open("/svar/" + product.Links().TokenOf(new Realm("ovning"), crisis, at, summons.AnswerBy));

        page.Text.ShouldContain("ÖVNING");
        (await product.Open((await product.Summoned()).Link)).Text.ShouldNotContain("ÖVNING");
    }

    [Fact]
    public async Task Somebody_in_the_staff_answers_for_who_telephoned()
    {
        var (crisis, _) = await product.Summoned();
        var (vd, path) = (await product.As("vd"), $"/crises/{crisis}/functions/{Function}/answer-on-behalf");
        await vd.Staff(crisis, "crisis-leader", "vd");

        (await vd.Post(path, new { personId = Function, answer = "coming" })).ShouldBe(HttpStatusCode.NoContent);

        var (by, answer) = (await product.Answers(crisis)).ShouldHaveSingleItem();
        (by, answer.Person, answer.Via).ShouldBe((new PersonId("vd"), new PersonId(Function), AnswerVia.Operator));
        (await vd.Post(path, new { personId = "observer", answer = "coming" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "klo.not-summoned",
            "#/personId"
        );
    }

    /// <summary>The pages as files, to be looked at.</summary>
    private async Task Keep(string folder, string link)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "open.html"), await product.Http.GetStringAsync(link));
        await File.WriteAllTextAsync(Path.Combine(folder, "recorded.html"), (await product.Tap(link, "coming", "30")).Text);
        await File.WriteAllTextAsync(Path.Combine(folder, "unknown.html"), (await product.Open("/svar/x")).Text);
    }

    [GeneratedRegex("(src|href|action)=\"[^\"]*\"")]
    private static partial Regex Attribute { get; }

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style { get; }
}
