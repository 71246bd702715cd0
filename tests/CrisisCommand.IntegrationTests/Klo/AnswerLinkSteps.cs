using System.Net;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Klo;

/// <summary>A crisis with a summons, the link to answer it by, and who opens and taps it.</summary>
internal static class AnswerLinkSteps
{
    public const string Function = "documentation";

    public static SummonsLinks Links(this Product product) => product.Services.GetRequiredService<SummonsLinks>();

    public static async Task<(Guid Crisis, string Link)> Summoned(this Product product)
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        var (summons, at) = await product.SummonsIn(crisis);
        return (crisis, "/svar/" + product.Links().TokenOf(Realm.Live, crisis, at, summons.AnswerBy));
    }

    public static async Task<(FunctionSummoned Summons, long Version)> SummonsIn(this Product product, Guid crisis, Realm? realm = null)
    {
        var facts = await product.Services.GetRequiredService<Journals>().Facts(realm ?? Realm.Live, crisis, 1, null, default);
        var fact = facts.First(f => f.Event is FunctionSummoned s && s.Function.Value == Function);
        return ((FunctionSummoned)fact.Event, fact.Version);
    }

    public static async Task<IReadOnlyList<(PersonId By, SummonsAnswered Answer)>> Answers(this Product product, Guid crisis)
    {
        var facts = await product.Services.GetRequiredService<Journals>().Facts(Realm.Live, crisis, 1, null, default);
        return [.. facts.Where(f => f.Event is SummonsAnswered).Select(f => (f.By, (SummonsAnswered)f.Event))];
    }

    public static async Task<(HttpStatusCode Status, string Text)> Open(this Product product, string link)
    {
        using var response = await product.Http.GetAsync(link);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    public static async Task<(HttpStatusCode Status, string Text)> Tap(
        this Product product,
        string link,
        string answer,
        string minutes = ""
    )
    {
        using var form = new FormUrlEncodedContent([new("minutes", minutes), new("answer", answer)]);
        using var response = await product.Http.PostAsync(link, form);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }
}
