using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CrisisCommand.Decisions;
using CrisisCommand.IntegrationTests.Alarms;
using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Timeline;

public class AfterActionTests(Product product)
{
    [Fact]
    public async Task The_report_is_json_with_a_version()
    {
        var crisis = await CrisisOnRecord.Declare(product, "Brand, Äspholmen 6");
        var report = (await crisis.Vd.Get($"/crises/{crisis.Id}/after-action")).ShouldBe(HttpStatusCode.OK);
        report.Json["crisis"]!["title"]!.GetValue<string>().ShouldBe("Brand, Äspholmen 6");
        report.Json["staffing"]!.AsArray().Count.ShouldBe(9);
        report.Json["timeline"]!.AsArray().Count.ShouldBe(11);
        report.ETag.ShouldBe("\"11\"");
        (await crisis.Vd.Get($"/crises/{crisis.Id}/after-action", ("If-None-Match", "\"11\""))).ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("text/html", "sv", "Uppföljningsrapport")]
    [InlineData("text/html,application/xhtml+xml,application/json;q=0.5", "en", "After-action report")]
    public async Task The_page_comes_to_who_prefers_html(string accept, string language, string title)
    {
        var crisis = await CrisisOnRecord.Declare(product, "<script>alert(1)</script>");
        var page = (await crisis.Vd.Get($"/crises/{crisis.Id}/after-action", ("Accept", accept), ("Accept-Language", language))).ShouldBe(
            HttpStatusCode.OK
        );
        page.ContentType!.ShouldStartWith("text/html");
        var text = WebUtility.HtmlDecode(page.Text);
        text.ShouldContain($"<html lang=\"{language}\">");
        text.ShouldContain(title);
        page.Text.ShouldNotContain("<script");
        page.Text.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        page.Header("Content-Security-Policy")!.ShouldNotContain("unsafe");
        var nonce = Regex.Match(text, "<style nonce=\"([^\"]{20,})\">").Groups[1].Value;
        page.Header("Content-Security-Policy")!.ShouldContain($"style-src 'self' 'nonce-{nonce}';");
    }

    [Fact]
    public async Task Json_comes_to_who_does_not_say()
    {
        var crisis = await CrisisOnRecord.Declare(product);
        foreach (var accept in new[] { "*/*", "application/json", "application/json, text/html" })
        {
            (await crisis.Vd.Get($"/crises/{crisis.Id}/after-action", ("Accept", accept))).ContentType!.ShouldStartWith("application/json");
        }
    }

    [Fact]
    public async Task The_report_is_one_of_the_pages()
    {
        var crisis = await CrisisOnRecord.Declare(product, "Brand, Äspholmen 6");
        var page = await Page(crisis.Vd, $"/live/crises/{crisis.Id}/report");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var text = WebUtility.HtmlDecode(page.Text);
        text.ShouldContain("<html lang=\"sv\">");
        text.ShouldContain("Brand, Äspholmen 6");
        text.ShouldContain($"href=\"/live/crises/{crisis.Id}\"");
        page.Header("Content-Security-Policy")!.ShouldContain("default-src 'none'");
        page.Header("Cache-Control").ShouldBe("no-store");
        (await Page(crisis.Vd, $"/live/crises/{Fresh.Id()}/report")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_alarms_of_its_incidents_are_attached_as_received()
    {
        var (vd, tib) = (await product.As("vd"), await product.As("tib"));
        var cap = new CapMessage().Bytes;
        var incident = (await tib.PostBytes("/alarms", cap, "application/cap+xml")).ShouldBe(HttpStatusCode.Created).Json[
            "incidentId"
        ]!.GetValue<Guid>();
        var declared = new
        {
            kind = "fire",
            title = "Brand",
            reason = "Fara för liv",
            evenSo = true,
            incidentIds = new[] { incident },
        };
        var crisis = (await vd.Post("/crises", declared)).ShouldBe(HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>();

        var attached = (await vd.Get($"/crises/{crisis}/after-action")).Json["attachments"]!.AsArray().ShouldHaveSingleItem()!;
        attached["incidentId"]!.GetValue<Guid>().ShouldBe(incident);
        attached["mediaType"]!.GetValue<string>().ShouldBe("application/cap+xml");
        (await vd.Get(attached["raw"]!.GetValue<string>())).Bytes.ShouldBe(cap);
        attached["sha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(cap)));

        var observer = await product.As("observer");
        var masked = (await observer.Get($"/crises/{crisis}/after-action")).Json["attachments"]!.AsArray().ShouldHaveSingleItem()!;
        (masked["raw"], masked["sender"]).ShouldBe((null, null));
    }

    [Fact]
    public async Task Key_times_and_delays_are_in_the_json()
    {
        var crisis = await CrisisOnRecord.Declare(product);
        await crisis.Vd.Staff(crisis.Id, "crisis-leader", "vd");
        var report = (await crisis.Vd.Get($"/crises/{crisis.Id}/after-action")).Json;
        report["keyTimes"]!
            .AsArray()
            .Select(k => (k!["what"]!.GetValue<string>(), k["at"] is not null))
            .ShouldBe([
                ("first-occurred", false),
                ("first-learned", false),
                ("declared", true),
                ("first-staffed", true),
                ("leader-in-place", true),
                ("all-staffed", false),
                ("first-situation-report", false),
                ("first-decision", false),
                ("stood-down", false),
            ]);
        report["delays"]!
            .AsArray()
            .Select(d => d!["step"]!.GetValue<string>())
            .ShouldBe([
                "occurred-to-learned",
                "basis-to-decided",
                "decided-to-recorded",
                "decided-to-executed",
                "given-to-done",
                "overdue",
            ]);
        report["vacancies"]!.AsArray().Count.ShouldBe(9);
        report["leftOpen"]!["tasks"]!.AsArray().ShouldBeEmpty();
    }

    /// <summary>Observers see that something was corrected, decided and left, and by which function: no word of it, and no name.</summary>
    [Fact]
    public async Task An_observer_sees_no_words_and_no_names()
    {
        const string secret = "Hemligt-3f9a";
        var crisis = await CrisisOnRecord.Declare(product, secret);
        await crisis.Vd.Staff(crisis.Id, "crisis-leader", "vd");
        CommittedText said = CommittedText.Commit(secret);
        var entry = (
            await crisis.Append(
                new EntryWritten(product.Services.GetRequiredService<TimeProvider>().GetUtcNow(), said, EntryCategory.Observation, null)
            )
        )[0].EventId;
        await crisis.Append(
            new EntryCorrected(entry, CommittedText.Commit(secret), CommittedText.Commit(secret)),
            new TaskGiven(Fresh.Id(), CommittedText.Commit(secret), new("chief-of-staff"), null, null),
            new DecisionTaken(
                1,
                CommittedText.Commit(secret),
                CommittedText.Commit(secret),
                [entry],
                null,
                null,
                null,
                null,
                null,
                product.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
                null
            )
        );
        var (observer, open) = (await product.As("observer"), await crisis.Vd.Get($"/crises/{crisis.Id}/after-action"));
        var name = open.Json["crisis"]!["declaredBy"]!["name"]!.GetValue<string>();
        foreach (var accept in new[] { "application/json", "text/html" })
        {
            var seen = WebUtility.HtmlDecode(
                (await observer.Get($"/crises/{crisis.Id}/after-action", ("Accept", accept))).ShouldBe(HttpStatusCode.OK).Text
            );
            seen.ShouldNotContain(secret);
            seen.ShouldNotContain(name);
            seen.ShouldContain("[maskad]");
        }

        open.Json["correctionsMade"]![0]!["original"]!["text"]!.GetValue<string>().ShouldBe(secret);
        open.Json["leftOpen"]!["decisions"]![0]!["decision"]!.GetValue<string>().ShouldBe(secret);
    }

    private async Task<Reply> Page(Caller caller, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", caller.Token);
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await product.Http.SendAsync(request);
        return new(response, await response.Content.ReadAsByteArrayAsync());
    }
}
