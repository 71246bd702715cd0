using System.Text;
using System.Text.RegularExpressions;

namespace CrisisCommand.Alarms.Cap;

/// <summary>
/// Reads CAP 1.2 (and 1.1, 1.0) in XML: an alert, or the alerts inside an EDXL-DE distribution, an `alerts` root as SMHI sends it,
/// or an Atom or RSS feed. Elements are found by name. What is merely against the standard is accepted and reported; only what
/// makes the alarm ambiguous or the document dangerous is refused. Never throws for what the sender wrote.
/// </summary>
public static partial class CapXml
{
    // A wrapper of SMHI's holds some twenty; a feed of a whole continent a few hundred.
    private const int MaxAlerts = 1000;
    private const int LongestDeclaration = 200;

    private static readonly string[] Wrappers = ["EDXLDistribution", "edxlDistribution", "alerts", "feed", "rss", "RDF"];

    /// <summary>Reads a document that is in memory, as an alarm is whose raw bytes are kept for the auditor (C9).</summary>
    /// <param name="charset">Of the Content-Type: it goes before what the document says of itself, a byte order mark alone goes before it (RFC 7303 §3.2).</param>
    public static CapReading Read(ReadOnlyMemory<byte> xml, string? charset = null)
    {
        var text = charset is null ? null : CapXmlTree.Named(charset);
        if (charset is not null && text is null)
            return CapReading.Refused(new(CapFaults.WrongEncoding, "/", $"{CapStructure.Shown(charset)} is no charset that we know"));
        var reading = Read(new MemoryStream(xml.ToArray(), writable: false), text);
        return text is null || Declared(xml.Span) is not { } declared || declared.Equals(text.WebName, StringComparison.OrdinalIgnoreCase)
            ? reading
            : Noted(
                reading,
                new(CapFaults.CharsetOfTransport, "/", $"read as {text.WebName}, which the Content-Type says, and not as {declared}")
            );
    }

    /// <summary>Reads synchronously, so give it a stream in memory, not the body of a request; an I/O fault of the stream is thrown on.</summary>
    public static CapReading Read(Stream xml) => Read(xml, null);

    private static CapReading Read(Stream xml, Encoding? text)
    {
        if (CapXmlTree.Read(xml, text, out var problem) is not { } root)
            return CapReading.Refused(problem ?? new(CapFaults.NotWellFormed, "/", "the document is empty"));
        if (root.Name != "alert" && Array.IndexOf(Wrappers, root.Name) < 0)
            return CapReading.Refused(
                new(CapFaults.NoAlert, root.Path, $"{CapStructure.Shown(root.Name)} is neither an alert nor a known wrapper")
            );
        var alerts = Alerts(root).Take(MaxAlerts + 1).ToList();
        if (alerts.Count > MaxAlerts)
            return CapReading.Refused(new(CapFaults.TooLarge, root.Path, $"more than {MaxAlerts} alerts in one document"));
        return alerts.Count > 0
            ? ReadAll(alerts, Read)
            : CapReading.Refused(new(CapFaults.NoAlert, root.Path, $"no CAP alert inside {CapStructure.Shown(root.Name)}"));
    }

    /// <summary>What the document says of its own encoding; null where it has no declaration that says any.</summary>
    private static string? Declared(ReadOnlySpan<byte> xml)
    {
        var start = Encoding.Latin1.GetString(xml[..Math.Min(xml.Length, LongestDeclaration)]);
        return DeclaredEncoding().Match(start) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    private static CapReading Noted(CapReading reading, CapFinding note) =>
        reading with
        {
            Alerts = [.. reading.Alerts.Select(received => received with { Deviations = [note, .. received.Deviations] })],
        };

    [GeneratedRegex("""\A\s*<\?xml\s[^>]*?encoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""")]
    private static partial Regex DeclaredEncoding();

    internal static CapReading ReadAll(List<CapElement> elements, Func<CapElement, CapFindings, CapAlert?> read)
    {
        var alerts = new List<ReceivedCapAlert>();
        var problems = new List<CapFinding>();
        var refused = new List<CapAlert>();
        foreach (var element in elements)
        {
            var findings = new CapFindings();
            if (read(element, findings) is { } alert)
                alerts.Add(new(alert, findings.Deviations));
            else if (findings.Answerable is { } answerable)
                refused.Add(answerable);
            problems.AddRange(findings.Problems);
        }
        return new([.. alerts], CapFindings.Cut(problems)) { RefusedAlerts = [.. refused] };
    }

    private static IEnumerable<CapElement> Alerts(CapElement element) =>
        element.Name == "alert" ? [element] : element.Elements.SelectMany(Alerts);

    private static CapAlert? Read(CapElement alert, CapFindings findings)
    {
        if (!CapSchema.IsCap(alert.Namespace))
        {
            findings.Refuse(CapFaults.WrongNamespace, alert, $"{CapStructure.Shown(alert.Namespace)} is no namespace of CAP");
            return null;
        }
        if (alert.WrittenNamespace is { } written)
            findings.Deviate(
                CapFaults.NamespaceForm,
                alert,
                written.Length == 0 ? "no namespace; taken as CAP 1.2" : CapStructure.Shown(written)
            );
        if (alert.Parent is { } wrapper)
            findings.Deviate(CapFaults.Enveloped, alert, $"taken out of {CapStructure.Shown(wrapper.Name)}");
        return CapAlertParser.Read(alert, findings);
    }
}
