using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Duty;

/// <summary>Somebody whom the rosters have on duty in two layers at once: when both are needed, one of them has nobody.</summary>
public sealed record DoubleDuty(PersonId Person, RosterLayer One, RosterLayer Other, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>All of them in a window of time, each pair of layers by itself.</summary>
    public static IEnumerable<DoubleDuty> In(IReadOnlyList<DutyRoster> rosters, DateTimeOffset from, DateTimeOffset to) =>
        rosters
            .SelectMany(r => r.Cover(from, to).Watches.SelectMany(w => w.Persons.Select(p => (Person: p, r.Layer, w.Start, w.End))))
            .GroupBy(w => w.Person)
            .SelectMany(person =>
                from one in person
                from other in person
                where string.CompareOrdinal(one.Layer.Value, other.Layer.Value) < 0 && one.Start < other.End && other.Start < one.End
                select new DoubleDuty(person.Key, one.Layer, other.Layer, Later(one.Start, other.Start), Earlier(one.End, other.End))
            )
            .OrderBy(d => d.Start)
            .ThenBy(d => d.Person.Value, StringComparer.Ordinal);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
