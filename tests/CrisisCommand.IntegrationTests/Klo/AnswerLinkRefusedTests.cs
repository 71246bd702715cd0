using System.Net;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Klo;

/// <summary>A link that is used, late, forged or somebody else's answers nothing.</summary>
public class AnswerLinkRefusedTests(Product product)
{
    [Fact]
    public async Task Another_link_to_the_same_summons_is_used_with_it()
    {
        var (crisis, link) = await product.Summoned();
        var (summons, at) = await product.SummonsIn(crisis);
        var other = "/svar/" + product.Links().TokenOf(Realm.Live, crisis, at, summons.AnswerBy);
        other.ShouldNotBe(link);

        (await product.Tap(link, "coming")).Status.ShouldBe(HttpStatusCode.OK);

        (await product.Tap(other, "declined")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await product.Answers(crisis)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Late_it_answers_nothing_and_says_whom_to_call()
    {
        var (crisis, _) = await product.Summoned();
        var (_, at) = await product.SummonsIn(crisis);
        var now = product.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var late = "/svar/" + product.Links().TokenOf(Realm.Live, crisis, at, now - SummonsLinks.Grace - TimeSpan.FromSeconds(2));
        var inTime = "/svar/" + product.Links().TokenOf(Realm.Live, crisis, at, now - SummonsLinks.Grace + TimeSpan.FromMinutes(1));

        var page = await product.Tap(late, "coming");

        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text.ShouldContain("Ring stabschefen");
        (await product.Open(late)).Status.ShouldBe(HttpStatusCode.Gone);
        (await product.Answers(crisis)).ShouldBeEmpty();
        (await product.Tap(inTime, "coming")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_the_stand_down_it_answers_nothing()
    {
        var (crisis, link) = await product.Summoned();
        await product.StandDown(crisis);

        (await product.Open(link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await product.Tap(link, "coming")).Status.ShouldBe(HttpStatusCode.Gone);
        (await product.Answers(crisis)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_that_leads_to_no_summons_of_that_realm_leads_nowhere()
    {
        var (crisis, link) = await product.Summoned();
        var (summons, at) = await product.SummonsIn(crisis);
        string To(Realm realm, Guid stream, long version) => "/svar/" + product.Links().TokenOf(realm, stream, version, summons.AnswerBy);
        var elsewhere = new[]
        {
            To(Realm.Live, crisis, 1),
            To(Realm.Live, crisis, 999),
            To(Realm.Live, Fresh.Id(), at),
            To(new Realm("ovning"), crisis, at),
            To(new Realm("nowhere"), crisis, at),
            link[..^3] + "abc",
            link + "A",
            "/svar/nonsense",
        };

        foreach (var wrong in elsewhere)
        {
            (await product.Open(wrong)).Status.ShouldBe(HttpStatusCode.NotFound, wrong);
            (await product.Tap(wrong, "coming")).Status.ShouldBe(HttpStatusCode.NotFound, wrong);
        }

        (await product.Answers(crisis)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("answer=perhaps")]
    [InlineData("")]
    [InlineData("answer=coming&minutes=7")]
    public async Task What_is_no_answer_is_asked_for_again(string form)
    {
        var (crisis, link) = await product.Summoned();

        using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await product.Http.PostAsync(link, content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()).ShouldContain("Välj ett av svaren");
        (await product.Answers(crisis)).ShouldBeEmpty();
    }
}
