using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Duty;

/// <summary>Who is on duty, layer by layer.</summary>
/// <param name="Persons">The names of everybody mentioned, by id.</param>
public sealed record DutyNowShown(
    DateTimeOffset At,
    string LocalAt,
    IReadOnlyList<LayerNowShown> Layers,
    IReadOnlyDictionary<PersonId, string> Persons
);

/// <param name="Now">Null where nobody is on duty.</param>
/// <param name="Next">Who comes on duty after that, at once or after a gap; null where nobody is known to.</param>
/// <param name="EndsAt">After this instant nobody is known to be on duty: adopt the next roster before.</param>
/// <param name="Staffed">Whether somebody is meant to be on duty at that time: where nobody is, it is a gap only then.</param>
public sealed record LayerNowShown(
    RosterLayer Layer,
    string Name,
    WatchShown? Now,
    WatchShown? Next,
    DateTimeOffset EndsAt,
    bool Staffed = true
);

/// <summary>The rosters of a realm, read for one instant.</summary>
public sealed class DutyReading(DutyRosters rosters, PersonDirectory directory, ReferenceData reference)
{
    /// <summary>Who is on duty at an instant, to the second, and who comes next.</summary>
    public async Task<DutyNowShown> At(Reader reader, DateTimeOffset instant, CancellationToken token)
    {
        var (at, words) = (DutyTimes.WholeSecond(instant), new Words(reader.Culture));
        var layers = (await rosters.All(reader.Realm, token)).Select(r => Show(r, at, words)).ToList();
        var mentioned = layers.SelectMany(l => new[] { l.Now, l.Next }).OfType<WatchShown>().SelectMany(w => w.Persons);
        var names = await DutyNames.Of(directory, reader, mentioned, token);
        return new(at, DutyTimes.Local(at), layers, names);
    }

    private LayerNowShown Show(DutyRoster roster, DateTimeOffset at, Words words) =>
        new(
            roster.Layer,
            words.Name("layer", roster.Layer.Value),
            roster.OnDuty(at) is { } now ? WatchShown.Of(now) : null,
            roster.Next(at) is { } next ? WatchShown.Of(next) : null,
            roster.EndsAt,
            reference.IsStaffed(roster.Layer, at)
        );
}
