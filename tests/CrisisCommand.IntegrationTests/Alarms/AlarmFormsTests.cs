using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>The other forms of an alarm: wrapped, several, VMA JSON, typed; and answers in CAP (C10, C12).</summary>
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
                "certainty": "Observed", "description": "{{alarm.Text}}", "area": [{"areaDesc": "Hela landet", "geocode": []}]}]}]}
            """;
        var first = (await tib.Post("/alarms", json)).ShouldBe(HttpStatusCode.Created);
        (await tib.Get(first.Location!)).Json["source"]!.ToString().ShouldBe("vma");
        var second = (await alarm.Post(tib)).ShouldBe(HttpStatusCode.OK);
        second.Json["incidentId"]!.ToString().ShouldBe(first.Json["incidentId"]!.ToString());
        second.Json["alarmId"]!.ToString().ShouldBe(first.Json["alarmId"]!.ToString());
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
        var (alarm, key) = (new CapMessage { Status = "Exercise", Note = "Havsörn 2026" }, Guid.CreateVersion7().ToString());

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
    public async Task Acknowledgements_that_come_to_us_are_logged_only()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage();
        var incident = await alarm.Take(tib);
        foreach (var type in new[] { "Ack", "Error" })
        {
            var reply = (await (alarm.Update() with { MsgType = type, Note = "ok" }).Post(tib)).ShouldBe(HttpStatusCode.Created);
            reply.Json["actionable"]!.GetValue<bool>().ShouldBeFalse();
            reply.Json["incidentId"]!.ToString().ShouldNotBe(incident);
        }

        (await tib.Get($"/incidents/{incident}")).ETag.ShouldBe("\"1\"");
    }

    [Fact]
    public async Task A_typed_alarm_is_taken_and_repeated_by_source_and_identifier()
    {
        var tib = await product.As("tib");
        var identifier = $"2026/{Guid.CreateVersion7()}";
        var alarm = Typed(
            ("identifier", identifier),
            ("caller", "Grannen på tvåan"),
            ("area", "skarholmen"),
            ("occurredAt", "2026-01-02T03:04:05+01:00")
        );

        var first = (await tib.Post("/alarms", alarm)).ShouldBe(HttpStatusCode.Created);
        var second = (await tib.Post("/alarms", alarm)).ShouldBe(HttpStatusCode.OK);
        var otherSource = (await tib.Post("/alarms", Typed(("identifier", identifier), ("source", "sos")))).ShouldBe(
            HttpStatusCode.Created
        );

        second.Json["incidentId"]!.ToString().ShouldBe(first.Json["incidentId"]!.ToString());
        second.Json["repeated"]!.GetValue<bool>().ShouldBeTrue();
        otherSource.Json["incidentId"]!.ToString().ShouldNotBe(first.Json["incidentId"]!.ToString());
        var incident = (await tib.Get(first.Location!)).Json;
        (incident["place"]!.ToString(), incident["text"]!.ToString(), incident["area"]!.ToString()).ShouldBe(
            ("Ekholmen 3", "Rök i trapphus", "skarholmen")
        );
        incident["occurredAt"]!.ToString().ShouldBe("2026-01-02T02:04:05Z");
        (incident["source"]!.ToString(), incident["kind"]!.ToString(), incident["headline"]).ShouldBe(("tib", "fire", null));
        incident["messages"]![0]!["caller"]!.ToString().ShouldBe("Grannen på tvåan");
        (await tib.Get($"/alarms/{first.Json["alarmId"]}/raw")).Text.ShouldBe(alarm);
    }

    [Fact]
    public async Task Typed_alarms_without_an_identifier_are_as_many_as_come()
    {
        var jour = await product.As("jour");
        var first = (await jour.Post("/alarms", Typed(("source", "jour")))).ShouldBe(HttpStatusCode.Created);
        var second = (await jour.Post("/alarms", Typed(("source", "jour")))).ShouldBe(HttpStatusCode.Created);
        second.Json["incidentId"]!.ToString().ShouldNotBe(first.Json["incidentId"]!.ToString());
        (await jour.Get($"/alarms/{second.Json["alarmId"]}/raw")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("source", "\"cap\"", "#/source")]
    [InlineData("source", "\"granne\"", "#/source")]
    [InlineData("source", "3", "#/source")]
    [InlineData("kind", "\"flod\"", "#/kind")]
    [InlineData("kind", "\"Brand!\"", "#/kind")]
    [InlineData("area", "\"sodermalm\"", "#/area")]
    [InlineData("place", "\"\"", "#/place")]
    [InlineData("place", "null", "#/place")]
    [InlineData("text", "7", "#/text")]
    [InlineData("text", "\"a\\u0000b\"", "#/text")]
    [InlineData("occurredAt", "\"2999-01-01T00:00:00Z\"", "#/occurredAt")]
    [InlineData("occurredAt", "\"2026-01-01T00:00:00\"", "#/occurredAt")]
    [InlineData("identifier", "\"\"", "#/identifier")]
    [InlineData("identifier", "\"a\\u0000b\"", "#/identifier")]
    [InlineData("identifier", "12", "#/identifier")]
    [InlineData("caller", "{}", "#/caller")]
    [InlineData("colour", "\"red\"", "#/colour")]
    public async Task A_wrong_field_of_a_typed_alarm_is_named(string field, string value, string pointer)
    {
        var tib = await product.As("tib");
        var alarm = JsonNode.Parse(Typed())!.AsObject();
        alarm[field] = JsonNode.Parse(value);

        var reply = (await tib.Post("/alarms", alarm.ToJsonString())).ShouldBe(HttpStatusCode.BadRequest);

        reply.Json["errors"]!.AsArray().Select(e => e!["pointer"]!.ToString()).ShouldBe([pointer]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{\"alerts\": []}")]
    [InlineData("{\"identifier\": \"x\", \"msgType\": \"Alert\"}")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\ud800\": 1}")]
    public async Task Json_that_is_no_alarm_is_a_bad_request(string json)
    {
        var tib = await product.As("tib");
        (await tib.PostBytes("/alarms", Encoding.UTF8.GetBytes(json), "application/json")).ShouldBe(HttpStatusCode.BadRequest);
    }

    private static string Typed(params (string Name, string Value)[] more)
    {
        var alarm = new JsonObject
        {
            ["source"] = "tib",
            ["kind"] = "fire",
            ["place"] = "Ekholmen 3",
            ["text"] = "Rök i trapphus",
        };
        foreach (var (name, value) in more)
        {
            alarm[name] = value;
        }

        return alarm.ToJsonString();
    }
}
