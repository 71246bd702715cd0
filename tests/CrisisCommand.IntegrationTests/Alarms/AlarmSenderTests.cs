using System.Net;
using CrisisCommand.IntegrationTests.Crises;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>An alarm is its authenticated sender's, in every form: nobody else takes it back, covers it or swallows it.</summary>
public class AlarmSenderTests(Product product)
{
    [Fact]
    public async Task A_cancel_by_anybody_else_is_kept_as_a_claim_and_the_alarm_stands()
    {
        var (tib, jour, other) = (await product.As("tib"), await product.As("jour"), await product.Newcomer("employee"));
        var alarm = new CapMessage();
        var incident = await alarm.Take(tib);

        var cancel = alarm.Cancel();
        var claim = (await cancel.Post(other)).ShouldBe(HttpStatusCode.Created).Json;

        (claim["claim"]!.GetValue<bool>(), claim["actionable"]!.GetValue<bool>()).ShouldBe((true, false));
        claim["deviations"]![0]!["code"]!.ToString().ShouldBe("another-senders-alarm");
        claim["incidentId"]!.ToString().ShouldNotBe(incident);
        var seen = (await jour.Get($"/incidents/{incident}")).Json;
        (seen["open"]!.GetValue<bool>(), seen["cancelled"]!.GetValue<bool>()).ShouldBe((true, false));
        var conflict = seen["conflicts"]!.AsArray().ShouldHaveSingleItem()!;
        (conflict["by"]!.ToString(), conflict["claims"]!.ToString()).ShouldBe((other.Person, "cancel"));
        (conflict["claimId"]!.ToString(), conflict["incidentId"]!.ToString()).ShouldBe(
            (claim["alarmId"]!.ToString(), claim["incidentId"]!.ToString())
        );
        conflict["sender"]!.ToString().ShouldBe(cancel.Sender);
        seen["log"]!.AsArray().Select(l => l!["kind"]!.ToString()).ShouldBe(["alarm_received", "alarm_claimed"]);
        seen["messages"]!.AsArray().Select(m => m!["by"]!.ToString()).ShouldBe(["tib"]);
        (await jour.Get($"/alarms/{claim["alarmId"]}/raw")).ShouldBe(HttpStatusCode.OK).Bytes.ShouldBe(cancel.Bytes);
        (await tib.Get($"/incidents/{incident}")).Json["conflicts"]!.AsArray().ShouldBeEmpty();
        (await tib.Get($"/alarms/{claim["alarmId"]}/raw")).ShouldBe(HttpStatusCode.NotFound);
        (await cancel.Post(other)).ShouldBe(HttpStatusCode.OK).Json["claim"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_handles_incidents_takes_another_s_alarm_back()
    {
        var (tib, jour) = (await product.As("tib"), await product.As("jour"));
        var alarm = new CapMessage();
        var incident = await alarm.Take(tib);
        var cancel = (await alarm.Cancel().Post(jour)).ShouldBe(HttpStatusCode.Created).Json;
        (cancel["incidentId"]!.ToString(), cancel["claim"]).ShouldBe((incident, null));
        var seen = (await jour.Get($"/incidents/{incident}")).Json;
        (seen["cancelled"]!.GetValue<bool>(), seen["conflicts"]!.AsArray().Count).ShouldBe((true, 0));
    }

    [Fact]
    public async Task An_update_by_anybody_else_is_another_incident_and_covers_no_word()
    {
        var (tib, jour, other) = (await product.As("tib"), await product.As("jour"), await product.Newcomer("employee"));
        var alarm = new CapMessage();
        var incident = await alarm.Take(tib);
        var claim = (await alarm.Update().Post(other)).ShouldBe(HttpStatusCode.Created).Json;
        (claim["claim"]!.GetValue<bool>(), claim["actionable"]!.GetValue<bool>()).ShouldBe((true, true));
        var seen = (await jour.Get($"/incidents/{incident}")).Json;
        (seen["text"]!.ToString(), seen["conflicts"]![0]!["claims"]!.ToString()).ShouldBe((alarm.Text, "update"));
        (await jour.Get($"/incidents/{claim["incidentId"]}")).Json["text"]!.ToString().ShouldBe("Update 1");
    }

    private static Task<Reply> Typed(Caller caller, string identifier, string text) =>
        caller.Post(
            "/alarms",
            new
            {
                source = "tib",
                kind = "explosion",
                place = "Ekholmen 3",
                text,
                identifier,
            }
        );

    private static Task<Reply> Vma(Caller caller, string identifier, string text) =>
        caller.Post(
            "/alarms",
            $$"""
            {"alerts": [{"identifier": "{{identifier}}", "sender": "vma", "sent": "2026-11-23T10:00:00+01:00", "status": "Actual",
              "msgType": "Alert", "scope": "Public", "info": [{"language": "sv-SE", "category": ["Safety"], "event": "VMA",
              "urgency": "Immediate", "severity": "Extreme", "certainty": "Observed", "description": "{{text}}",
              "area": [{"areaDesc": "Skärholmen"}]}]}]}
            """
        );

    private static Task<Reply> Cap(Caller caller, string identifier, string text) =>
        new CapMessage { Identifier = identifier, Text = text }.Post(caller);

    private static Task<Reply> Send(string form, Caller caller, string identifier, string text) =>
        form switch
        {
            "cap" => Cap(caller, identifier, text),
            "vma" => Vma(caller, identifier, text),
            _ => Typed(caller, identifier, text),
        };

    [Theory]
    [InlineData("cap")]
    [InlineData("vma")]
    [InlineData("typed")]
    public async Task The_real_alarm_is_raised_though_somebody_was_there_first_under_its_name(string form)
    {
        var (tib, jour, squatter) = (await product.As("tib"), await product.As("jour"), await product.Newcomer("employee"));
        var identifier = $"E-{Fresh.Id():N}";
        var squatted = (await Send(form, squatter, identifier, "Prov")).ShouldBe(HttpStatusCode.Created).Json;

        var real = (await Send(form, tib, identifier, "Explosion, människor under rasmassor")).ShouldBe(HttpStatusCode.Created).Json;

        (real["actionable"]!.GetValue<bool>(), real["repeated"]).ShouldBe((true, null));
        real["incidentId"]!.ToString().ShouldNotBe(squatted["incidentId"]!.ToString());
        real["deviations"]!.AsArray().Select(d => d!["code"]!.ToString()).ShouldContain("name-of-another-sender");
        (await tib.Get($"/alarms/{real["alarmId"]}/raw")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("rasmassor");
        (await tib.Get($"/alarms/{squatted["alarmId"]}/raw")).ShouldBe(HttpStatusCode.NotFound);
        foreach (var (of, by) in new[] { (real, squatter.Person), (squatted, "tib") })
        {
            var seen = (await jour.Get($"/incidents/{of["incidentId"]}")).Json;
            seen["open"]!.GetValue<bool>().ShouldBeTrue();
            var conflict = seen["conflicts"]!.AsArray().ShouldHaveSingleItem()!;
            (conflict["by"]!.ToString(), conflict["claims"]!.ToString()).ShouldBe((by, "repeat"));
        }

        (await Send(form, tib, identifier, "Explosion, människor under rasmassor")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_claimant_who_asks_for_CAP_is_answered_with_an_error_and_the_sender_with_an_ack()
    {
        var (tib, other) = (await product.As("tib"), await product.Newcomer("employee"));
        var alarm = new CapMessage();
        await alarm.Take(tib);
        var claim = (await alarm.Cancel().Post(other, null, ("Accept", CapMessage.MediaType))).ShouldBe(HttpStatusCode.Created);
        claim.Text.ShouldContain("<msgType>Error</msgType>");
        claim.Text.ShouldContain("<note>another-senders-alarm");
        var own = (await alarm.Cancel().Post(tib, null, ("Accept", CapMessage.MediaType))).ShouldBe(HttpStatusCode.Created);
        own.Text.ShouldContain("<msgType>Ack</msgType>");
    }

    [Fact]
    public async Task Sixteen_squatters_and_the_sender_at_once_are_an_incident_each()
    {
        var tib = await product.As("tib");
        var squatters = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => product.Newcomer("employee")));
        for (var round = 0; round < 3; round++)
        {
            var alarm = new CapMessage();
            Caller[] all = [tib, .. squatters, tib, .. squatters];
            var replies = await Task.WhenAll(all.Select(c => alarm.Post(c)));
            replies.Count(r => r.Status == HttpStatusCode.Created).ShouldBe(5, string.Join('\n', replies.Select(r => r.Text)));
            replies.Count(r => r.Status == HttpStatusCode.OK).ShouldBe(5);
            var incidents = all.Zip(replies, (c, r) => (c.Person, Incident: r.Json["incidentId"]!.ToString())).Distinct().ToList();
            incidents.Count.ShouldBe(5);
            incidents.Select(i => i.Incident).Distinct().Count().ShouldBe(5);
        }
    }

    [Fact]
    public async Task What_a_person_was_told_by_telephone_stands_as_told_by_them()
    {
        var (tib, jour) = (await product.As("tib"), await product.As("jour"));
        var identifier = $"TEL-{Fresh.Id():N}";
        var told = (await Typed(jour, identifier, "TiB ringde: explosion")).ShouldBe(HttpStatusCode.Created);
        var sent = (await Typed(tib, identifier, "Explosion")).ShouldBe(HttpStatusCode.Created);

        var heard = (await jour.Get(told.Location!)).Json;
        (heard["source"]!.ToString(), heard["via"]!.ToString()).ShouldBe(("tib", "jour"));
        heard["log"]![0]!["words"]!.ToString().ShouldContain("via ");
        heard["messages"]![0]!["by"]!.ToString().ShouldBe("jour");
        var own = (await jour.Get(sent.Location!)).Json;
        (own["source"]!.ToString(), own["via"]).ShouldBe(("tib", null));
        own["log"]![0]!["words"]!.ToString().ShouldNotContain("via ");
    }

    [Fact]
    public async Task A_board_marks_the_claim_and_keeps_the_words()
    {
        var (tib, vd, other) = (await product.As("tib"), await product.As("vd"), await product.Newcomer("employee"));
        var alarm = new CapMessage();
        var incident = Guid.Parse(await alarm.Take(tib));
        var crisis = await vd.DeclareCrisis(incident);
        (await alarm.Cancel().Post(other)).ShouldBe(HttpStatusCode.Created);

        var board = await Eventually.Is(
            async () => (await vd.Get($"/crises/{crisis}/board")).Json,
            b => b["incidents"]![0]!["conflicts"]!.GetValue<int>() == 1
        );
        var shown = board["incidents"]![0]!;
        (shown["open"]!.GetValue<bool>(), shown["last"]?.ToString()).ShouldBe((true, "alarm"));
        board.ToJsonString().ShouldNotContain("Cancel 1");
    }
}
