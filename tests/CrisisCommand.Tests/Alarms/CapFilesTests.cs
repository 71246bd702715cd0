using System.Text.Json;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.Alarms;

/// <summary>What becomes of each real file. A change of any decision shows up in the approved table.</summary>
public class CapFilesTests
{
    private static readonly string Approved = Path.Combine(
        CapData.Root ?? "",
        "tests",
        "CrisisCommand.Tests",
        "Alarms",
        "CapFilesTests.approved.tsv"
    );

    [Fact]
    public void Every_real_file_is_decided_as_approved()
    {
        CapData.Require();
        var received = CapData.Manifest().Select(row => Decision(row["file"], row["xsd_os"])).ToList();
        var approved = File.ReadAllLines(Approved);
        received.Except(approved).ShouldBeEmpty("decided otherwise than approved");
        approved.Except(received).ShouldBeEmpty("approved, and no longer so");
    }

    [Fact]
    public void Every_schema_valid_real_file_is_accepted()
    {
        CapData.Require();
        // cap-invalid holds files that the schema lets through and the prose of the standard does not.
        var valid = CapData
            .Manifest()
            .Where(row => row["xsd_os"] == "VALID" && !row["file"].StartsWith("cap-invalid/", StringComparison.Ordinal));
        foreach (var row in valid)
        {
            var reading = CapXml.Read(CapData.Bytes(row["file"]));
            reading.Problems.ShouldBeEmpty(row["file"]);
            var alert = reading.Alerts.ShouldHaveSingleItem(row["file"]).Alert;
            alert.Sender.ShouldBe(row["sender"], row["file"]);
            alert.SentAsWritten.ShouldBe(row["sent"], row["file"]);
            (alert.Status.ToString(), alert.MsgType.ToString(), alert.Scope.ToString()).ShouldBe(
                (row["status"], row["msgType"], row["scope"])
            );
            alert.Infos.Count.ToString().ShouldBe(row["infos"], row["file"]);
            alert.Infos.Sum(info => info.Areas.Count).ToString().ShouldBe(row["areas"], row["file"]);
            alert.Infos.SelectMany(info => info.Areas).Sum(area => area.Circles.Count).ToString().ShouldBe(row["circles"], row["file"]);
            alert.References.Count.ToString().ShouldBe(row["refs"], row["file"]);
        }
    }

    public static TheoryData<string> ConformanceFiles() =>
        CapData.Folder is null ? new("cap-invalid is not here") : [.. Expected().Select(row => row.File)];

    [Theory]
    [MemberData(nameof(ConformanceFiles))]
    public void A_conformance_file_is_decided_as_its_suite_says(string file)
    {
        CapData.Require();
        var expected = Expected().Single(row => row.File == file);
        var reading = CapXml.Read(CapData.Bytes("cap-invalid/" + file));
        // Out of order is how krisinformation.se sends a VMA: named as the suite names it, but accepted.
        if (expected.Findings.Contains("invalid-sequence /alert[1]/info[1]/audience[1]"))
            expected.Findings.ShouldBeSubsetOf(reading.Deviations());
        else if (expected.Findings.Count == 0)
            reading.Problems.ShouldBeEmpty();
        else
            expected.Findings.ShouldBeSubsetOf(reading.Problems());
    }

    [Fact]
    public void A_circle_in_words_is_left_out_with_the_heights_that_stood_on_it()
    {
        CapData.Require();
        CapXml
            .Read(CapData.Bytes("cap-invalid/googletest_ParseStrictXsdValidation_1.xml"))
            .Deviations()
            .ShouldBe(
                [
                    "invalid-altitude-ceiling-range /alert[1]/info[1]/area[1]/ceiling[1]",
                    "unexpected-references /alert[1]/references[1]",
                    "invalid-circle /alert[1]/info[1]/area[1]/circle[1]",
                ],
                ignoreOrder: true
            );
    }

    private static List<(string File, List<string> Findings)> Expected()
    {
        using var json = JsonDocument.Parse(CapData.Bytes("cap-invalid/EXPECTED.json"));
        return [.. json.RootElement.EnumerateArray().Select(Row)];
    }

    private static (string, List<string>) Row(JsonElement row)
    {
        var codes = row.GetProperty("expected_reasons")
            .EnumerateArray()
            .Select(reason => reason.GetString()!.ToLowerInvariant().Replace('_', '-'));
        var paths = row.GetProperty("xpaths").EnumerateArray().Select(path => path.GetString());
        return (row.GetProperty("file").GetString()!, [.. codes.Zip(paths, (code, path) => $"{code} {path}")]);
    }

    private static string Decision(string file, string xsd)
    {
        var reading = CapXml.Read(CapData.Bytes(file));
        var verdict =
            reading.Alerts.Count == 0 ? "refused"
            : reading.Problems.Count == 0 ? "accepted"
            : "partly";
        var findings = reading.Problems.Concat(reading.Alerts.SelectMany(received => received.Deviations));
        var codes = findings.GroupBy(finding => finding.Code).Select(code => $"{code.Key}×{code.Count()}");
        return $"{file}\txsd {xsd}\t{verdict} {reading.Alerts.Count}\t{string.Join(' ', codes)}".TrimEnd();
    }
}
