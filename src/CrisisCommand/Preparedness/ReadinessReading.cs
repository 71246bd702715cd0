using CrisisCommand.Access;
using CrisisCommand.Alerts;
using CrisisCommand.Crises;
using CrisisCommand.Duty;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Plans;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Preparedness;

/// <summary>How ready a realm is, gathered from its plans, persons and rosters and from the exercises of all realms.</summary>
/// <remarks>Readiness is a question to plans, persons, rosters and exercises together.</remarks>
public sealed class ReadinessReading(
    PastExercises exercises,
    AdoptedPlans adopted,
    DutyRosters rosters,
    Journals journals,
    Openings openings,
    Speaker speaker,
    UntakenAlerts alerts,
    ReferenceData reference,
    TimeProvider clock
)
{
    private const int MostUntaken = 200;
    private static readonly TimeSpan DutyAhead = TimeSpan.FromDays(7);

    public async Task<ReadinessShown> Of(Reader reader, CancellationToken token)
    {
        var now = DutyTimes.WholeSecond(Clock.Now(clock));
        var last = await exercises.Last(token);
        var plans = await adopted.All(reader.Realm, token);
        var persons = await Persons(reader.Realm, plans, token);
        var kept = await openings.OpenForHouse(reader.Realm, [.. persons.Values.SelectMany(p => p.Addresses)], token);
        var exercise = await Show(last, reader, token);
        var duty = await rosters.All(reader.Realm, token);
        var untaken = await alerts.Of(reader.Realm, MostUntaken, token);
        ReadinessShown Worded(Words words) =>
            new(
                now,
                exercise,
                YearlyExercise.After(last?.StoodDownAt, now),
                [.. plans.SelectMany(p => WeakFunction.Of(p, id => persons[id].CanServe)).Select(f => Show(f, words))],
                [.. persons.Values.SelectMany(p => Unreachable(p, plans, words, a => kept.ContainsKey(a.Commitment)))],
                [.. Uncovered(duty, now, words)],
                untaken
            )
            {
                Doubled = [.. DoubledWording.Of(plans, words), .. DoubledWording.Of(duty, now, now + DutyAhead, words)],
            };

        return await speaker.Say(reader, Worded, token);
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
            var known = await journals.Known(realm, StreamKinds.Person, Person.StreamOf(id), refresh: true, token);
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

        var title = await speaker.Say(reader with { Realm = last.Realm }, words => words.Text(last.Title), token);
        return new(last.Realm.Name, last.CrisisId, title, last.StoodDownAt);
    }

    private static WeakFunctionShown Show(WeakFunction weak, Words words) =>
        new(weak.Plan, weak.Function.Key, words.Text(weak.Function.Name), weak.HasHolder, weak.Deputies);

    private static IEnumerable<UnreachableShown> Unreachable(
        PlannedPerson person,
        IReadOnlyList<KloPlan> plans,
        Words words,
        Func<CommittedText, bool> isKept
    ) =>
        person.Fault(isKept) is { } fault
            ?
            [
                new(
                    person.Id,
                    words.NameOf(person.Id),
                    fault,
                    [.. plans.SelectMany(p => p.CallOrders).Where(o => o.Persons.Contains(person.Id)).Select(o => o.Function).Distinct()]
                ),
            ]
            : [];

    /// <summary>The layer that decides out of hours is missed also where it never had a roster.</summary>
    private IEnumerable<UncoveredShown> Uncovered(IReadOnlyList<DutyRoster> rosters, DateTimeOffset now, Words words)
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
                    .. reference
                        .RealGaps(layer, adopted.GetValueOrDefault(layer, DutyRoster.Initial).Cover(now, now + DutyAhead).Gaps)
                        .Select(g => SpanShown.Of(g.Start, g.End)),
                ]
            ))
            .Where(l => l.Gaps.Count > 0);
    }
}
