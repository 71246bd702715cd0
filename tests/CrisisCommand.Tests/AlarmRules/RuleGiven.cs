using System.Collections.Immutable;
using CrisisCommand.AlarmRules;
using CrisisCommand.Incidents;
using CrisisCommand.Reference;
using FsCheck;
using FsCheck.Fluent;

namespace CrisisCommand.Tests.AlarmRules;

internal static class RuleGiven
{
    public static readonly AlarmCondition Any = new();
    public static readonly AreaKey Ragsved = new("ragsved");
    public static readonly AreaKey Skarholmen = new("skarholmen");

    public static AlarmRule Rule(string name, AlarmCondition when, AlarmVerdict then = AlarmVerdict.Call) =>
        new(Story.Text(name), when, then);

    public static AdoptAlarmRules Adopt(params AlarmRule[] rules) => new([.. rules]);

    public static IReadOnlyList<string> Names(AdoptAlarmRules adopted) => [.. adopted.Rules.Select(r => r.Name!.Value.Words!)];

    public static DayHours Between(int from, int to) => new(new(from * 60), new(to * 60));

    public static AlarmTraits Alarm(
        AlarmSource source = AlarmSource.Cap,
        AlarmPlace? place = null,
        string kind = "fire",
        Severity severity = Severity.Severe,
        Urgency urgency = Urgency.Immediate,
        int minute = 12 * 60
    ) => new([source], [place ?? new(Ragsved, AlarmReach.Ours)], new(kind), severity, urgency, new(minute));
}

/// <summary>Rules and alarms out of few values, so that rules often cover each other and sometimes all.</summary>
public static class RuleDice
{
    private static readonly AlarmSource[] Sources = Enum.GetValues<AlarmSource>();
    private static readonly AlarmReach[] Reaches = [AlarmReach.Unknown, AlarmReach.Elsewhere, AlarmReach.Municipality];

    public static Arbitrary<AlarmRule[]> Rules() =>
        Arb.From(
            Condition
                .Zip(Gen.Elements(Enum.GetValues<AlarmVerdict>()))
                .ArrayOf()
                .Where(rules => rules.Length <= 12)
                .Select(rules => rules.Select((r, i) => RuleGiven.Rule($"Regel {i}", r.Item1, r.Item2)).ToArray())
        );

    public static Arbitrary<AlarmTraits> Alarms() =>
        Arb.From(
            from sources in Some(Sources, 2)
            from areas in Some([.. Story.Areas.Areas.Select(a => a.Key)], 3)
            from isOurs in Gen.Elements(true, false)
            from reach in Gen.Elements(Reaches)
            from kind in Gen.Elements(Story.Areas.Kinds.ToArray())
            from severity in Gen.Elements(Enum.GetValues<Severity>())
            from urgency in Gen.Elements(Enum.GetValues<Urgency>())
            from minute in Gen.Choose(0, 1439)
            select new AlarmTraits(
                sources,
                isOurs ? [.. areas.Select(a => new AlarmPlace(a, AlarmReach.Ours))] : [new(null, reach)],
                kind,
                severity,
                urgency,
                new(minute)
            )
        );

    private static Gen<AlarmCondition> Condition =>
        from sources in Maybe(Sources, 6)
        from areas in Maybe([.. Story.Areas.Areas.Select(a => a.Key)], 5)
        from kinds in Maybe([.. Story.Areas.Kinds], 14)
        from severities in Maybe(Enum.GetValues<Severity>(), 4)
        from urgencies in Maybe(Enum.GetValues<Urgency>(), 4)
        from between in Gen.Frequency((3, Gen.Constant<DayHours?>(null)), (1, Hours))
        from cityWide in Flag
        from elsewhere in Flag
        select new AlarmCondition(sources, areas, kinds, severities, urgencies, between, cityWide, elsewhere);

    private static Gen<DayHours?> Hours =>
        from start in Gen.Choose(0, 23)
        from length in Gen.Choose(1, 23)
        select (DayHours?)RuleGiven.Between(start, (start + length) % 24);

    private static Gen<bool?> Flag =>
        Gen.Frequency((4, Gen.Constant<bool?>(null)), (1, Gen.Constant<bool?>(true)), (1, Gen.Constant<bool?>(false)));

    private static Gen<ImmutableArray<T>?> Maybe<T>(T[] all, int most) =>
        Gen.Frequency((2, Gen.Constant<ImmutableArray<T>?>(null)), (1, Some(all, most).Select(some => (ImmutableArray<T>?)some)));

    private static Gen<ImmutableArray<T>> Some<T>(T[] all, int most) =>
        from count in Gen.Choose(1, most)
        from shuffled in Gen.Shuffle(all)
        select shuffled.Take(count).ToImmutableArray();
}
