using System.Collections.Immutable;
using System.Numerics;
using CrisisCommand.Incidents;
using CrisisCommand.Reference;

namespace CrisisCommand.AlarmRules;

/// <summary>An alarm made up to show what rules do.</summary>
public sealed record ExampleAlarm(AlarmSource Source, AlarmPlace Place, IncidentKind Kind, Severity Severity, Urgency Urgency, DayTime At)
{
    public AlarmTraits Traits => new([Source], [Place], Kind, Severity, Urgency, At);
}

/// <summary>
/// All alarms that there can be, as rules tell them apart. Values that no rule tells apart are one; of an alarm from several sources, or for
/// several of our areas, a rule holds where it holds for one of them, so that those with one of each show all that can happen.
/// </summary>
/// <remarks>
/// Walked through whole: a few million combinations for the longest list of rules that is taken, each an AND of two words. The bits are the
/// rules that hold for what was chosen so far.
/// </remarks>
public sealed class AlarmRuleSpace
{
    private readonly ImmutableArray<AlarmRule> _rules;
    private readonly Axis<AlarmSource> _sources;
    private readonly Axis<AlarmPlace> _places;
    private readonly Axis<IncidentKind> _kinds;
    private readonly Axis<Severity> _severities;
    private readonly Axis<Urgency> _urgencies;
    private readonly Axis<DayTime> _times;
    private readonly ulong[][] _axes;
    private ulong _applied;
    private int[]? _unmatched;

    /// <param name="rules">No more than bits of a word.</param>
    public AlarmRuleSpace(ImmutableArray<AlarmRule> rules, ReferenceData reference)
    {
        _rules = rules;
        _sources = new(Enum.GetValues<AlarmSource>(), rules, (when, source) => when.Takes(source));
        _places = new(PlacesOf(reference), rules, (when, place) => when.Takes(place));
        _kinds = new(reference.Kinds, rules, (when, kind) => when.Takes(kind));
        _severities = new(Enum.GetValues<Severity>(), rules, (when, severity) => when.Takes(severity));
        _urgencies = new(Enum.GetValues<Urgency>(), rules, (when, urgency) => when.Takes(urgency));
        _times = new(TimesOf(rules), rules, (when, time) => when.Takes(time));
        _axes = [_sources.Bits, _places.Bits, _kinds.Bits, _severities.Bits, _urgencies.Bits, _times.Bits];
        Walk(0, ulong.MaxValue, new int[_axes.Length]);
    }

    /// <summary>An alarm for which no rule holds; null where there is none.</summary>
    public ExampleAlarm? Unmatched => _unmatched is { } at ? At(at) : null;

    /// <summary>
    /// The first rule that never decides, since earlier ones hold wherever it does: one alarm for which it holds, and which of those decides
    /// about that one. Null where each decides about some.
    /// </summary>
    public (int Rule, int Earlier, ExampleAlarm Example)? NeverApplied
    {
        get
        {
            var never = BitOperations.TrailingZeroCount(~_applied);
            if (never >= _rules.Length)
            {
                return null;
            }

            int[] at = [.. _axes.Select(axis => Array.FindIndex(axis, bits => (bits >> never & 1) == 1))];
            var holding = _axes.Select((axis, i) => axis[at[i]]).Aggregate((all, bits) => all & bits);
            return (never, BitOperations.TrailingZeroCount(holding), At(at));
        }
    }

    /// <summary>Whether two rules hold for the very same alarms.</summary>
    public bool SayTheSame(int one, int other) =>
        Array.TrueForAll(_axes, axis => axis.All(bits => (bits >> one & 1) == (bits >> other & 1)));

    private void Walk(int depth, ulong holding, int[] at)
    {
        if (holding == 0)
        {
            _unmatched ??= [.. at.Take(depth), .. new int[at.Length - depth]];
        }
        else if (depth == at.Length)
        {
            _applied |= holding & (~holding + 1);
        }
        else
        {
            var axis = _axes[depth];
            for (at[depth] = 0; at[depth] < axis.Length; at[depth]++)
            {
                Walk(depth + 1, holding & axis[at[depth]], at);
            }
        }
    }

    private ExampleAlarm At(int[] at) =>
        new(
            _sources.Values[at[0]],
            _places.Values[at[1]],
            _kinds.Values[at[2]],
            _severities.Values[at[3]],
            _urgencies.Values[at[4]],
            _times.Values[at[5]]
        );

    private static IEnumerable<AlarmPlace> PlacesOf(ReferenceData reference) =>
        reference
            .Areas.Select(area => new AlarmPlace(area.Key, AlarmReach.Ours))
            .Concat(
                new[] { AlarmReach.Municipality, AlarmReach.Elsewhere, AlarmReach.Unknown }.Select(reach => new AlarmPlace(null, reach))
            );

    /// <summary>Between two of these nothing changes.</summary>
    private static IEnumerable<DayTime> TimesOf(IEnumerable<AlarmRule> rules) =>
        rules
            .Select(rule => rule.When.Between)
            .OfType<DayHours>()
            .SelectMany(hours => new[] { hours.From, hours.To })
            .Prepend(new(0))
            .Distinct()
            .OrderBy(time => time.Minutes);

    /// <summary>The values of one aspect, one of those that no rule tells apart, with the rules that take each.</summary>
    private sealed class Axis<T>
    {
        public Axis(IEnumerable<T> values, ImmutableArray<AlarmRule> rules, Func<AlarmCondition, T, bool> takes)
        {
            var told = values.Select(value => (value, Bits: BitsOf(value))).DistinctBy(v => v.Bits).ToList();
            (Values, Bits) = ([.. told.Select(v => v.value)], [.. told.Select(v => v.Bits)]);

            ulong BitsOf(T value) =>
                rules.Select((rule, i) => takes(rule.When, value) ? 1UL << i : 0).Aggregate(0UL, (all, bit) => all | bit);
        }

        public T[] Values { get; }
        public ulong[] Bits { get; }
    }
}
