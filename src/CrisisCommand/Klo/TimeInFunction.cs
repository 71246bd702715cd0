using System.Collections.Immutable;
using CrisisCommand.Platform;

namespace CrisisCommand.Klo;

/// <summary>When each person left a function last, so that who returns too soon is seen.</summary>
public sealed record TimeInFunction : IState<TimeInFunction>
{
    public static TimeInFunction Initial { get; } = new();

    public ImmutableDictionary<FunctionKey, PersonId> Holders { get; init; } = ImmutableDictionary<FunctionKey, PersonId>.Empty;

    public ImmutableDictionary<PersonId, DateTimeOffset> LeftAt { get; init; } = ImmutableDictionary<PersonId, DateTimeOffset>.Empty;

    public TimeInFunction After(Fact fact) =>
        fact.Event switch
        {
            FunctionStaffed staffed => Held(staffed.Function, staffed.Person, fact.RecordedAt),
            HandoverAccepted accepted => Held(accepted.Function, accepted.To, fact.RecordedAt),
            FunctionTakenOver taken => Held(taken.Function, taken.To, fact.RecordedAt),
            KloReorganised reorganised => Mapped(reorganised, fact.RecordedAt),
            KloStoodDown => Left(Holders.Values, fact.RecordedAt) with { Holders = Initial.Holders },
            _ => this,
        };

    private TimeInFunction Held(FunctionKey function, PersonId person, DateTimeOffset at) =>
        Left(Holders.TryGetValue(function, out var before) && before != person ? [before] : [], at) with
        {
            Holders = Holders.SetItem(function, person),
        };

    private TimeInFunction Mapped(KloReorganised to, DateTimeOffset at)
    {
        var kept = to
            .Functions.Select(f => (f.Function, From: to.Mapping.FirstOrDefault(m => m.To == f.Function)?.From))
            .Where(f => f.From is { } from && Holders.ContainsKey(from))
            .ToImmutableDictionary(f => f.Function, f => Holders[f.From!.Value]);
        return Left(Holders.Values.Except(kept.Values), at) with { Holders = kept };
    }

    private TimeInFunction Left(IEnumerable<PersonId> persons, DateTimeOffset at) =>
        this with
        {
            LeftAt = LeftAt.SetItems(persons.Distinct().Select(p => KeyValuePair.Create(p, at))),
        };
}
