using CrisisCommand.Alerts;
using CrisisCommand.Duty;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Preparedness;

/// <summary>How ready the organisation is, for those who can do something about it.</summary>
/// <param name="LastExercise">The crisis of an exercise realm that was stood down last; null where there never was one.</param>
/// <param name="Exercise">When the yearly one is due.</param>
/// <param name="Functions">Of the adopted plans, those without a holder or a deputy who could come.</param>
/// <param name="Unreachable">Persons of the adopted plans to whom no channel leads.</param>
/// <param name="Duty">The layers of the duty roster that nobody covers at some time of the next seven days.</param>
/// <param name="Untaken">Alarms that everybody on their path was alerted of and nobody has taken.</param>
public sealed record ReadinessShown(
    DateTimeOffset At,
    LastExerciseShown? LastExercise,
    YearlyExercise Exercise,
    IReadOnlyList<WeakFunctionShown> Functions,
    IReadOnlyList<UnreachableShown> Unreachable,
    IReadOnlyList<UncoveredShown> Duty,
    IReadOnlyList<UntakenAlert> Untaken
)
{
    /// <summary>Who is in two places at once, by an adopted plan or, in the next seven days, by the duty rosters.</summary>
    public IReadOnlyList<DoubledShown> Doubled { get; init; } = [];
}

public sealed record LastExerciseShown(string Realm, Guid CrisisId, string Title, DateTimeOffset StoodDownAt);

/// <param name="Name">As the plan names it.</param>
public sealed record WeakFunctionShown(PlanName Plan, FunctionKey Function, string Name, bool HasHolder, int Deputies);

/// <param name="Functions">The functions that the adopted plans have them in.</param>
public sealed record UnreachableShown(PersonId Person, string? Name, ChannelFault Why, IReadOnlyList<FunctionKey> Functions);

/// <param name="Plan">The plan that has them in several functions; null of the rosters.</param>
/// <param name="Posts">The names of the functions, or of the two layers.</param>
/// <param name="Spans">When, of the rosters.</param>
public sealed record DoubledShown(
    PersonId Person,
    string? Name,
    PlanName? Plan,
    IReadOnlyList<string> Posts,
    IReadOnlyList<SpanShown> Spans
);

/// <param name="Gaps">When nobody is on duty though somebody is meant to be.</param>
/// <param name="HasRoster">False where no roster of the layer was ever adopted.</param>
public sealed record UncoveredShown(RosterLayer Layer, string Name, bool HasRoster, IReadOnlyList<SpanShown> Gaps);
