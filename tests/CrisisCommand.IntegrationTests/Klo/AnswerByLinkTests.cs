using System.Net;
using System.Text.RegularExpressions;
using CrisisCommand.Klo;
using CrisisCommand.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Klo;

/// <summary>The page that a summoned person opens on a phone, without a token and without logging in.</summary>
public partial class AnswerByLinkTests(Product product)
{
    private const string Function = "documentation";

    [Fact]
    public async Task Opening_the_link_answers_nothing_and_one_tap_does()
    {
        var (crisis, link) = await Summoned();
        for (var scanner = 0; scanner < 3; scanner++)
        {
            var page = await Open(link);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Text.ShouldContain("Du kallas in");
            page.Text.ShouldContain("Brand i Rågsved");
            page.Text.ShouldContain("Dokumentation");
        }

        (await Answers(crisis)).ShouldBeEmpty();
        var answered = await Tap(link, "coming", "30");

        answered.Status.ShouldBe(HttpStatusCode.OK);
        answered.Text.ShouldContain("Tack, ditt svar är mottaget");
        answered.Text.ShouldContain("anmäl dig hos stabschefen");
        var (by, answer) = (await Answers(crisis)).ShouldHaveSingleItem();
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
        var (crisis, link) = await Summoned();

        var taps = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Tap(link, "declined")));

        taps.ShouldAllBe(t => t.Status == HttpStatusCode.OK);
        (await Answers(crisis)).Count.ShouldBe(1);
        var changed = await Tap(link, "coming");
        changed.Status.ShouldBe(HttpStatusCode.Conflict);
        changed.Text.ShouldContain("Länken är redan använd");
        changed.Text.ShouldContain("att du inte kan komma");
        (await Open(link)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Answers(crisis)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_link_to_the_same_summons_is_used_with_it()
    {
        var (crisis, link) = await Summoned();
        var (summons, at) = await SummonsIn(crisis);
        var other = "/svar/" + Links.TokenOf(Realm.Live, crisis, at, summons.AnswerBy);
        other.ShouldNotBe(link);

        (await Tap(link, "coming")).Status.ShouldBe(HttpStatusCode.OK);

        (await Tap(other, "declined")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Answers(crisis)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Late_it_answers_nothing_and_says_whom_to_call()
    {
        var (crisis, _) = await Summoned();
        var (_, at) = await SummonsIn(crisis);
        var now = product.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var late = "/svar/" + Links.TokenOf(Realm.Live, crisis, at, now - SummonsLinks.Grace - TimeSpan.FromSeconds(2));
        var inTime = "/svar/" + Links.TokenOf(Realm.Live, crisis, at, now - SummonsLinks.Grace + TimeSpan.FromMinutes(1));

        var page = await Tap(late, "coming");

        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text.ShouldContain("Ring stabschefen");
        (await Open(late)).Status.ShouldBe(HttpStatusCode.Gone);
        (await Answers(crisis)).ShouldBeEmpty();
        (await Tap(inTime, "coming")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_the_stand_down_it_answers_nothing()
    {
        var (crisis, link) = await Summoned();
        await product.StandDown(crisis);

        (await Open(link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await Tap(link, "coming")).Status.ShouldBe(HttpStatusCode.Gone);
        (await Answers(crisis)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_that_leads_to_no_summons_of_that_realm_leads_nowhere()
    {
        var (crisis, link) = await Summoned();
        var (summons, at) = await SummonsIn(crisis);
        string To(Realm realm, Guid stream, long version) => "/svar/" + Links.TokenOf(realm, stream, version, summons.AnswerBy);
        var elsewhere = new[]
        {
            To(Realm.Live, crisis, 1),
            To(Realm.Live, crisis, 999),
            To(Realm.Live, Guid.CreateVersion7(), at),
            To(new Realm("ovning"), crisis, at),
            To(new Realm("nowhere"), crisis, at),
            link[..^3] + "abc",
            link + "A",
            "/svar/nonsense",
        };

        foreach (var wrong in elsewhere)
        {
            (await Open(wrong)).Status.ShouldBe(HttpStatusCode.NotFound, wrong);
            (await Tap(wrong, "coming")).Status.ShouldBe(HttpStatusCode.NotFound, wrong);
        }

        (await Answers(crisis)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_answers_its_own_function_and_no_other()
    {
        var (crisis, link) = await Summoned();

        (await Tap(link, "coming")).Status.ShouldBe(HttpStatusCode.OK);

        var klo = (await (await product.As("vd")).Get($"/crises/{crisis}/klo")).Json["functions"]!.AsArray();
        klo.SelectMany(f => f!["summons"]!.AsArray().Where(s => s!["answer"] is not null), (f, _) => f!["key"]!.GetValue<string>())
            .ShouldBe([Function]);
    }

    [Theory]
    [InlineData("answer=perhaps")]
    [InlineData("")]
    [InlineData("answer=coming&minutes=7")]
    public async Task What_is_no_answer_is_asked_for_again(string form)
    {
        var (crisis, link) = await Summoned();

        using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await product.Http.PostAsync(link, content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()).ShouldContain("Välj ett av svaren");
        (await Answers(crisis)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_runs_nothing_loads_nothing_and_speaks_the_readers_language()
    {
        var (_, link) = await Summoned();
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
        var (summons, at) = await SummonsIn(crisis, new Realm("ovning"));

        var page = await Open("/svar/" + Links.TokenOf(new Realm("ovning"), crisis, at, summons.AnswerBy));

        page.Text.ShouldContain("ÖVNING");
        (await Open((await Summoned()).Link)).Text.ShouldNotContain("ÖVNING");
    }

    [Fact]
    public async Task Somebody_in_the_staff_answers_for_who_telephoned()
    {
        var (crisis, _) = await Summoned();
        var (vd, path) = (await product.As("vd"), $"/crises/{crisis}/functions/{Function}/answer-on-behalf");
        await vd.Staff(crisis, "crisis-leader", "vd");

        (await vd.Post(path, new { personId = Function, answer = "coming" })).ShouldBe(HttpStatusCode.NoContent);

        var (by, answer) = (await Answers(crisis)).ShouldHaveSingleItem();
        (by, answer.Person, answer.Via).ShouldBe((new PersonId("vd"), new PersonId(Function), AnswerVia.Operator));
        (await vd.Post(path, new { personId = "observer", answer = "coming" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "klo.not-summoned",
            "#/personId"
        );
    }

    private SummonsLinks Links => product.Services.GetRequiredService<SummonsLinks>();

    private async Task<(Guid Crisis, string Link)> Summoned()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        var (summons, at) = await SummonsIn(crisis);
        return (crisis, "/svar/" + Links.TokenOf(Realm.Live, crisis, at, summons.AnswerBy));
    }

    private async Task<(FunctionSummoned Summons, long Version)> SummonsIn(Guid crisis, Realm? realm = null)
    {
        var facts = await product.Services.GetRequiredService<Journals>().Facts(realm ?? Realm.Live, crisis, 1, null, default);
        var fact = facts.First(f => f.Event is FunctionSummoned s && s.Function.Value == Function);
        return ((FunctionSummoned)fact.Event, fact.Version);
    }

    private async Task<IReadOnlyList<(PersonId By, SummonsAnswered Answer)>> Answers(Guid crisis)
    {
        var facts = await product.Services.GetRequiredService<Journals>().Facts(Realm.Live, crisis, 1, null, default);
        return [.. facts.Where(f => f.Event is SummonsAnswered).Select(f => (f.By, (SummonsAnswered)f.Event))];
    }

    private async Task<(HttpStatusCode Status, string Text)> Open(string link)
    {
        using var response = await product.Http.GetAsync(link);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    private async Task<(HttpStatusCode Status, string Text)> Tap(string link, string answer, string minutes = "")
    {
        using var form = new FormUrlEncodedContent([new("minutes", minutes), new("answer", answer)]);
        using var response = await product.Http.PostAsync(link, form);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>The pages as files, to be looked at.</summary>
    private async Task Keep(string folder, string link)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "open.html"), await product.Http.GetStringAsync(link));
        await File.WriteAllTextAsync(Path.Combine(folder, "recorded.html"), (await Tap(link, "coming", "30")).Text);
        await File.WriteAllTextAsync(Path.Combine(folder, "unknown.html"), (await Open("/svar/x")).Text);
    }

    [GeneratedRegex("(src|href|action)=\"[^\"]*\"")]
    private static partial Regex Attribute { get; }

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style { get; }
}
