using System.Net;
using System.Text;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>CAP over HTTP: taken, repeated, in both realms (C3–C9).</summary>
public class ReceiveCapTests(Product product)
{
    [Fact]
    public async Task An_alarm_becomes_an_incident_with_all_that_it_says()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage
        {
            Area = "<areaDesc>Ekholmen 3, Skärholmen</areaDesc>",
            Text = "Åäö ÅÄÖ é 漢字 🚒 \u2013 'rök' &amp; damm",
        };

        var reply = (await alarm.Post(tib)).ShouldBe(HttpStatusCode.Created);

        reply.Json["actionable"]!.GetValue<bool>().ShouldBeTrue();
        reply.Json["deviations"]!.AsArray().ShouldBeEmpty();
        reply.Json["repeated"].ShouldBeNull();
        reply.Location.ShouldBe($"/api/live/incidents/{reply.Json["incidentId"]}");
        reply.ETag.ShouldBe("\"1\"");
        var incident = (await tib.Get(reply.Location!)).Json;
        incident["text"]!.GetValue<string>().ShouldBe("Åäö ÅÄÖ é 漢字 🚒 \u2013 'rök' & damm");
        incident["headline"]!.GetValue<string>().ShouldBe("Vattenläcka på Åsögatan");
        incident["instruction"]!.GetValue<string>().ShouldBe("Stäng huvudkranen.");
        incident["place"]!.GetValue<string>().ShouldBe("Ekholmen 3, Skärholmen");
        (incident["area"]!.GetValue<string>(), incident["kind"]!.GetValue<string>()).ShouldBe(("skarholmen", "water-damage"));
        (incident["severity"]!.GetValue<string>(), incident["source"]!.GetValue<string>()).ShouldBe(("severe", "cap"));
        incident["open"]!.GetValue<bool>().ShouldBeTrue();
        incident["alarms"]![0]!.GetValue<string>().ShouldBe(reply.Json["alarmId"]!.GetValue<string>());
        incident["log"]![0]!["words"]!.GetValue<string>().ShouldBe("Larm (Larmsystem (CAP)): Vattenläcka på Åsögatan");
    }

    [Fact]
    public async Task The_bytes_are_kept_as_they_came()
    {
        var tib = await product.As("tib");
        var latin = Encoding.Latin1.GetBytes(
            "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n" + new CapMessage().Xml.ReplaceLineEndings("\r\n")
        );
        var reply = (await tib.PostBytes("/alarms", latin, "text/xml; charset=iso-8859-1")).ShouldBe(HttpStatusCode.Created);

        var raw = (await tib.Get($"/alarms/{reply.Json["alarmId"]}/raw")).ShouldBe(HttpStatusCode.OK);

        raw.Bytes.ShouldBe(latin);
        // Browsers draw text/xml; a program is told what the sender called it.
        raw.ContentType.ShouldBe("application/cap+xml");
        raw.Header("X-Received-Content-Type").ShouldBe("text/xml; charset=iso-8859-1");
        (await (await product.As("tib", "ovning")).Get($"/alarms/{reply.Json["alarmId"]}/raw")).ShouldBe(HttpStatusCode.NotFound);
        (await tib.Get($"/alarms/{Fresh.Id()}/raw")).ShouldBe(HttpStatusCode.NotFound);
        (await tib.Get(reply.Location!)).Json["text"]!.GetValue<string>().ShouldBe("Källare fylls: håll er på övre våningar.");
    }

    [Fact]
    public async Task The_same_alarm_twice_is_one_incident_and_the_second_answer_says_so()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage();
        var first = (await alarm.Post(tib)).ShouldBe(HttpStatusCode.Created);

        var second = (await alarm.Post(tib)).ShouldBe(HttpStatusCode.OK);

        second.Json["repeated"]!.GetValue<bool>().ShouldBeTrue();
        foreach (var same in new[] { "incidentId", "alarmId", "actionable" })
        {
            second.Json[same]!.ToJsonString().ShouldBe(first.Json[same]!.ToJsonString());
        }

        second.Location.ShouldBe(first.Location);
        var log = (await tib.Get(first.Location!)).Json["log"]!.AsArray();
        log.Select(l => l!["kind"]!.GetValue<string>()).ShouldBe(["alarm_received", "alarm_repeated"]);
    }

    [Fact]
    public async Task The_same_key_replays_the_first_answer_and_repeats_nothing()
    {
        var tib = await product.As("tib");
        var (alarm, key) = (new CapMessage(), Fresh.Id().ToString());
        var first = (await alarm.Post(tib, key)).ShouldBe(HttpStatusCode.Created);
        var again = (await alarm.Post(tib, key)).ShouldBe(HttpStatusCode.Created);
        (again.Text, again.Replayed, again.ETag).ShouldBe((first.Text, true, first.ETag));
        (await tib.PostBytes("/alarms", [.. alarm.Bytes, (byte)'\n'], CapMessage.MediaType, key)).ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await tib.Get(first.Location!)).ETag.ShouldBe("\"1\"");
    }

    [Theory]
    [InlineData("live", "Actual", true)]
    [InlineData("live", "Exercise", false)]
    [InlineData("live", "Test", false)]
    [InlineData("live", "System", false)]
    [InlineData("live", "Draft", false)]
    [InlineData("ovning", "Exercise", true)]
    [InlineData("ovning", "Actual", false)]
    [InlineData("ovning", "Test", false)]
    [InlineData("ovning", "System", false)]
    [InlineData("ovning", "Draft", false)]
    public async Task Each_realm_acts_on_its_own_status_and_logs_the_others(string realm, string status, bool actionable)
    {
        var tib = await product.As("tib", realm);
        var reply = (await new CapMessage { Status = status, Note = "Havsörn" }.Post(tib)).ShouldBe(HttpStatusCode.Created);

        reply.Json["actionable"]!.GetValue<bool>().ShouldBe(actionable);
        var incident = (await tib.Get(reply.Location!)).ShouldBe(HttpStatusCode.OK).Json;
        incident["open"]!.GetValue<bool>().ShouldBe(actionable);
        var listed = (await tib.Get("/incidents?limit=200")).Json.AsArray().Select(i => i!["incidentId"]!.ToString());
        var logged = (await tib.Get("/incidents?limit=200&actionable=false")).Json.AsArray().Select(i => i!["incidentId"]!.ToString());
        (listed.Contains(incident["incidentId"]!.ToString()), logged.Contains(incident["incidentId"]!.ToString())).ShouldBe(
            (actionable, !actionable)
        );
        reply.Json["deviations"]!
            .AsArray()
            .Any(d => d!["code"]!.ToString() == "actual-in-exercise")
            .ShouldBe(realm != "live" && status == "Actual");
    }

    [Fact]
    public async Task A_term_of_a_later_standard_is_kept()
    {
        var tib = await product.As("tib");
        var reply = (await new CapMessage { Severity = "Catastrophic" }.Post(tib)).ShouldBe(HttpStatusCode.Created);
        var deviation = reply.Json["deviations"]!.AsArray().ShouldHaveSingleItem()!;
        deviation["code"]!.ToString().ShouldBe("invalid-enum-value");
        deviation["at"]!.ToString().ShouldBe("/alert[1]/info[1]/severity[1]");
        deviation["found"]!.ToString().ShouldBe("Catastrophic");
        var incident = (await tib.Get(reply.Location!)).Json;
        incident["severity"]!.ToString().ShouldBe("unknown");
        incident["messages"]![0]!["deviations"]![0]!["found"]!.ToString().ShouldBe("Catastrophic");
    }

    [Fact]
    public async Task Our_words_stay_out_of_the_events()
    {
        var tib = await product.As("tib");
        var text = $"Hemligt {Fresh.Id():N}";
        await new CapMessage { Text = text }.Take(tib);
        (await product.Scalar<long>($"select count(*) from crisis.mt_events where data::text like '%{text}%'")).ShouldBe(0);
        (await product.Scalar<long>($"select count(*) from crisis.mt_doc_opening where data::text like '%{text}%'")).ShouldBe(1);
    }
}
