using System.Collections.Immutable;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.AlarmRules;

/// <summary>New rules are adopted by which alarms wake people. They hold for alarms that come from then on.</summary>
/// <param name="Rules">In order: the first that holds decides.</param>
public sealed record AdoptAlarmRules(ImmutableArray<AlarmRule> Rules)
{
    public const int MostRules = 50;
    public const int LongestName = 80;

    /// <param name="names">What the rules in force are called, in order, to be compared with.</param>
    public Outcome Decide(AlarmRuleBook book, IReadOnlyList<string> names, ReferenceData reference) =>
        Rules.Length > MostRules ? AlarmRulesRefusals.TooMany.With($"{MostRules}")
        : FaultOfName() is { } misnamed ? misnamed
        : Rules.Select((rule, i) => FaultOf(rule.When, i, reference)).FirstOrDefault(fault => fault is not null) is { } faulty ? faulty
        : FaultOfAll(new(Rules, reference)) is { } together ? together
        : Says(book, names) ? Outcome.Nothing
        : Outcome.Happened(new AlarmRulesAdopted(Rules));

    private Refusal? FaultOfName()
    {
        var seen = new Dictionary<string, int>();
        for (var i = 0; i < Rules.Length; i++)
        {
            var name = Rules[i].Name?.Words ?? "";
            if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
            {
                return (AlarmRulesRefusals.NameInvalid with { Pointer = $"#/rules/{i}/name" }).With($"rules[{i}].name", $"{LongestName}");
            }

            if (!seen.TryAdd(Lookalikes.Fold(name), i))
            {
                return (AlarmRulesRefusals.NameTwice with { Pointer = $"#/rules/{i}/name" }).With(name, $"rules[{i}]");
            }
        }

        return null;
    }

    private static Refusal? FaultOf(AlarmCondition when, int rule, ReferenceData reference)
    {
        if (when is { Between: { } hours } && hours.From == hours.To)
        {
            return (AlarmRulesRefusals.HoursEmpty with { Pointer = $"#/rules/{rule}/when/between" }).With($"rules[{rule}].when.between");
        }

        Refusal At(Refusal unknown, string list, int i, string value) =>
            (unknown with { Pointer = $"#/rules/{rule}/when/{list}/{i}" }).With(value, $"rules[{rule}].when.{list}[{i}]");
        return (when.Areas ?? [])
            .Select((area, i) => reference.Knows(area) ? null : At(AlarmRulesRefusals.UnknownArea, "areas", i, area.Value))
            .Concat(
                (when.Kinds ?? []).Select(
                    (kind, i) => reference.Knows(kind) ? null : At(AlarmRulesRefusals.UnknownKind, "kinds", i, kind.Value)
                )
            )
            .FirstOrDefault(fault => fault is not null);
    }

    private Refusal? FaultOfAll(AlarmRuleSpace space) =>
        space.NeverApplied is var (never, earlier, covered)
            ? Enumerable.Range(0, never).Cast<int?>().FirstOrDefault(r => Contradict(space, r!.Value, never)) is { } other
                ? Shown(AlarmRulesRefusals.Contradicting with { Pointer = $"#/rules/{never}" }, covered, Called(other), Called(never))
                : Shown(AlarmRulesRefusals.NeverApplied with { Pointer = $"#/rules/{never}" }, covered, Called(never), Called(earlier))
            : space.Unmatched is { } free
                ? Shown(AlarmRulesRefusals.Unmatched, free)
                : null;

    private bool Contradict(AlarmRuleSpace space, int one, int other) =>
        Rules[one].Then != Rules[other].Then && space.SayTheSame(one, other);

    private string Called(int rule) => $"{Rules[rule].Name?.Words} (rules[{rule}])";

    private static Refusal Shown(Refusal refusal, ExampleAlarm example, params string[] called)
    {
        var said = Said(example);
        return refusal.With([.. called, string.Join(", ", said.Select(s => $"{s.Name} {s.Value}"))]).Naming("example", said);
    }

    /// <summary>In the words that rules are written in.</summary>
    private static ImmutableArray<(string Name, string Value)> Said(ExampleAlarm example) =>
        [
            ("source", Spoken(example.Source)),
            (example.Place.Area is null ? "place" : "area", example.Place.ToString()),
            ("kind", example.Kind.Value),
            ("severity", Spoken(example.Severity)),
            ("urgency", Spoken(example.Urgency)),
            ("at", example.At.ToString()),
        ];

    private static string Spoken<TEnum>(TEnum value)
        where TEnum : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private bool Says(AlarmRuleBook book, IReadOnlyList<string> names) =>
        book.Version > 0
        && Rules.Length == book.Rules.Length
        && Rules.Zip(book.Rules).All(pair => pair.First.Then == pair.Second.Then && pair.First.When.Says(pair.Second.When))
        && Rules.Select(rule => TextSigns.Shown(rule.Name!.Value.Words!)).SequenceEqual(names);
}

public static class AdoptAlarmRulesEndpoint
{
    public static void MapAdoptAlarmRules(this IEndpointRouteBuilder api) =>
        api.MapPut("/alarm-rules", Put).Command("AdoptAlarmRules", "AlarmRules", AlarmRulesCapabilities.AdoptAlarmRules);

    private static Task<IResult> Put(
        Command<AdoptAlarmRules> command,
        CommandHandler handler,
        ReferenceData reference,
        Speaker speaker,
        CancellationToken token
    )
    {
        IReadOnlyList<string> names = [];
        // Equal words are committed to differently each time: they are compared as words.
        async Task Open(Looked looked, CancellationToken reading)
        {
            var book = looked.Streams[0]?.State<AlarmRuleBook>() ?? AlarmRuleBook.Initial;
            names = await speaker.SayForHouse<IReadOnlyList<string>>(
                command.Context.Realm,
                command.Context.Culture,
                words => [.. book.Rules.Select(rule => words.Text(rule.Name))],
                reading
            );
        }

        return handler.Handle(
            command.Context,
            new Target(StreamKinds.AlarmRules, AlarmRuleBook.Stream, MayBeNew: true),
            [],
            new Beside(Open),
            (s, _, _) => command.Content.Decide(s.State<AlarmRuleBook>(), names, reference),
            null,
            token
        );
    }
}
