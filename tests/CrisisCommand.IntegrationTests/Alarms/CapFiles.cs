using System.Text.Json;
using System.Xml;
using System.Xml.Schema;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>Real CAP files of others, beside the repository and never in it.</summary>
internal static class CapFiles
{
    public static readonly string? Folder = Find();

    public static void Require() =>
        Assert.SkipUnless(Folder is not null, "no ../shared/data beside the repository: real CAP files are not here");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder!, name));

    /// <summary>One row of CAP_MANIFEST.tsv for each file, its columns by name.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Manifest()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder!, "CAP_MANIFEST.tsv")).Where(line => line.Length > 0).ToList();
        var columns = lines[0].Split('\t');
        return lines.Skip(1).Select(line => columns.Zip(line.Split('\t')).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    /// <summary>What the conformance suite says of its files: reason and XPath of each fault; none: to be accepted.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<(string Reason, string Path)>> Expected()
    {
        using var json = JsonDocument.Parse(Bytes("cap-invalid/EXPECTED.json"));
        return json
            .RootElement.EnumerateArray()
            .ToDictionary(
                row => "cap-invalid/" + row.GetProperty("file").GetString(),
                row =>
                    (IReadOnlyList<(string, string)>)
                        [
                            .. row.GetProperty("expected_reasons")
                                .EnumerateArray()
                                .Zip(
                                    row.GetProperty("xpaths").EnumerateArray(),
                                    (reason, path) => (reason.GetString()!.ToLowerInvariant().Replace('_', '-'), path.GetString()!)
                                ),
                        ]
            );
    }

    /// <summary>Faults by the OASIS schema.</summary>
    public static IReadOnlyList<string> SchemaFaults(byte[] xml)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        using (var schema = XmlReader.Create(new MemoryStream(Bytes("cap-schema/em-serializers_CAP-v1.2-os.xsd"))))
        {
            settings.Schemas.Add("urn:oasis:names:tc:emergency:cap:1.2", schema);
        }

        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, e) => faults.Add(e.Message);
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        while (reader.Read()) { }

        return faults;
    }

    private static string? Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "CrisisCommand.sln")))
        {
            at = at.Parent;
        }

        var folder = at is null ? null : Path.Combine(at.FullName, "..", "shared", "data");
        return Directory.Exists(folder) ? folder : null;
    }
}
