using System.Net;
using System.Xml.Linq;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.IntegrationTests.Timeline;

public class StaffingProofTests(Product product)
{
    private static readonly FunctionKey Log = new("documentation");

    [Fact]
    public async Task Every_function_is_accounted_for_from_the_convening_on()
    {
        var crisis = await CrisisOnRecord.Declare(product);
        await crisis.Vd.Staff(crisis.Id, "documentation", "documentation");
        await crisis.Append(new HandoverAccepted(Log, new("documentation"), new("documentation-1"), Mandate.Deputy));

        var read = (await crisis.Vd.Get($"/crises/{crisis.Id}/staffing-proof")).ShouldBe(HttpStatusCode.OK);
        var proof = read.Json;
        read.ETag.ShouldBe($"\"{proof["version"]}\"");
        proof["functions"]!.AsArray().Count.ShouldBe(9);
        var intervals = proof["functions"]!.AsArray().Single(f => f!["function"]!["key"]!.GetValue<string>() == "documentation")![
            "intervals"
        ]!.AsArray();
        intervals.Count.ShouldBe(3);
        var (awaited, first, second) = (intervals[0]!, intervals[1]!, intervals[2]!);
        (awaited["vacancy"]!["reason"]!.GetValue<string>(), awaited["vacancy"]!["person"]!["id"]!.GetValue<string>()).ShouldBe(
            ("awaiting-answer", "documentation")
        );
        (first["holder"]!["passing"]!.GetValue<string>(), second["holder"]!["passing"]!.GetValue<string>()).ShouldBe(
            ("staffed", "handed-over")
        );
        second["holder"]!["mandate"]!.GetValue<string>().ShouldBe("deputy");
        (first["from"]!.GetValue<DateTimeOffset>(), first["to"]!.GetValue<DateTimeOffset>()).ShouldBe(
            (awaited["to"]!.GetValue<DateTimeOffset>(), second["from"]!.GetValue<DateTimeOffset>())
        );

        // An auditor follows the interval into the journal.
        var journal = (await crisis.Vd.Get($"/crises/{crisis.Id}/journal?limit=200")).Json.AsArray();
        var begins = journal.Single(r => r!["eventId"]!.GetValue<Guid>() == first["begins"]!["eventId"]!.GetValue<Guid>())!;
        (begins["type"]!.GetValue<string>(), begins["version"]!.GetValue<long>()).ShouldBe(
            ("function_staffed", first["begins"]!["version"]!.GetValue<long>())
        );
    }

    [Fact]
    public async Task The_proof_has_a_version_and_is_for_those_who_may_know()
    {
        var crisis = await CrisisOnRecord.Declare(product);
        var path = $"/crises/{crisis.Id}/staffing-proof";
        var tag = (await crisis.Vd.Get(path)).ShouldBe(HttpStatusCode.OK).ETag!;
        (await crisis.Vd.Get(path, ("If-None-Match", tag))).ShouldBe(HttpStatusCode.NotModified);
        (await crisis.Vd.Get($"/crises/{Fresh.Id()}/staffing-proof")).ShouldBe(HttpStatusCode.NotFound);
        (await (await product.As("vd", "ovning")).Get(path)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("sv", "Bemanning per funktion")]
    [InlineData("en", "Staffing by function")]
    public async Task It_is_drawn_for_who_prefers_a_drawing(string language, string title)
    {
        var crisis = await CrisisOnRecord.Declare(product);
        var drawn = await crisis.Vd.Get($"/crises/{crisis.Id}/staffing-proof", ("Accept", "image/svg+xml"), ("Accept-Language", language));
        drawn.ShouldBe(HttpStatusCode.OK).ContentType!.ShouldStartWith("image/svg+xml");
        drawn.Header("Content-Security-Policy").ShouldBe("default-src 'none'; frame-ancestors 'none'");
        var svg = XDocument.Parse(drawn.Text).Root!;
        (svg.Name.LocalName, svg.Elements().First().Value).ShouldBe(("svg", title));
        svg.Descendants().Count(e => e.Name.LocalName == "text" && e.Value == "Krisledare (VD)").ShouldBe(language == "sv" ? 1 : 0);
    }

    [Fact]
    public async Task The_after_action_page_shows_the_drawing()
    {
        var crisis = await CrisisOnRecord.Declare(product);
        (await crisis.Vd.Get($"/crises/{crisis.Id}/after-action", ("Accept", "text/html"))).Text.ShouldContain("<svg");
        var report = (await crisis.Vd.Get($"/crises/{crisis.Id}/after-action")).Json;
        report["staffingProof"]!["functions"]!.AsArray().Count.ShouldBe(report["staffing"]!.AsArray().Count);
    }
}
