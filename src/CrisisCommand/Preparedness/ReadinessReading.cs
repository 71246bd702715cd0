using CrisisCommand.Access;
using CrisisCommand.Crises;
using CrisisCommand.Duty;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Preparedness;

/// <summary>How ready a realm is, gathered from its plans, persons and rosters and from the exercises of all realms.</summary>
public sealed class ReadinessReading(
    PastExercises exercises,
    AdoptedPlans adopted,
    DutyRosters rosters,
    Journals journals,
    Openings openings,
    PersonDirectory directory,
    TimeProvider clock
)
{
    private static readonly TimeSpan DutyAhead = TimeSpan.FromDays(7);

    public async Task<ReadinessShown> Of(Reader reader, CancellationToken token)
    {
        var now = DutyTimes.WholeSecond(Clock.Now(clock));
        var last = await exercises.Last(token).ConfigureAwait(false);
        var plans = await adopted.All(reader.Realm, token).ConfigureAwait(false);
        var persons = await Persons(reader.Realm, plans, token).ConfigureAwait(false);
        var kept = await openings.OpenForHouse(reader.Realm, [.. persons.Values.SelectMany(p => p.Addresses)], token).ConfigureAwait(false);
        var names = await directory.Names(reader, token).ConfigureAwait(false);
        var words = reader.Words(await openings.Read(reader, [.. plans.SelectMany(p => p.Texts)], token).ConfigureAwait(false));
        return new(
            now,
            await Show(last, reader, token).ConfigureAwait(false),
            YearlyExercise.After(last?.StoodDownAt, now),
            [.. plans.SelectMany(p => WeakFunction.Of(p, id => persons[id].CanServe)).Select(f => Show(f, words))],
            [.. persons.Values.SelectMany(p => Unreachable(p, plans, names, a => kept.ContainsKey(a.Commitment)))],
            [.. Uncovered(await rosters.All(reader.Realm, token).ConfigureAwait(false), now, words)]
        );
    }

    /// <summary>Everybody whom an adopted plan names, by id.</summary>
    private async Task<SortedDictionary<PersonId, PlannedPerson>> Persons(
        Realm realm,
        IReadOnlyList<KloPlan> plans,
        CancellationToken token
    )
    {
        var persons = new SortedDictionary<PersonId, PlannedPerson>(
            Comparer<PersonId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))
        );
        foreach (var id in plans.SelectMany(p => p.CallOrders).SelectMany(o => o.Persons).Distinct())
        {
            var known = await journals.Known(realm, StreamKinds.Person, Person.StreamOf(id), refresh: true, token).ConfigureAwait(false);
            persons[id] = new(id, known.State<Person>(), known.State<Standing>());
        }

        return persons;
    }

    /// <summary>Its title stands in its own realm.</summary>
    private async Task<LastExerciseShown?> Show(PastExercise? last, Reader reader, CancellationToken token)
    {
        if (last is null)
        {
            return null;
        }

        var there = reader with { Realm = last.Realm };
        var read = await openings.Read(there, last.Title is { } title ? [title] : [], token).ConfigureAwait(false);
        return new(last.Realm.Name, last.CrisisId, there.Words(read).Text(last.Title), last.StoodDownAt);
    }

    private static WeakFunctionShown Show(WeakFunction weak, Words words) =>
        new(weak.Plan, weak.Function.Key, words.Text(weak.Function.Name), weak.HasHolder, weak.Deputies);

    private static IEnumerable<UnreachableShown> Unreachable(
        PlannedPerson person,
        IReadOnlyList<KloPlan> plans,
        IReadOnlyDictionary<PersonId, string> names,
        Func<CommittedText, bool> isKept
    ) =>
        person.Fault(isKept) is { } fault
            ?
            [
                new(
                    person.Id,
                    names.GetValueOrDefault(person.Id),
                    fault,
                    [.. plans.SelectMany(p => p.CallOrders).Where(o => o.Persons.Contains(person.Id)).Select(o => o.Function).Distinct()]
                ),
            ]
            : [];

    /// <summary>The layer that decides out of hours is missed also where it never had a roster.</summary>
    private static IEnumerable<UncoveredShown> Uncovered(IReadOnlyList<DutyRoster> rosters, DateTimeOffset now, Words words)
    {
        var adopted = rosters.ToDictionary(r => r.Layer);
        return adopted
            .Keys.Append(RosterLayer.OnCallManager)
            .Distinct()
            .Select(layer => new UncoveredShown(
                layer,
                words.Name("layer", layer.Value),
                adopted.ContainsKey(layer),
                [
                    .. adopted
                        .GetValueOrDefault(layer, DutyRoster.Initial)
                        .Cover(now, now + DutyAhead)
                        .Gaps.Select(g => SpanShown.Of(g.Start, g.End)),
                ]
            ))
            .Where(l => l.Gaps.Count > 0);
    }
}
