using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;

namespace CrisisCommand.AlarmRules;

/// <summary>What becomes of an alarm.</summary>
public enum AlarmVerdict
{
    /// <summary>Our own people are called, one after the other, until somebody has it.</summary>
    Call,

    /// <summary>The same, and the crisis leader by plan is told beside it, for information.</summary>
    CallAndInform,

    /// <summary>It is an incident, stands among the open ones, and wakes nobody.</summary>
    Log,
}

/// <summary>What becomes of which alarms.</summary>
/// <param name="Name">What people call it; null for the product's own, whose names are in its resources.</param>
public sealed record AlarmRule(CommittedText? Name, AlarmCondition When, AlarmVerdict Then);

/// <summary>
/// Which alarms a rule is about: those for which all that it says holds. A list holds for any of its members; one that is left out or empty
/// says nothing.
/// </summary>
/// <remarks>
/// <see cref="Areas"/>, <see cref="CityWide"/> and <see cref="Elsewhere"/> together say one thing, the place: where any of them names one, an
/// alarm for any of those; a place that is false is excepted.
/// </remarks>
/// <param name="Sources">What the alarm gives as its source, or whose machine sent it.</param>
/// <param name="Areas">Of ours.</param>
/// <param name="Between">When it came.</param>
/// <param name="CityWide">For our municipality, or a part of it that is none of our areas.</param>
/// <param name="Elsewhere">For other places, and none of ours.</param>
public sealed record AlarmCondition(
    ImmutableArray<AlarmSource>? Sources = null,
    ImmutableArray<AreaKey>? Areas = null,
    ImmutableArray<IncidentKind>? Kinds = null,
    ImmutableArray<Severity>? Severities = null,
    ImmutableArray<Urgency>? Urgencies = null,
    DayHours? Between = null,
    bool? CityWide = null,
    bool? Elsewhere = null
)
{
    private bool NamesAPlace => Given(Areas).Length > 0 || CityWide == true || Elsewhere == true;

    public bool Holds(AlarmTraits alarm) => Misses(alarm).IsEmpty;

    /// <summary>What of it does not hold, in the order in which one would say it.</summary>
    public ImmutableArray<AlarmAspect> Misses(AlarmTraits alarm) =>
        [
            .. new (AlarmAspect Aspect, bool Holds)[]
            {
                (AlarmAspect.Source, alarm.Sources.Any(Takes)),
                (AlarmAspect.Place, alarm.Places.Any(Takes)),
                (AlarmAspect.Kind, Takes(alarm.Kind)),
                (AlarmAspect.Severity, Takes(alarm.Severity)),
                (AlarmAspect.Urgency, Takes(alarm.Urgency)),
                (AlarmAspect.Time, Takes(alarm.At)),
            }
                .Where(said => !said.Holds)
                .Select(said => said.Aspect),
        ];

    public bool Takes(AlarmSource source) => Among(Sources, source);

    public bool Takes(IncidentKind kind) => Among(Kinds, kind);

    public bool Takes(Severity severity) => Among(Severities, severity);

    public bool Takes(Urgency urgency) => Among(Urgencies, urgency);

    public bool Takes(DayTime time) => Between?.Contains(time) != false;

    public bool Takes(AlarmPlace place) =>
        place switch
        {
            { Area: { } area } => NamesAPlace ? Given(Areas).Contains(area) : true,
            { Reach: AlarmReach.Municipality } => CityWide ?? !NamesAPlace,
            { Reach: AlarmReach.Elsewhere } => Elsewhere ?? !NamesAPlace,
            _ => !NamesAPlace,
        };

    /// <summary>Whether both say the same, in whatever order.</summary>
    public bool Says(AlarmCondition other) =>
        Same(Sources, other.Sources)
        && Same(Areas, other.Areas)
        && Same(Kinds, other.Kinds)
        && Same(Severities, other.Severities)
        && Same(Urgencies, other.Urgencies)
        && (Between, CityWide, Elsewhere) == (other.Between, other.CityWide, other.Elsewhere);

    private static bool Among<T>(ImmutableArray<T>? given, T value) => Given(given) is not { Length: > 0 } some || some.Contains(value);

    private static bool Same<T>(ImmutableArray<T>? one, ImmutableArray<T>? other) => Given(one).ToHashSet().SetEquals(Given(other));

    private static ImmutableArray<T> Given<T>(ImmutableArray<T>? given) => given is { IsDefault: false } some ? some : [];
}
