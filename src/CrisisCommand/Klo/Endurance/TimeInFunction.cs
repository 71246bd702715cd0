using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo.Endurance;

/// <summary>When each person left a function last, so that who returns too soon is seen.</summary>
public sealed record TimeInFunction : IState<TimeInFunction>
{
    public static TimeInFunction Initial { get; } = new();

    /// <summary>Who holds what: <see cref="KloActivation"/> alone says so.</summary>
    private KloActivation Klo { get; init; } = KloActivation.Initial;

    public ImmutableDictionary<PersonId, DateTimeOffset> LeftAt { get; init; } = ImmutableDictionary<PersonId, DateTimeOffset>.Empty;

    public TimeInFunction After(Fact fact)
    {
        var klo = Klo.After(fact);
        var (before, after) = (Held(Klo), Held(klo));
        // A function that goes on under another name is not left.
        var left =
            fact.Event is KloReorganised
                ? before.Select(h => h.Person).Except(after.Select(h => h.Person))
                : before.Except(after).Select(h => h.Person);
        return this with { Klo = klo, LeftAt = LeftAt.SetItems(left.Distinct().Select(p => KeyValuePair.Create(p, fact.RecordedAt))) };
    }

    private static IEnumerable<(FunctionKey Function, PersonId Person)> Held(KloActivation klo) =>
        klo.IsStoodDown ? [] : klo.Posts.Where(p => p.Holder is not null).Select(p => (p.Function, p.Holder!.Value));
}
