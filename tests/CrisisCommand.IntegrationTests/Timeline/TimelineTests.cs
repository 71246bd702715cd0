using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;
using Microsoft.AspNetCore.WebUtilities;

namespace CrisisCommand.IntegrationTests.Timeline;

public class TimelineTests(Product product)
{
    private static readonly DateTimeOffset Evening = DateTimeOffset.Parse("2026-10-01T18:00:00Z");

    [Fact]
    public async Task A_line_says_who_when_what_and_in_which_words()
    {
        var crisis = await CrisisOnRecord.Declare(product);
        var fact = (await crisis.Append(Entry("Tolv lägenheter utrymda", Evening)))[0];
        var line = Lines(await crisis.Timeline("?kinds=entry_written")).ShouldHaveSingleItem();
        line["eventId"]!.GetValue<Guid>().ShouldBe(fact.EventId);
        line["version"]!.GetValue<long>().ShouldBe(fact.Version);
        line["occurredAt"]!.GetValue<DateTimeOffset>().ShouldBe(Evening);
        line["recordedAt"]!.GetValue<DateTimeOffset>().ShouldBe(fact.RecordedAt);
        (line["by"]!.GetValue<string>(), line["kind"]!.GetValue<string>()).ShouldBe(("vd", "entry_written"));
        line["byName"]!.GetValue<string>().ShouldNotBeNullOrEmpty();
        line["words"]!.GetValue<string>().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_late_entry_and_a_correction_change_no_earlier_view()
    {
        var crisis = await CrisisOnRecord.Declare(product);
        var entry = (await crisis.Append(Entry("Tolv", Evening)))[0];
        var asOf = $"asOf={Uri.EscapeDataString(entry.RecordedAt.ToString("O"))}";
        var before = (await crisis.Timeline($"?{asOf}"), await crisis.Timeline($"?order=occurred&{asOf}"));

        var correction = (await crisis.Append(new EntryCorrected(entry.EventId, Text("Fjorton"), Text("Två till"))))[0];
        await crisis.Append(Entry("Tidigare", Evening.AddHours(-1), "Glömt"));

        var after = (await crisis.Timeline($"?{asOf}"), await crisis.Timeline($"?order=occurred&{asOf}"));
        (after.Item1.Text, after.Item2.Text).ShouldBe((before.Item1.Text, before.Item2.Text));
        var now = Lines(await crisis.Timeline("?order=occurred"));
        now[0]["words"]!.GetValue<string>().ShouldBe(now[0]["words"]!.GetValue<string>());
        now[0]["occurredAt"]!.GetValue<DateTimeOffset>().ShouldBe(Evening.AddHours(-1));
        now[1]["correctedBy"]!.GetValue<Guid>().ShouldBe(correction.EventId);
        now.Single(l => l["kind"]!.GetValue<string>() == "entry_corrected")["corrects"]!.GetValue<Guid>().ShouldBe(entry.EventId);
    }

    [Theory]
    [InlineData("recorded")]
    [InlineData("occurred")]
    public async Task Following_next_gives_each_line_once_while_new_ones_arrive(string order)
    {
        var crisis = await CrisisOnRecord.Declare(product);
        await crisis.Append([.. Enumerable.Range(0, 20).Select(n => Entry($"Rad {n}", Evening.AddMinutes(-n)))]);
        var expected = Lines(await crisis.Timeline("?limit=200")).Select(Id).ToList();
        var seen = new List<Guid>();
        for (var next = $"/api/live/crises/{crisis.Id}/timeline?order={order}&limit=4"; next is not null; )
        {
            var page = (await crisis.Vd.Get(next)).ShouldBe(HttpStatusCode.OK);
            seen.AddRange(Lines(page).Select(Id));
            next = CrisisOnRecord.Next(page);
            if (seen.Count < expected.Count)
            {
                await crisis.Append(Entry("Sent", Evening.AddHours(-1), "Glömt"));
            }
        }

        seen.ShouldBeUnique();
        expected.ShouldBeSubsetOf(seen);
    }

    [Fact]
    public async Task A_page_of_ten_thousand_events_is_a_page()
    {
        var crisis = await CrisisOnRecord.Declare(product);
        for (var batch = 0; batch < 10; batch++)
        {
            await crisis.Append([.. Enumerable.Range(0, 1000).Select(n => Entry($"Rad {n}", Evening.AddSeconds(-n)))]);
        }

        var seen = 0;
        for (var next = $"/api/live/crises/{crisis.Id}/timeline?limit=200"; next is not null && seen < 1000; )
        {
            var page = (await crisis.Vd.Get(next)).ShouldBe(HttpStatusCode.OK);
            Lines(page).Count.ShouldBe(200);
            seen += 200;
            next = CrisisOnRecord.Next(page);
        }

        Lines(await crisis.Timeline("?after=r.10000")).Count.ShouldBe(11);
        Lines(await crisis.Timeline("?order=occurred&limit=50")).Count.ShouldBe(50);
    }

    [Theory]
    [InlineData("order=late", "order")]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2026-10-01T18:00:00", "to")]
    [InlineData("asOf=2026-13-01T18:00:00Z", "asOf")]
    [InlineData("from=2026-10-02T00:00:00Z&to=2026-10-01T00:00:00Z", "to")]
    [InlineData("kinds=entry_written,nonsense", "kinds")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("after=nowhere", "after")]
    public async Task A_bad_parameter_is_refused_by_its_name(string query, string parameter)
    {
        var crisis = await CrisisOnRecord.Declare(product);
        foreach (var list in new[] { "timeline", "journal" })
        {
            var refused = (await crisis.Vd.Get($"/crises/{crisis.Id}/{list}?{query}")).ShouldBe(HttpStatusCode.BadRequest);
            refused.Json["errors"]![0]!["pointer"]!.GetValue<string>().ShouldBe(parameter);
            refused.Json["detail"]!.GetValue<string>().ShouldContain(parameter);
        }
    }

    [Fact]
    public async Task What_is_no_crisis_here_is_not_found()
    {
        var vd = await product.As("vd");
        var incident = (
            await vd.Post(
                "/incidents",
                new
                {
                    kind = "fire",
                    place = "A",
                    text = "B",
                }
            )
        ).Json["incidentId"]!.GetValue<Guid>();
        foreach (var id in new[] { Fresh.Id(), incident })
        {
            foreach (var list in new[] { "timeline", "journal", "after-action" })
            {
                (await vd.Get($"/crises/{id}/{list}")).ShouldBe(HttpStatusCode.NotFound);
            }
        }
    }

    [Fact]
    public async Task An_auditor_recomputes_every_commitment_and_an_erased_text_has_no_opening()
    {
        var crisis = await CrisisOnRecord.Declare(product);
        await crisis.Append(Entry("Kvar", Evening, "Glömt"), Entry("Gallras", Evening));
        await Product.Sql(product.ConnectionString, "delete from crisis.mt_doc_opening where data->>'words' = 'Gallras'");

        var records = Lines(await crisis.Vd.Get($"/crises/{crisis.Id}/journal"));
        records.Select(r => r["version"]!.GetValue<long>()).ShouldBe(Enumerable.Range(1, records.Count).Select(v => (long)v));
        var (kept, erased) = (records[^2], records[^1]);
        kept["type"]!.GetValue<string>().ShouldBe("entry_written");
        kept["data"]!["text"]!["c"]!.GetValue<string>().ShouldBe(kept["openings"]![0]!["commitment"]!.GetValue<string>());
        foreach (var opening in records.SelectMany(r => r["openings"]!.AsArray()))
        {
            Recompute(opening!).ShouldBe(opening!["commitment"]!.GetValue<string>());
        }

        erased["openings"]!.AsArray().ShouldBeEmpty();
        erased["data"]!["text"]!["c"]!.GetValue<string>().Length.ShouldBe(43);
        records[0]["commandId"]!.GetValue<string>().ShouldNotBeNullOrEmpty();
        (records[0]["realm"]!.GetValue<string>(), records[0]["by"]!.GetValue<string>()).ShouldBe(("live", "vd"));
    }

    private static string Recompute(JsonNode opening) =>
        WebEncoders.Base64UrlEncode(
            HMACSHA256.HashData(
                WebEncoders.Base64UrlDecode(opening["salt"]!.GetValue<string>()),
                Encoding.UTF8.GetBytes("CrisisCommand/text/v1\0" + opening["words"]!.GetValue<string>())
            )
        );

    private static EntryWritten Entry(string text, DateTimeOffset happened, string? late = null) =>
        new(happened, Text(text), EntryCategory.Observation, late is null ? null : Text(late));

    private static CommittedText Text(string words) => CommittedText.Commit(words);

    private static List<JsonNode> Lines(Reply reply) => [.. reply.ShouldBe(HttpStatusCode.OK).Json.AsArray().Select(n => n!)];

    private static Guid Id(JsonNode line) => line["eventId"]!.GetValue<Guid>();
}
