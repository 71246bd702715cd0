using System.Net;
using System.Text;
using System.Xml.Linq;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>The other forms of an alarm: wrapped, several, VMA JSON; and answers in CAP (C10, C12).</summary>
public class AlarmFormsTests(Product product)
{
    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";
    private static readonly (string, string) WantsCap = ("Accept", "application/cap+xml");

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/xml")]
    [InlineData("APPLICATION/CAP+XML; charset=UTF-8")]
    public async Task Every_media_type_of_xml_is_taken(string mediaType)
    {
        var tib = await product.As("tib");
        (await tib.PostBytes("/alarms", new CapMessage().Bytes, mediaType)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Another_media_type_and_a_missing_key_are_refused()
    {
        var tib = await product.As("tib");
        (await tib.PostBytes("/alarms", [1], "text/plain"))
            .ShouldBe(HttpStatusCode.UnsupportedMediaType)
            .Problem.ShouldBe("platform.unsupported-media-type");
        (await new CapMessage().Post(tib, key: ""))
            .ShouldBe(HttpStatusCode.BadRequest)
            .Problem.ShouldBe("platform.idempotency-key-missing");
    }

    [Fact]
    public async Task An_alarm_in_an_edxl_envelope_is_taken_out()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage();
        var wrapped = $"""
            <EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><contentObject><xmlContent><embeddedXMLContent>
            {alarm.Xml}
            </embeddedXMLContent></xmlContent></contentObject></EDXLDistribution>
            """;
        var reply = (await tib.PostBytes("/alarms", Encoding.UTF8.GetBytes(wrapped), "application/xml")).ShouldBe(HttpStatusCode.Created);
        reply.Json["deviations"]![0]!["code"]!.ToString().ShouldBe("enveloped");
        (await alarm.Post(tib)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_the_other_infos_say_is_told_with_the_message_and_to_nobody_who_may_not_read_it()
    {
        var (tib, jour, other) = (await product.As("tib"), await product.As("jour"), await product.NewMachine("other-center"));
        var alarm = new CapMessage();
        var second = """
            <info><language>sv-SE</language><category>Met</category><event>Vind</event><urgency>Future</urgency><severity>Minor</severity>
            <certainty>Possible</certainty><headline>Gul varning vind</headline><area><areaDesc>Gotland</areaDesc></area></info></alert>
            """;
        var xml = alarm.Xml.Replace("</alert>", second, StringComparison.Ordinal);
        var taken = (await tib.PostBytes("/alarms", Encoding.UTF8.GetBytes(xml), "application/xml")).ShouldBe(HttpStatusCode.Created).Json;

        taken["deviations"]!.AsArray().Select(d => d!["code"]!.ToString()).ShouldContain("several-infos");
        foreach (var reader in new[] { jour, tib })
        {
            var part = (await reader.Get($"/incidents/{taken["incidentId"]}")).Json["messages"]![0]!["parts"]!
                .AsArray()
                .ShouldHaveSingleItem()!;
            (part["kind"]!.ToString(), part["headline"]!.ToString(), part["place"]!.ToString(), part["severity"]!.ToString()).ShouldBe(
                ("storm", "Gul varning vind", "Gotland", "minor")
            );
        }

        (await other.Get($"/incidents/{taken["incidentId"]}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Several_alarms_in_one_document_are_each_taken_and_a_bad_one_drops_none()
    {
        var tib = await product.As("tib");
        var (known, bad, test) = (new CapMessage(), new CapMessage { Status = "Real" }, new CapMessage { Status = "Test" });
        await known.Take(tib);
        var fresh = new CapMessage();
        var feed = $"<alerts>{fresh.Xml}{bad.Xml}{known.Xml}{test.Xml}{fresh.Update().Xml}</alerts>";

        var reply = (await tib.PostBytes("/alarms", Encoding.UTF8.GetBytes(feed), "text/xml")).ShouldBe(HttpStatusCode.Created);

        var alarms = reply.Json["alarms"]!.AsArray();
        alarms.Select(a => a!["repeated"]?.GetValue<bool>() ?? false).ShouldBe([false, true, false, false]);
        alarms.Select(a => a!["actionable"]!.GetValue<bool>()).ShouldBe([true, true, false, true]);
        reply.Json["incidentId"]!.ToString().ShouldBe(alarms[0]!["incidentId"]!.ToString());
        alarms[3]!["incidentId"]!.ToString().ShouldBe(alarms[0]!["incidentId"]!.ToString());
        reply.Json["refused"]![0]!["pointer"]!.ToString().ShouldBe("/alerts[1]/alert[2]/status[1]");
        (await tib.PostBytes("/alarms", Encoding.UTF8.GetBytes(feed), "text/xml")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Vma_json_and_cap_xml_of_one_alarm_are_one_alarm()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage { Sender = "https://vmaapi.sr.se" };
        var json = $$"""
            {"timestamp": "2026-11-23T10:00:00+01:00", "alerts": [{
              "identifier": "{{alarm.Identifier}}", "sender": "{{alarm.Sender}}", "sent": "{{alarm.Sent}}", "status": "Actual",
              "msgType": "Alert", "scope": "Public", "references": null, "info": [{
                "language": "sv-SE", "category": "Infra", "event": "Vattenläcka", "urgency": "Immediate", "severity": "Severe",
                "certainty": "Observed", "headline": "Vattenläcka på Åsögatan", "description": "{{alarm.Text}}",
                "instruction": "Stäng huvudkranen.", "area": [{"areaDesc": "Södermalm", "geocode": []}]}]}]}
            """;
        var first = (await tib.Post("/alarms", json)).ShouldBe(HttpStatusCode.Created);
        (await tib.Get(first.Location!)).Json["source"]!.ToString().ShouldBe("vma");
        var second = (await alarm.Post(tib)).ShouldBe(HttpStatusCode.OK);
        second.Json["incidentId"]!.ToString().ShouldBe(first.Json["incidentId"]!.ToString());
        second.Json["alarmId"]!.ToString().ShouldBe(first.Json["alarmId"]!.ToString());
        second.Json["repeated"]!.GetValue<bool>().ShouldBeTrue();
        var bare = json[(json.IndexOf('[') + 1)..json.LastIndexOf(']')];
        (await tib.Post("/alarms", bare)).ShouldBe(HttpStatusCode.OK);
        (await tib.Post("/alarms", bare.Replace("\"Actual\"", "\"actual\""))).ShouldBe(HttpStatusCode.BadRequest).Json["errors"]![0]![
            "pointer"
        ]!
            .ToString()
            .ShouldBe("#/status");
    }

    [Fact]
    public async Task A_sender_who_asks_for_cap_is_acknowledged_in_cap()
    {
        var tib = await product.As("tib");
        var (alarm, key) = (new CapMessage { Status = "Exercise", Note = "Havsörn 2026" }, Fresh.Id().ToString());

        var reply = (await alarm.Post(tib, key, WantsCap)).ShouldBe(HttpStatusCode.Created);

        reply.ContentType.ShouldBe("application/cap+xml");
        reply.Location.ShouldNotBeNull();
        var ack = XDocument.Parse(reply.Text).Root!;
        string Of(string name) => ack.Element(Cap + name)?.Value ?? "";
        (Of("sender"), Of("msgType"), Of("status"), Of("note")).ShouldBe(("crisiscommand@localhost", "Ack", "Exercise", "Havsörn 2026"));
        Of("references").ShouldBe(alarm.Identity);
        var replayed = await alarm.Post(tib, key, WantsCap);
        (replayed.Text, replayed.ContentType, replayed.Replayed).ShouldBe((reply.Text, reply.ContentType, true));
        var repeated = (await alarm.Post(tib, null, WantsCap)).ShouldBe(HttpStatusCode.OK);
        XDocument.Parse(repeated.Text).Root!.Element(Cap + "msgType")!.Value.ShouldBe("Ack");
        CapFiles.Require();
        CapFiles.SchemaFaults(reply.Bytes).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_message_that_can_be_named_is_answered_with_a_cap_error_and_another_with_a_problem()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage { Area = "<areaDesc>X</areaDesc><circle>1,2 -3</circle>" };

        var reply = (await alarm.Post(tib, null, WantsCap)).ShouldBe(HttpStatusCode.BadRequest);

        reply.ContentType.ShouldBe("application/cap+xml");
        var error = XDocument.Parse(reply.Text).Root!;
        error.Element(Cap + "msgType")!.Value.ShouldBe("Error");
        error.Element(Cap + "references")!.Value.ShouldBe(alarm.Identity);
        error.Element(Cap + "note")!.Value.ShouldContain("invalid-circle /alert[1]/info[1]/area[1]/circle[1]");
        (await alarm.Post(tib)).ContentType!.ShouldStartWith("application/problem+json");
        var nameless = alarm with { Identifier = "a b" };
        (await nameless.Post(tib, null, WantsCap))
            .ShouldBe(HttpStatusCode.BadRequest)
            .Problem.ShouldBe("alarms.refused-invalid-identifier");
        CapFiles.Require();
        CapFiles.SchemaFaults(reply.Bytes).ShouldBeEmpty();
    }

    [Fact]
    public async Task Acknowledgements_that_come_to_us_are_filed_and_are_no_incident()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage();
        var incident = await alarm.Take(tib);
        foreach (var type in new[] { "Ack", "Error" })
        {
            var reply = (await (alarm.Update() with { MsgType = type, Note = "ok" }).Post(tib)).ShouldBe(HttpStatusCode.Created);
            reply.Json["actionable"]!.GetValue<bool>().ShouldBeFalse();
            reply.Json["incidentId"].ShouldBeNull();
            var filed = $"/alarms/{reply.Json["alarmId"]}";
            (await tib.Get(filed)).Json["state"]!.GetValue<string>().ShouldBe("filed");
            (await tib.Get(filed + "/raw")).ShouldBe(HttpStatusCode.OK);
        }

        (await tib.Get($"/incidents/{incident}")).ETag.ShouldBe("\"1\"");
    }
}
