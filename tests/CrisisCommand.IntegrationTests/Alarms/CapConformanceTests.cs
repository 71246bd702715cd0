using System.Net;
using System.Text.Json.Nodes;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>Every real file, and every file of a parser's own conformance suite, over HTTP (C1, C2, C6).</summary>
public class CapConformanceTests(Product product)
{
    // Out of order is how krisinformation.se sends a VMA: named as the suite names it, but accepted (standards.md §1.4).
    private const string OutOfOrder = "cap-invalid/googletest_ParseInfoOutOfOrderIsInvalid_1.xml";

    public static TheoryData<string> Files() =>
        CapFiles.Folder is null ? new("the files are not here") : [.. CapFiles.Manifest().Select(row => row["file"])];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_taken_or_refused_as_the_standard_and_its_suite_say(string file)
    {
        CapFiles.Require();
        var row = CapFiles.Manifest().Single(r => r["file"] == file);
        var tib = await product.As("tib");

        var reply = await tib.PostBytes("/alarms", CapFiles.Bytes(file), "application/cap+xml");

        if (CapFiles.Expected().TryGetValue(file, out var expected))
        {
            ShouldBeAsExpected(file, reply, expected);
        }
        else if (row["xsd_os"] == "VALID")
        {
            ((int)reply.Status).ShouldBeOneOf(200, 201);
        }

        await ShouldBeSound(reply, row["status"], tib);
    }

    private static void ShouldBeAsExpected(string file, Reply reply, IReadOnlyList<(string Reason, string Path)> expected)
    {
        if (file == OutOfOrder)
        {
            reply.Json["deviations"]!
                .AsArray()
                .Select(d => Show(d!, "code", "at"))
                .ShouldContain($"{expected[0].Reason} {expected[0].Path}");
            return;
        }

        if (expected.Count == 0)
        {
            ((int)reply.Status).ShouldBeOneOf(200, 201);
            return;
        }

        reply.ShouldBe(HttpStatusCode.BadRequest);
        var errors = reply.Json["errors"]!.AsArray().Select(e => Show(e!, "detail", "pointer")).ToList();
        foreach (var (reason, path) in expected)
        {
            errors.ShouldContain(e => e.StartsWith(reason + ": ") && e.EndsWith(" " + path));
        }
    }

    private static string Show(JsonNode node, string first, string second) => $"{node[first]} {node[second]}";

    private static async Task ShouldBeSound(Reply reply, string status, Caller tib)
    {
        ((int)reply.Status).ShouldBeOneOf([200, 201, 400], reply.Text);
        if (reply.Status == HttpStatusCode.BadRequest)
        {
            reply.Problem.ShouldNotBeNull().ShouldStartWith("alarms.refused-");
            return;
        }

        var incident = (await tib.Get(reply.Location!)).ShouldBe(HttpStatusCode.OK).Json;
        incident["incidentId"]!.GetValue<string>().ShouldBe(reply.Json["incidentId"]!.GetValue<string>());
        // The manifest knows the status of bare alerts only; and the suite uses one identity for many files, the first of which counts.
        if (status is not ("" or "Actual") && reply.Json["repeated"] is null)
        {
            reply.Json["actionable"]!.GetValue<bool>().ShouldBeFalse();
        }
    }
}
