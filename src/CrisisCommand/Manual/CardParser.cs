using System.Collections.Immutable;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace CrisisCommand.Manual;

/// <summary>
/// Reads a card: front matter, paragraphs that hold for all, <c>## function</c> sections with <c>### horizon</c> headings, and under each a
/// task list, <c>- [ ] (step-id) What to do.</c> Anything else is a fault: what is silently left out is missing on paper too.
/// </summary>
internal sealed class CardParser(ManualFile file)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UseTaskLists().Build();

    private static readonly ImmutableArray<(string Heading, Horizon Horizon)> Horizons =
    [
        ("Omedelbart", Horizon.Immediately),
        ("Inom 30 minuter", Horizon.WithinHalfAnHour),
        ("Inom en timme", Horizon.WithinAnHour),
        ("Första dygnet", Horizon.FirstDay),
    ];

    private readonly List<ManualFault> _faults = [];
    private readonly List<string> _intro = [];
    private readonly List<(FunctionKey Function, List<CardStep> Steps, int Line)> _sections = [];
    private readonly Dictionary<StepKey, int> _lines = [];
    private (Horizon Horizon, int Line, bool HasSteps)? _horizon;

    public static (ManualCard? Card, IReadOnlyList<ManualFault> Faults) Read(ManualFile file, ReferenceData reference)
    {
        var reader = new CardParser(file);
        return (reader.Card(reference), reader._faults);
    }

    private ManualCard? Card(ReferenceData reference)
    {
        var document = Markdown.Parse(file.Text, Pipeline);
        var front = FrontMatter.Read(document.OfType<YamlFrontMatterBlock>().FirstOrDefault(), reference, Fault);
        if (!Key.TryParse<CardKey>(Path.GetFileNameWithoutExtension(file.Name), out var key))
        {
            Fault(1, "the file's name is the card's and is written in kebab-case, a-z, 0-9 and hyphens");
        }

        TakeAll(document.Where(b => b is not YamlFrontMatterBlock));
        ImmutableArray<CardSection> sections = [.. _sections.Select(s => new CardSection(s.Function, [.. s.Steps]))];
        return _faults.Count > 0
            ? null
            : new(key, front.Number, front.Title, front.Kinds, front.Revised, front.Note, [.. _intro], sections);
    }

    private void TakeAll(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Take(block);
        }

        EndHorizon();
        EndSection();
        if (_sections.Count == 0)
        {
            Fault(1, "the card has no section: ## function");
        }
    }

    private void Take(Block block)
    {
        switch (block)
        {
            case HeadingBlock { Level: 2 } heading:
                BeginSection(heading);
                break;
            case HeadingBlock { Level: 3 } heading:
                BeginHorizon(heading);
                break;
            case ListBlock list when _horizon is not null:
                TakeSteps(list);
                break;
            case ParagraphBlock paragraph when _sections.Count == 0:
                _intro.Add(PlainText.Of(paragraph, Fault));
                break;
            default:
                Fault(block, $"a {NameOf(block)} has no place here");
                break;
        }
    }

    private void BeginSection(HeadingBlock heading)
    {
        EndHorizon();
        EndSection();
        var name = PlainText.Of(heading, Fault);
        if (!Key.TryParse<FunctionKey>(name, out var function))
        {
            Fault(heading, $"'{name}' is no key of a function");
        }
        else if (_sections.Any(s => s.Function == function))
        {
            Fault(heading, $"the function '{name}' has a section already");
        }

        _sections.Add((function, [], heading.Line + 1));
    }

    private void BeginHorizon(HeadingBlock heading)
    {
        EndHorizon();
        var name = PlainText.Of(heading, Fault);
        var known = Horizons.Where(h => h.Heading == name).Select(h => (Horizon?)h.Horizon).FirstOrDefault();
        if (_sections.Count == 0)
        {
            Fault(heading, "a horizon stands in a section: ## function");
        }
        else if (known is not { } horizon)
        {
            Fault(heading, $"'{name}' is no horizon: it is one of {string.Join(", ", Horizons.Select(h => h.Heading))}");
        }
        else if (_sections[^1].Steps is [.., { } last] && last.Horizon >= horizon)
        {
            Fault(heading, $"'{name}' comes once, and before what is due later");
        }

        _horizon = _sections.Count == 0 ? null : (known ?? Horizon.Immediately, heading.Line + 1, false);
    }

    private void EndHorizon()
    {
        if (_horizon is { HasSteps: false, Line: var line })
        {
            Fault(line, "nothing stands under this heading");
        }

        _horizon = null;
    }

    private void EndSection()
    {
        if (_sections is [.., { Steps.Count: 0, Line: var line }])
        {
            Fault(line, "the section is empty");
        }
    }

    private void TakeSteps(ListBlock list)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            if (StepParser.Read(item, _horizon!.Value.Horizon, Fault) is not { } step)
            {
                continue;
            }

            if (!_lines.TryAdd(step.Key, item.Line + 1))
            {
                Fault(item, $"the step '{step.Key}' stands in line {_lines[step.Key]} already");
            }

            _sections[^1].Steps.Add(step);
        }

        _horizon = _horizon!.Value with { HasSteps = true };
    }

    private static string NameOf(Block block) =>
        block is HeadingBlock heading ? $"heading of level {heading.Level}" : block.GetType().Name.Replace("Block", "").ToLowerInvariant();

    private void Fault(MarkdownObject at, string what) => Fault(at.Line + 1, what);

    private void Fault(int line, string what) => _faults.Add(new(file.Name, line, what));
}
