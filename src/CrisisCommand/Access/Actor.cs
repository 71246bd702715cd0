using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Platform;

namespace CrisisCommand.Access;

/// <summary>
/// Whoever asks, and all that it depends on what they may: what they are, where the adopted plans have them, and, in a crisis, what its
/// events have made of them.
/// </summary>
/// <param name="Plans">The adopted plans of the realm.</param>
/// <param name="Klo">Null outside a crisis.</param>
public sealed record Actor(
    Realm Realm,
    PersonId Person,
    Standing Standing,
    ImmutableArray<KloPlan> Plans,
    KloActivation? Klo,
    CrisisReaders Readers,
    DateTimeOffset Now
)
{
    /// <summary>The functions that the person holds; the ordinary holder's from the convening on, until somebody else takes them.</summary>
    public IEnumerable<FunctionPost> Held => Klo?.Posts.Where(p => p.Holder == Person || (p.Holder is null && p.Ordinary == Person)) ?? [];

    public bool Leads => Klo?.IsLedBy(Person) == true;

    /// <summary>Whether the crisis's plan names the person, or the crisis has had to do with them.</summary>
    public bool IsMember =>
        Klo is { } klo && (klo.ConvenedBy == Person || klo.Posts.Any(p => p.CallOrder.Contains(Person) || p.Mentioned.Contains(Person)));

    /// <summary>Place in the order of a function in some adopted plan: 0 the holder; null where no plan has the person there.</summary>
    public int? RankIn(Func<FunctionKey, bool> function)
    {
        var ranks = Plans
            .SelectMany(p => p.CallOrders)
            .Where(o => function(o.Function))
            .Select(o => o.Persons.IndexOf(Person))
            .Where(rank => rank >= 0)
            .ToList();
        return ranks.Count == 0 ? null : ranks.Min();
    }
}
