using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>An alarm that somebody typed: taken, repeated, and each wrong field named (C10).</summary>
public class TypedAlarmTests(Product product)
{
    [Fact]
    public async Task A_typed_alarm_is_taken_and_repeated_by_source_and_identifier()
    {
        var tib = await product.As("tib");
        var identifier = $"2026/{Fresh.Id()}";
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
