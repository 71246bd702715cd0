using System.Collections.Immutable;
using System.Globalization;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using Markdig.Extensions.Yaml;

namespace CrisisCommand.Manual;

/// <summary>What stands between the two lines of hyphens at the top of a card: <c>title</c>, <c>number</c>, <c>kinds</c>, <c>revised</c> and, where there is one, <c>note</c>.</summary>
internal sealed record FrontMatter(string Title, int Number, ImmutableArray<IncidentKind> Kinds, DateOnly Revised, string? Note)
{
    private const string Every = "all";
    private static readonly string[] Known = ["title", "number", "kinds", "revised", "note"];

    public static FrontMatter Read(YamlFrontMatterBlock? block, ReferenceData reference, Action<int, string> fault)
    {
        if (block is null)
        {
            fault(1, "the card begins with its front matter, between two lines of ---");
            return new("", 0, [], default, null);
        }

        var lines = Lines(block, fault);
        foreach (var missing in Known[..^1].Where(k => !lines.ContainsKey(k)))
        {
            fault(block.Line + 1, $"'{missing}' is missing");
        }

        return new(
            lines.GetValueOrDefault("title").Value ?? "",
            NumberOf(lines, fault),
            KindsOf(lines, reference, fault),
            RevisedOf(lines, fault),
            lines.GetValueOrDefault("note").Value
        );
    }

    private static Dictionary<string, (string Value, int Line)> Lines(YamlFrontMatterBlock block, Action<int, string> fault)
    {
        var found = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        foreach (var (text, line) in block.Lines.Lines.Take(block.Lines.Count).Select(l => (l.Slice.ToString(), l.Line + 1)))
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = colon < 0 ? (text.Trim(), "") : (text[..colon].Trim(), text[(colon + 1)..].Trim());
            if (!Known.Contains(name))
            {
                fault(line, $"'{name}' is none of {string.Join(", ", Known)}");
            }
            else if (value.Length == 0)
            {
                fault(line, $"'{name}' says nothing");
            }
            else if (!found.TryAdd(name, (value, line)))
            {
                fault(line, $"'{name}' comes twice");
            }
        }

        return found;
    }

    private static int NumberOf(Dictionary<string, (string Value, int Line)> lines, Action<int, string> fault)
    {
        if (!lines.TryGetValue("number", out var given))
        {
            return 0;
        }

        if (!int.TryParse(given.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            fault(given.Line, $"'{given.Value}' is no number of a card: 1, 2, 3 …");
        }

        return number;
    }

    private static DateOnly RevisedOf(Dictionary<string, (string Value, int Line)> lines, Action<int, string> fault)
    {
        if (!lines.TryGetValue("revised", out var given))
        {
            return default;
        }

        if (!DateOnly.TryParseExact(given.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            fault(given.Line, $"'{given.Value}' is no day: 2026-11-24");
        }

        return day;
    }

    private static ImmutableArray<IncidentKind> KindsOf(
        Dictionary<string, (string Value, int Line)> lines,
        ReferenceData reference,
        Action<int, string> fault
    )
    {
        if (!lines.TryGetValue("kinds", out var given) || given.Value == Every)
        {
            return [];
        }

        var kinds = ImmutableArray.CreateBuilder<IncidentKind>();
        foreach (var name in given.Value.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Key.TryParse<IncidentKind>(name, out var kind) || !reference.Knows(kind))
            {
                fault(given.Line, $"'{name}' is no kind of incident, nor '{Every}'");
            }
            else if (kinds.Contains(kind))
            {
                fault(given.Line, $"'{name}' comes twice");
            }

            kinds.Add(kind);
        }

        return kinds.ToImmutable();
    }
}
