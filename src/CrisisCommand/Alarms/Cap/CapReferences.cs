using System.Text.RegularExpressions;

namespace CrisisCommand.Alarms.Cap;

/// <summary>Reads the elements that are lists in one text: references, and the quoted words of addresses and incidents (CAP 1.2 §3.2.1).</summary>
internal static partial class CapReferences
{
    private static readonly char[] Whitespace = [' ', '\t', '\r', '\n'];

    /// <summary>Each message that is named is looked for, and awaited in a stream of its own.</summary>
    private const int Most = 500;

    public static CapList<CapReference> Read(CapElement? element, CapFindings findings)
    {
        if (element is null)
            return [];
        // Canada's NAADS sends `<references/>` on real alarms: as if it were not there.
        if (element.IsBlank)
        {
            findings.Deviate(CapFaults.EmptyElement, element, "references is empty; taken as absent");
            return [];
        }
        // Blanks beside a comma part nothing that belongs together: no name and no time begins or ends with one.
        var text = BesideComma().Replace(element.Text, ",");
        if (text != element.Text)
            findings.Deviate(CapFaults.SpaceInList, element, "blanks beside a comma; taken without them");
        var words = text.Split(Whitespace, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > Most)
        {
            findings.Refuse(CapFaults.InvalidReferences, element, $"{words.Length} messages are named; at most {Most} are taken");
            return [];
        }

        var references = Array.ConvertAll(words, word => One(word, element.Namespace));
        if (Array.IndexOf(references, null) is var bad and >= 0)
            findings.Refuse(CapFaults.InvalidReferences, element, $"{CapStructure.Shown(words[bad])} is not sender,identifier,sent");
        return [.. references.OfType<CapReference>()];
    }

    /// <summary>Words between spaces; a word with spaces in it stands in double quotes.</summary>
    public static CapList<string> Words(CapElement? element) =>
        element is null
            ? []
            : [.. QuotedWords().Matches(element.Text).Select(match => match.Value.Trim('"')).Where(word => word.Length > 0)];

    private static CapReference? One(string word, string ns)
    {
        if (ns == CapSchema.Namespace10)
            return One10(word);
        return word.Split(',') is [{ Length: > 0 } sender, { Length: > 0 } identifier, var sent] && CapTime.Parse(sent, out _) is { } time
            ? new(sender, identifier, time)
            : null;
    }

    private static CapReference? One10(string word) =>
        word.Split('/', 2) is [{ Length: > 0 } identifier, { Length: > 0 } sender] ? new(sender, identifier, Sent: null) : null;

    [GeneratedRegex(@"\s*,\s*")]
    internal static partial Regex BesideComma();

    [GeneratedRegex(@"""[^""]*""|[^\s""]+")]
    private static partial Regex QuotedWords();
}
