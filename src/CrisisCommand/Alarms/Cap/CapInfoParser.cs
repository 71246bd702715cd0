using System.Globalization;
using System.Text.RegularExpressions;

namespace CrisisCommand.Alarms.Cap;

/// <summary>Reads what the alert says in one language (CAP 1.2 §3.2.2, §3.2.3).</summary>
internal static partial class CapInfoParser
{
    public static CapInfo Read(CapElement info, CapFindings findings)
    {
        CapStructure.Check(info, CapSchema.Info, findings);
        string? Text(string name) => CapValues.Text(info.Find(name), findings);
        DateTimeOffset? Time(string name) => CapValues.Time(info.Find(name), findings);
        return new()
        {
            Language = Language(info.Find("language"), findings),
            Categories = Terms<CapCategory>(info.All("category"), findings),
            Event = Text("event"),
            ResponseTypes = Terms<CapResponseType>(info.All("responseType"), findings),
            Urgency = CapValues.Term<CapUrgency>(info.Find("urgency"), findings),
            Severity = CapValues.Term<CapSeverity>(info.Find("severity"), findings),
            Certainty = CapValues.Term<CapCertainty>(info.Find("certainty"), findings),
            Audience = Text("audience"),
            EventCodes = CapValues.Named(info.All("eventCode"), findings),
            Effective = Time("effective"),
            Onset = Time("onset"),
            Expires = Time("expires"),
            SenderName = Text("senderName"),
            Headline = Text("headline"),
            Description = Text("description"),
            Instruction = Text("instruction"),
            Web = Text("web"),
            Contact = Text("contact"),
            Parameters = CapValues.Named(info.All("parameter"), findings),
            Resources = [.. info.All("resource").Select(resource => Resource(resource, findings))],
            Areas = [.. info.All("area").Select(area => CapAreaParser.Read(area, findings))],
        };
    }

    private static CapList<CapTerm<TTerm>> Terms<TTerm>(IEnumerable<CapElement> elements, CapFindings findings)
        where TTerm : struct, Enum => [.. elements.Select(element => CapValues.Term<TTerm>(element, findings)).OfType<CapTerm<TTerm>>()];

    private static string Language(CapElement? language, CapFindings findings)
    {
        if (language is null)
            return CapInfo.DefaultLanguage;
        if (language.IsBlank)
        {
            findings.Deviate(CapFaults.EmptyElement, language, "language is empty; CAP's default is taken");
            return CapInfo.DefaultLanguage;
        }
        if (!LanguageTag().IsMatch(language.Trimmed))
            findings.Deviate(
                CapFaults.InvalidLanguage,
                language,
                $"{CapStructure.Shown(language.Trimmed)} is no language tag; kept as text"
            );
        return language.Trimmed;
    }

    private static CapResource Resource(CapElement resource, CapFindings findings)
    {
        var known = resource.Namespace == CapSchema.Namespace12 ? CapSchema.Resource : CapSchema.OlderResource;
        CapStructure.Check(resource, known, findings);
        string? Text(string name) => CapValues.Text(resource.Find(name), findings);
        var size = Size(resource.Find("size"), findings);
        return new(Text("resourceDesc"), Text("mimeType"), size, Text("uri"), Text("derefUri"), Text("digest"));
    }

    private static long? Size(CapElement? size, CapFindings findings)
    {
        if (size is null)
            return null;
        if (long.TryParse(size.Trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes))
            return bytes;
        findings.Deviate(CapFaults.InvalidValue, size, $"{CapStructure.Shown(size.Text)} is no number of bytes; left out");
        return null;
    }

    [GeneratedRegex(@"\A[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*\z")]
    private static partial Regex LanguageTag();
}
