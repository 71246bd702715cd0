using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>Other content by a name that came before, over HTTP: kept, told, and repeated from then on.</summary>
public class OtherContentTests(Product product)
{
    [Fact]
    public async Task Other_content_of_a_cap_message_is_an_update_and_all_bytes_are_kept()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage { Severity = "Minor" };
        var worse = alarm with { Severity = "Extreme", Text = "Det brinner på fler våningar." };
        var first = (await alarm.Post(tib)).ShouldBe(HttpStatusCode.Created);

        var second = (await worse.Post(tib)).ShouldBe(HttpStatusCode.OK);

        second.Json["updated"]!.GetValue<bool>().ShouldBeTrue();
        (second.Json["repeated"], second.Json["incidentId"]!.ToString()).ShouldBe((null, first.Json["incidentId"]!.ToString()));
        second.Json["deviations"]!.AsArray().Select(d => d!["code"]!.ToString()).ShouldBe(["same-identity-other-content"]);
        var incident = (await tib.Get(first.Location!)).Json;
        (incident["severity"]!.ToString(), incident["text"]!.ToString(), incident["latest"]!["kind"]!.ToString()).ShouldBe(
            ("extreme", "Det brinner på fler våningar.", "alarm-update")
        );
        incident["log"]!.AsArray().Select(l => l!["kind"]!.ToString()).ShouldBe(["alarm_received", "alarm_updated"]);
        incident["messages"]!.AsArray().Select(m => m!["text"]!.ToString()).ShouldBe([alarm.Text, worse.Text]);
        (await tib.Get($"/alarms/{first.Json["alarmId"]}/raw")).Bytes.ShouldBe(alarm.Bytes);
        (await tib.Get($"/alarms/{second.Json["alarmId"]}/raw")).Bytes.ShouldBe(worse.Bytes);
        foreach (var (again, id) in new[] { (worse, second), (alarm, first), (worse, second) })
        {
            var repeated = (await again.Post(tib)).ShouldBe(HttpStatusCode.OK);
            (repeated.Json["repeated"]!.GetValue<bool>(), repeated.Json["updated"]).ShouldBe((true, null));
            repeated.Json["alarmId"]!.ToString().ShouldBe(id.Json["alarmId"]!.ToString());
        }
    }

    [Fact]
    public async Task The_same_message_written_otherwise_or_in_a_feed_is_repeated()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage();
        await alarm.Take(tib);
        (await tib.PostBytes("/alarms", [.. alarm.Bytes, (byte)'\n'], CapMessage.MediaType)).Json["repeated"]!
            .GetValue<bool>()
            .ShouldBeTrue();
        var feed = Encoding.UTF8.GetBytes($"<alerts>{alarm.Xml}{new CapMessage().Xml}</alerts>");
        var taken = (await tib.PostBytes("/alarms", feed, "text/xml")).ShouldBe(HttpStatusCode.Created).Json["alarms"]!.AsArray();
        taken.Select(a => a!["repeated"]?.GetValue<bool>()).ShouldBe([true, null]);
    }

    [Fact]
    public async Task A_key_belongs_to_its_bytes_and_another_key_brings_the_other_content()
    {
        var tib = await product.As("tib");
        var (alarm, key) = (new CapMessage(), Fresh.Id().ToString());
        var other = alarm with { Text = "Mer" };
        await alarm.Post(tib, key);
        (await other.Post(tib, key)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        var next = Fresh.Id().ToString();
        var updated = (await other.Post(tib, next)).ShouldBe(HttpStatusCode.OK);
        var replayed = await other.Post(tib, next);
        (replayed.Text, replayed.Replayed).ShouldBe((updated.Text, true));
    }

    [Fact]
    public async Task Other_content_sent_by_many_at_once_is_one_update()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage();
        var other = alarm with { Text = "Mer" };
        var incident = await alarm.Take(tib);
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => other.Post(tib)));
        replies.ShouldAllBe(r => r.Status == HttpStatusCode.OK);
        replies.Count(r => r.Json["updated"] is not null).ShouldBe(1, string.Join('\n', replies.Select(r => r.Text)));
        (await tib.Get($"/incidents/{incident}")).ETag.ShouldBe("\"9\"");
    }

    [Fact]
    public async Task Two_contents_of_a_new_alarm_at_once_are_one_incident_that_holds_both()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage();
        var replies = await Task.WhenAll(alarm.Post(tib), (alarm with { Text = "Mer" }).Post(tib));
        replies.Select(r => r.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Created]);
        replies.Count(r => r.Json["updated"] is not null).ShouldBe(1);
        replies.Select(r => r.Json["incidentId"]!.ToString()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_typed_alarm_is_followed_up_by_its_identifier()
    {
        var tib = await product.As("tib");
        var identifier = $"2026/{Fresh.Id()}";
        var first = (await tib.Post("/alarms", Typed(identifier, "Rök"))).ShouldBe(HttpStatusCode.Created);
        var second = (await tib.Post("/alarms", Typed(identifier, "Öppen låga"))).ShouldBe(HttpStatusCode.OK);

        (second.Json["updated"]!.GetValue<bool>(), second.Json["deviations"]!.AsArray().Count).ShouldBe((true, 0));
        var incident = (await tib.Get(first.Location!)).Json;
        (incident["text"]!.ToString(), incident["latest"]!["by"]!.ToString()).ShouldBe(("Öppen låga", "tib"));
        (await tib.Get($"/alarms/{second.Json["alarmId"]}/raw")).Text.ShouldBe(Typed(identifier, "Öppen låga"));
        var spaced = Typed(identifier, "Öppen låga").Replace(",\"", ", \"", StringComparison.Ordinal);
        (await tib.Post("/alarms", spaced)).ShouldBe(HttpStatusCode.OK).Json["repeated"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_sender_who_asks_in_cap_is_told_in_the_note()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage();
        await alarm.Take(tib);
        var ack = (await (alarm with { Text = "Mer" }).Post(tib, null, ("Accept", "application/cap+xml"))).ShouldBe(HttpStatusCode.OK);
        ack.Text.ShouldContain("<msgType>Ack</msgType>");
        ack.Text.ShouldContain("same-identity-other-content");
    }

    [Fact]
    public async Task Other_content_opens_a_closed_incident_and_a_cancelled_one_stays_cancelled()
    {
        var (tib, jour) = (await product.As("tib"), await product.As("jour"));
        var (closed, cancelled) = (new CapMessage(), new CapMessage());
        string[] incidents = [await closed.Take(tib), await cancelled.Take(tib)];
        (await jour.Post($"/incidents/{incidents[0]}/closure", new { text = "Släckt" })).ShouldBe(HttpStatusCode.NoContent);
        await cancelled.Cancel().Take(tib);

        (await (closed with { Text = "Mer" }).Post(tib)).Json["actionable"]!.GetValue<bool>().ShouldBeTrue();
        (await (cancelled with { Text = "Mer" }).Post(tib)).Json["actionable"]!.GetValue<bool>().ShouldBeFalse();

        (await jour.Get($"/incidents/{incidents[0]}")).Json["open"]!.GetValue<bool>().ShouldBeTrue();
        (await jour.Get($"/incidents/{incidents[1]}")).Json["open"]!.GetValue<bool>().ShouldBeFalse();
    }

    private static string Typed(string identifier, string text) =>
        new JsonObject
        {
            ["source"] = "tib",
            ["kind"] = "fire",
            ["place"] = "Ekholmen 3",
            ["text"] = text,
            ["identifier"] = identifier,
        }.ToJsonString();
}
