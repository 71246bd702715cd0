using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests.Alarms;
using CrisisCommand.IntegrationTests.Crises;
using CrisisCommand.IntegrationTests.Pages;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Incidents;

/// <summary>The sender takes an alarm back that we have seen with our own eyes: it stands, marked, wherever it is shown.</summary>
public class CancelledBySenderTests(Product product)
{
    private const string Mark = "Återkallad av avsändaren";

    [Fact]
    public async Task What_nobody_verified_is_ended_and_our_own_eyes_open_it()
    {
        var (tib, jour) = (await product.As("tib"), await product.As("jour"));
        var alarm = new CapMessage();
        var incident = await alarm.Take(tib);
        await alarm.Cancel().Take(tib);
        (await Stand(jour, incident)).ShouldBe((false, true, true));
        await Verify(jour, incident);
        (await Stand(jour, incident)).ShouldBe((true, false, false));
    }

    [Fact]
    public async Task What_we_verified_stands_marked_until_somebody_says_that_it_goes_on_or_closes_it()
    {
        var (tib, jour) = (await product.As("tib"), await product.As("jour"));
        var alarm = new CapMessage();
        var incident = await alarm.Take(tib);
        await Verify(jour, incident);
        // Whoever brought the alarm in reads what alarms say, and not what our own people wrote.
        (await tib.Get($"/incidents/{incident}")).Json["latest"]!["kind"]!.ToString().ShouldBe("alarm");
        var cancel = alarm.Cancel() with { Note = "Falsklarm" };
        await cancel.Take(tib);

        (await Stand(jour, incident)).ShouldBe((true, false, true));
        var json = (await jour.Get($"/incidents/{incident}")).Json;
        (json["text"]!.ToString(), json["latest"]!["text"]!.ToString()).ShouldBe((alarm.Text, "Falsklarm"));
        json["log"]!.AsArray().Last()!["words"]!
            .ToString()
            .ShouldBe("Larmet återkallat av avsändaren (Larmsystem (CAP)): Falsklarm. Händelsen är bekräftad av oss och står kvar");
        (await jour.Get("/incidents?open=true&limit=200")).Json.AsArray().Select(i => i!["incidentId"]!.ToString()).ShouldContain(incident);

        await Verify(jour, incident);
        (await Stand(jour, incident)).ShouldBe((true, false, false));
        (await cancel.Post(tib)).ShouldBe(HttpStatusCode.OK).Json["repeated"]!.GetValue<bool>().ShouldBeTrue();
        (await Stand(jour, incident)).ShouldBe((true, false, false));
        await cancel.Cancel(alarm).Take(tib);
        (await Stand(jour, incident)).ShouldBe((true, false, true));
        (await jour.Post($"/incidents/{incident}/closure", new { text = "Släckt" })).ShouldBe(HttpStatusCode.NoContent);
        (await Stand(jour, incident)).ShouldBe((false, false, false));
    }

    [Fact]
    public async Task Whoever_is_first_of_a_cancel_and_a_verification_at_once_it_is_open_in_the_end()
    {
        var (tib, jour) = (await product.As("tib"), await product.As("jour"));
        for (var round = 0; round < 5; round++)
        {
            var alarm = new CapMessage();
            var incident = await alarm.Take(tib);
            await Task.WhenAll(Verify(jour, incident), alarm.Cancel().Take(tib));
            (await Stand(jour, incident)).ShouldSatisfyAllConditions(s => s.Open.ShouldBeTrue(), s => s.Cancelled.ShouldBeFalse());
        }
    }

    [Fact]
    public async Task A_linked_one_is_marked_on_board_wall_page_and_report_and_keeps_its_words_when_it_is_linked_again()
    {
        var (tib, jour, vd) = (await product.As("tib"), await product.As("jour"), await product.As("vd"));
        var alarm = new CapMessage { Text = "Källaren fylls av vatten." };
        var incident = await alarm.Take(tib);
        var crisis = await vd.DeclareCrisis(Guid.Parse(incident));
        await Verify(jour, incident);
        await alarm.Cancel().Take(tib);

        var board = await Eventually.Is(() => OnBoard(vd, crisis), i => i["cancelledBySender"]!.GetValue<bool>());
        (board["open"]!.GetValue<bool>(), board["text"]!.ToString()).ShouldBe((true, alarm.Text));
        board["latest"]!["kind"]!.ToString().ShouldBe("alarm-cancellation");
        using var browsing = await Browsing.As("vd", product);
        foreach (var page in new[] { $"/live/incidents/{incident}", $"/live/crises/{crisis}" })
        {
            var html = await Page(browsing, page);
            html.ShouldContain(Mark);
            html.ShouldContain(alarm.Text);
            html.ShouldContain("Larm återtaget");
        }

        var report = (await vd.Get($"/crises/{crisis}/after-action")).Json["incidents"]!.AsArray().Single()!;
        (report["cancelledBySender"]!.GetValue<bool>(), report["text"]!.ToString()).ShouldBe((true, alarm.Text));

        (await vd.Delete($"/crises/{crisis}/incidents/{incident}", new { why = "Annan kris" })).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Post($"/crises/{crisis}/incidents", new { incidentId = incident })).ShouldBe(HttpStatusCode.NoContent);
        var again = await OnBoard(vd, crisis);
        (again["text"]!.ToString(), again["last"], again["cancelledBySender"]!.GetValue<bool>()).ShouldBe((alarm.Text, null, true));
        again["latest"]!["by"]!.ToString().ShouldBe("tib");
    }

    private static async Task Verify(Caller caller, string incident) =>
        (await caller.Post($"/incidents/{incident}/verification", new { verified = true, text = "Vi ser det" })).ShouldBe(
            HttpStatusCode.NoContent
        );

    private static async Task<(bool Open, bool Cancelled, bool Marked)> Stand(Caller caller, string incident)
    {
        var json = (await caller.Get($"/incidents/{incident}")).Json;
        return (json["open"]!.GetValue<bool>(), json["cancelled"]!.GetValue<bool>(), json["cancelledBySender"]!.GetValue<bool>());
    }

    private static async Task<JsonNode> OnBoard(Caller caller, Guid crisis) =>
        (await caller.Get($"/crises/{crisis}/board")).Json["incidents"]!.AsArray().Single()!;

    private static async Task<string> Page(Browsing browsing, string path) =>
        WebUtility.HtmlDecode(await (await browsing.Get(path)).EnsureSuccessStatusCode().Content.ReadAsStringAsync());
}
