using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>Small inputs that users of such systems stumbled over, as the city sends them (<c>../shared/data/cases</c>).</summary>
public class CaseFilesTests(Product product)
{
    [Theory]
    [InlineData("cap-several-infos/1-minor-first-extreme-second.xml", "explosion", "ragsved", "extreme", "Explosion i Rågsved")]
    [InlineData("cap-several-infos/2-swedish-mild-english-extreme.xml", "explosion", "ragsved", "extreme", "Explosion in Rågsved")]
    [InlineData("cap-several-infos/4-second-info-other-area-of-ours.xml", "water-damage", "skarholmen", "severe", "Vattenläcka Skärholmen")]
    [InlineData("vma-says-nothing/alarm.json", "gas-leak", "skarholmen", "severe", "Gasutsläpp i Skärholmen")]
    [InlineData("kind-from-words/alarm.xml", "water-damage", "skarholmen", "severe", "Översvämning")]
    [InlineData("kind-from-words/firewall.xml", "it-outage", null, "minor", "Firewall outage")]
    [InlineData("kind-from-words/ras.xml", "structural", "ragsved", "severe", "Rasrisk vid husfasad")]
    [InlineData("language-tags/sv_underscore.xml", "fire", null, "severe", "SVENSKA")]
    [InlineData("cap-refused-for-form/off0100.xml", "fire", "skarholmen", "severe", "Brand i flerfamiljshus")]
    [InlineData("cap-refused-for-form/spacetime.xml", "fire", "skarholmen", "severe", "Brand i flerfamiljshus")]
    [InlineData("cap-refused-for-form/circlespace.xml", "fire", "ragsved", "severe", "Brand i flerfamiljshus")]
    public async Task An_alarm_is_understood(string file, string kind, string? area, string severity, string headline)
    {
        CapFiles.Require();
        var incident = await Incident((await Post(file)).ShouldBe(HttpStatusCode.Created));

        (Text(incident, "kind"), Text(incident, "area"), Text(incident, "severity"), Text(incident, "headline")).ShouldBe(
            (kind, area, severity, headline)
        );
    }

    [Theory]
    [InlineData("cap-charset/lie3.xml", "application/xml; charset=utf-8")]
    [InlineData("cap-charset/ct-latin1.xml", "application/xml; charset=iso-8859-1")]
    public async Task The_header_s_charset_is_the_one_that_counts(string file, string mediaType)
    {
        CapFiles.Require();
        var incident = await Incident((await Post(file, mediaType)).ShouldBe(HttpStatusCode.Created));

        (Text(incident, "text"), Text(incident, "area"), Text(incident, "place")).ShouldBe(("Rök i trapphus", "hasselby", "Hässelby"));
    }

    [Fact]
    public async Task Every_area_of_ours_that_is_named_finds_it()
    {
        CapFiles.Require();
        var taken = (await Post("area-filter-one-only/multi-area.xml")).ShouldBe(HttpStatusCode.Created);

        var jour = await product.As("jour");
        (await Incident(taken))["areas"]!.AsArray().Select(a => a!.ToString()).ShouldBe(["hasselby", "ragsved", "skarholmen"]);
        foreach (var area in new[] { "hasselby", "ragsved", "skarholmen" })
        {
            (await jour.Get($"/incidents?area={area}&limit=200")).Text.ShouldContain(Text(taken.Json, "incidentId")!);
        }

        (await jour.Get("/incidents?area=hokarangen&limit=200")).Text.ShouldNotContain(Text(taken.Json, "incidentId")!);
    }

    [Theory]
    [InlineData("cap-expired/alarm.xml", "2020-11-28T07:00:00Z")]
    [InlineData("cap-expired/2-expired-last-year-minor.xml", "2025-11-28T05:00:00Z")]
    [InlineData("cap-expired/3-expires-before-sent.xml", "2026-11-28T05:45:23Z")]
    public async Task What_had_expired_is_kept_and_wakes_nobody(string file, string expires)
    {
        CapFiles.Require();
        var taken = (await Post(file)).ShouldBe(HttpStatusCode.Created);
        var later = (await new CapMessage().Post(await product.As("tib"))).ShouldBe(HttpStatusCode.Created);

        taken.Json["actionable"]!.GetValue<bool>().ShouldBeFalse();
        var incident = await Incident(taken);
        (Text(incident, "expires"), incident["open"]!.GetValue<bool>()).ShouldBe((expires, false));
        // What came after it has been looked at, so this has too.
        var jour = await product.As("jour");
        await Eventually.Is(() => jour.Get($"/incidents/{later.Json["incidentId"]}/alert"), r => r.Status == HttpStatusCode.OK);
        (await jour.Get($"/incidents/{taken.Json["incidentId"]}/alert")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_all_clear_ends_the_calling_and_leaves_the_incident_to_people()
    {
        CapFiles.Require();
        var raised = (await Post("cap-allclear/8a.xml")).ShouldBe(HttpStatusCode.Created);
        var jour = await product.As("jour");
        var alert = $"/incidents/{raised.Json["incidentId"]}/alert";
        await Eventually.Is(() => jour.Get(alert), r => r.Status == HttpStatusCode.OK && Text(r.Json, "status") == "waiting");

        var cleared = (await Post("cap-allclear/8b-allclear.xml")).ShouldBe(HttpStatusCode.Created);

        (Text(cleared.Json, "incidentId"), cleared.Json["actionable"]!.GetValue<bool>()).ShouldBe((Text(raised.Json, "incidentId"), false));
        await Eventually.Is(() => jour.Get(alert), r => Text(r.Json, "status") == "ended");
        var incident = await Incident(raised);
        (Text(incident, "passed"), incident["open"]!.GetValue<bool>()).ShouldBe(("all-clear", true));
    }

    [Theory]
    [InlineData("vma-cancel-clock/1-alert.json", "vma-cancel-clock/2-cancel-clock.json", "reference-time-differs")]
    [InlineData("vma-cancel-clock/3-alert.json", "vma-cancel-clock/4-cancel-incidents-only.json", "found-by-incidents")]
    public async Task A_cancel_that_names_its_alarm_badly_finds_it(string alert, string cancel, string deviation)
    {
        CapFiles.Require();
        var raised = (await Post(alert)).ShouldBe(HttpStatusCode.Created);

        var taken = await Post(cancel);

        (Text(taken.Json, "incidentId"), taken.Status).ShouldBe((Text(raised.Json, "incidentId"), HttpStatusCode.Created));
        taken.Json["deviations"]!.AsArray().Select(d => d!["code"]!.ToString()).ShouldContain(deviation);
        (await Incident(raised))["cancelled"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Blanks_in_a_reference_hide_no_alarm()
    {
        CapFiles.Require();
        var cancel = Encoding.UTF8.GetString(CapFiles.Bytes("cases/cap-refused-for-form/5b-cancel-space.xml"));
        var alarm = Encoding
            .UTF8.GetString(CapFiles.Bytes("cases/cap-allclear/8a.xml"))
            .Replace("<identifier>c8<", "<identifier>c5<", StringComparison.Ordinal);
        var tib = await product.As("tib");
        var raised = (await tib.PostBytes("/alarms", Encoding.UTF8.GetBytes(alarm), CapMessage.MediaType)).ShouldBe(HttpStatusCode.Created);

        var taken = await tib.PostBytes("/alarms", Encoding.UTF8.GetBytes(cancel), CapMessage.MediaType);

        Text(taken.Json, "incidentId").ShouldBe(Text(raised.Json, "incidentId"));
        (await Incident(raised))["cancelled"]!.GetValue<bool>().ShouldBeTrue();
    }

    private async Task<Reply> Post(string file, string? mediaType = null) =>
        await (await product.As("tib")).PostBytes(
            "/alarms",
            CapFiles.Bytes("cases/" + file),
            mediaType ?? (file.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : CapMessage.MediaType)
        );

    private async Task<JsonNode> Incident(Reply taken) =>
        (await (await product.As("jour")).Get($"/incidents/{taken.Json["incidentId"]}")).ShouldBe(HttpStatusCode.OK).Json;

    private static string? Text(JsonNode json, string name) => json[name]?.ToString();
}
