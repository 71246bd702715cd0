using System.Net;
using CrisisCommand.Alerts;
using CrisisCommand.IntegrationTests.Alarms;
using CrisisCommand.IntegrationTests.Crises;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Alerts;

/// <summary>The page that an alerted person opens on a phone, without a token and without logging in.</summary>
public class AcknowledgeByLinkTests(Product product)
{
    [Fact]
    public async Task Opening_the_link_acknowledges_nothing_and_one_tap_does()
    {
        var (incident, link) = await Alerted();
        var page = await Ask(HttpMethod.Get, link);
        (page.Status, page.Text.Contains("Jag tar larmet", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true));
        page.Text.ShouldContain("Ekholmen 3");
        page.Header("Content-Security-Policy").ShouldStartWith("default-src 'none'");
        (await Status(incident)).ShouldBe("waiting");

        var tapped = await Ask(HttpMethod.Post, link);
        (tapped.Status, tapped.Text.Contains("Du har larmet", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true));
        (await Ask(HttpMethod.Post, link)).Status.ShouldBe(HttpStatusCode.OK);

        (await Status(incident)).ShouldBe("acknowledged");
        var stored =
            $"select count(*) from crisis.mt_events where type = 'alert_acknowledged' and stream_id = '{Alert.StreamOf(incident)}'";
        (await product.Scalar<long>(stored)).ShouldBe(1);
        (await product.Scalar<string>(stored.Replace("count(*)", "max(user_name)", StringComparison.Ordinal))).ShouldBe("jour");
    }

    [Fact]
    public async Task A_link_of_another_kind_or_a_changed_one_leads_nowhere()
    {
        var (_, link) = await Alerted();
        (await Ask(HttpMethod.Get, link[..^4] + "AAAA")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Ask(HttpMethod.Post, link.Replace("/kvittera/", "/svar/", StringComparison.Ordinal))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task What_is_over_says_so()
    {
        var (incident, link) = await Alerted();
        (await (await product.As("vd")).Post($"/incidents/{incident}/closure", new { text = "Släckt" })).ShouldBe(HttpStatusCode.NoContent);
        await Eventually.Is(() => Status(incident), s => s == "ended");
        (await Ask(HttpMethod.Get, link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await Ask(HttpMethod.Post, link)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task What_we_verified_has_whoever_did_and_says_that_its_sender_took_it_back()
    {
        var alarm = new CapMessage();
        var (incident, link) = await Alerted(alarm);
        await (await product.As("vd")).Verify(incident, "Vi ser det");
        await alarm.Cancel().Take(await product.As("tib"));
        // Whoever is alerted of this one, is so after the cancellation was looked at.
        await Alerted();

        var page = await Ask(HttpMethod.Get, link);

        (page.Status, await Status(incident)).ShouldBe((HttpStatusCode.Conflict, "acknowledged"));
        var text = WebUtility.HtmlDecode(page.Text);
        text.ShouldContain(alarm.Text);
        text.ShouldContain("Larm återtaget");
        text.ShouldContain("Avsändaren har återkallat larmet, men händelsen är bekräftad av oss och står kvar.");
        (await Ask(HttpMethod.Post, link)).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    private async Task<(Guid Incident, string Link)> Alerted(CapMessage? cap = null)
    {
        var alarm = new
        {
            source = "sensor",
            kind = "fire",
            place = "Ekholmen 3",
            text = "Rök i trapphus",
        };
        var tib = await product.As("tib");
        var taken = (cap is null ? await tib.Post("/alarms", alarm) : await cap.Post(tib)).ShouldBe(HttpStatusCode.Created);
        var incident = taken.Json["incidentId"]!.GetValue<Guid>();
        await Eventually.Is(() => Status(incident), s => s == "waiting");
        var facts = await product.Services.GetRequiredService<Journals>().Facts(Realm.Live, Alert.StreamOf(incident), 1, null, default);
        var asked = facts.First(f => f.Event is OnCallAlerted);
        var by = ((OnCallAlerted)asked.Event).AnswerBy;
        var token = product.Services.GetRequiredService<AlertLinks>().TokenOf(Realm.Live, incident, asked.Version, by);
        return (incident, $"/kvittera/{token}");
    }

    private async Task<string?> Status(Guid incident)
    {
        var read = await (await product.As("jour")).Get($"/incidents/{incident}/alert");
        return read.Status == HttpStatusCode.OK ? read.Json["status"]!.GetValue<string>() : null;
    }

    private async Task<Reply> Ask(HttpMethod method, string link)
    {
        using var request = new HttpRequestMessage(method, link);
        request.Content = method == HttpMethod.Post ? new FormUrlEncodedContent([new("answer", "acknowledge")]) : null;
        using var response = await product.Http.SendAsync(request);
        return new Reply(response, await response.Content.ReadAsByteArrayAsync());
    }
}
