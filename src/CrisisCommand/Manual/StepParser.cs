using System.Text;
using CrisisCommand.Platform.Vocabulary;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CrisisCommand.Manual;

/// <summary>Reads a step: <c>[ ] (step-id) What to do.</c></summary>
internal static class StepParser
{
    /// <summary>Null where the item is no step; what is wrong with it is told.</summary>
    public static CardStep? Read(ListItemBlock item, Horizon horizon, Action<int, string> fault)
    {
        if (item is not [ParagraphBlock { Inline.FirstChild: TaskList { Checked: false } } paragraph])
        {
            fault(item.Line + 1, "a step is one paragraph and begins with an empty box: - [ ] (step-id) What to do.");
            return null;
        }

        var text = PlainText.Of(paragraph, fault);
        var end = text.IndexOf(')', StringComparison.Ordinal);
        if (!text.StartsWith('(') || !Key.TryParse<StepKey>(end > 0 ? text[1..end] : null, out var key))
        {
            fault(item.Line + 1, "a step has an id in kebab-case after its box: - [ ] (step-id) What to do.");
            return null;
        }

        var words = text[(end + 1)..].Trim();
        if (words.Length == 0)
        {
            fault(item.Line + 1, $"the step '{key}' says nothing");
            return null;
        }

        return new(key, horizon, words);
    }
}

/// <summary>The words of a block. They are shown on screens, in reports and on paper, so that nothing but words may be in them.</summary>
internal static class PlainText
{
    public static string Of(LeafBlock block, Action<int, string> fault)
    {
        var text = new StringBuilder();
        foreach (var inline in block.Inline ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case LineBreakInline { IsHard: false }:
                    text.Append(' ');
                    break;
                case TaskList when inline.PreviousSibling is null:
                    break;
                default:
                    fault(block.Line + 1, "only plain words stand here: no emphasis, link, code, entity or markup");
                    return text.ToString().Trim();
            }
        }

        var said = text.ToString().Trim();
        if (ManualQuotes.Unknown(said) is { } unknown)
        {
            fault(block.Line + 1, $"'{unknown}' can not be quoted: {ManualQuotes.Known} can");
        }

        return said;
    }
}
