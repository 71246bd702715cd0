using System.Net;
using CrisisCommand.Alerts;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>Whoever has the address of a link answers in somebody's name: nothing that keeps addresses learns of it.</summary>
public class LinkSecrecyTests(OverheardProduct product) : IClassFixture<OverheardProduct>
{
    [Fact]
    public async Task Neither_logs_nor_traces_hold_the_secret_of_a_link_used_or_not()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        var (links, alerts) = (product.Services.GetRequiredService<SummonsLinks>(), product.Services.GetRequiredService<AlertLinks>());
        var facts = await product.Services.GetRequiredService<Journals>().Facts(Realm.Live, crisis, 1, null, default);
        var summons = facts.First(f => f.Event is FunctionSummoned);
        var by = ((FunctionSummoned)summons.Event).AnswerBy;
        var used = links.TokenOf(Realm.Live, crisis, summons.Version, by);
        string[] secrets = [used, alerts.TokenOf(Realm.Live, crisis, 1, by), "a-guess-that-leads-nowhere", "å%2Fä"];
        foreach (var secret in secrets)
        {
            foreach (var path in new[] { $"/svar/{secret}", $"/SVAR/{secret}/", $"/kvittera/{secret}", $"/svar/{secret}/more?a=b" })
            {
                using var read = await product.Http.GetAsync(path);
                using var form = new FormUrlEncodedContent([new("answer", "coming")]);
                using var sent = await product.Http.PostAsync(path, form);
                using var bot = await product.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
                foreach (var answer in new[] { read, sent, bot })
                {
                    Guarded(answer, path);
                }
            }
        }

        (await product.Http.GetAsync("/live/only-for-the-control")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        // The control: traces tell paths. One is told when it is over, which is after the answer.
        await Eventually.Is(
            () => Task.FromResult(product.Heard.Any(h => h.StartsWith("trace") && h.Contains("/live/only-for-the-control"))),
            told => told
        );
        product.Heard.ShouldContain(h => h.Contains("RequestPath") && h.Contains("/svar"), "the control: scopes tell paths");
        product.Heard.ShouldContain(h => h.Contains("Request starting") && h.Contains("/svar"), "the control: logs tell paths");
        foreach (var secret in secrets)
        {
            product.Heard.FirstOrDefault(h => h.Contains(Uri.UnescapeDataString(secret)) || h.Contains(secret)).ShouldBeNull();
        }
    }

    private static void Guarded(HttpResponseMessage answer, string path)
    {
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"], path);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
        answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"], path);
        answer.Headers.Location.ShouldBeNull(path);
        ((int)answer.StatusCode).ShouldBeLessThan(500, path);
    }
}
