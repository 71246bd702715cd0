using System.Collections.Immutable;
using CrisisCommand.Duty;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;

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
    /// <summary>Asked about an incident: the roster has the person on duty now, in whatever layer.</summary>
    public bool OnDuty { get; init; }

    /// <summary>Asked about an incident: the person brought it in.</summary>
    public bool BroughtIn { get; init; }

    /// <param name="grounds">What the person is; after it the plans, and for an incident the rosters.</param>
    /// <param name="about">The crisis or the incident that is asked about, if any.</param>
    public static Actor Of(Realm realm, PersonId person, IReadOnlyList<StreamSnapshot> grounds, StreamSnapshot? about, DateTimeOffset now)
    {
        var crisis = about is { Kind: StreamKinds.Crisis } ? about : null;
        return new(
            realm,
            person,
            grounds[0].State<Standing>(),
            [.. grounds.Where(g => g.Kind == StreamKinds.Plan).Select(g => g.State<KloPlan>())],
            crisis?.State<KloActivation>(),
            crisis?.State<CrisisReaders>() ?? CrisisReaders.Initial,
            now
        )
        {
            OnDuty = grounds
                .Where(g => g.Kind == StreamKinds.Roster)
                .Any(g => g.State<DutyRoster>().OnDuty(now)?.Persons.Contains(person) == true),
            BroughtIn = about is { Kind: StreamKinds.Incident } && about.State<IncidentOrigin>().By == person,
        };
    }

    /// <summary>The functions that the person holds; the ordinary holder's from the convening on, until somebody else takes them.</summary>
    public IEnumerable<FunctionPost> Held => Klo?.Posts.Where(p => p.Holder == Person || (p.Holder is null && p.Ordinary == Person)) ?? [];

    /// <summary>In what capacity the person acts in a function of <see cref="Held"/>.</summary>
    public Capacity In(FunctionPost post) =>
        new(
            post.Function,
            post.Holder != Person ? ActingMandate.ActingOrdinary
                : post.Mandate == Mandate.Deputy ? ActingMandate.Deputy
                : ActingMandate.Appointed,
            post.GivenBy
        );

    /// <summary>In what capacity the person leads, where they do: in the leader's function, or as who convened the KLO.</summary>
    public Capacity AsLeader =>
        Held.FirstOrDefault(p => p.Function == FunctionKey.CrisisLeader) is { } post
            ? In(post)
            : new(null, ActingMandate.Convener, Klo?.ConvenedIn);

    public bool Leads => Klo?.IsLedBy(Person) == true;

    /// <summary>Whether the crisis's plan names the person, or the crisis has had to do with them.</summary>
    public bool IsMember =>
        Klo is { } klo && (klo.ConvenedBy == Person || klo.Posts.Any(p => p.CallOrder.Contains(Person) || p.Mentioned.Contains(Person)));

    /// <summary>The first function, in some adopted plan, whose ordinary holder the person is.</summary>
    public FunctionKey? OrdinaryIn =>
        Plans
            .SelectMany(p => p.CallOrders)
            .Where(o => o.Persons.IndexOf(Person) == 0)
            .Select(o => (FunctionKey?)o.Function)
            .FirstOrDefault();

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
