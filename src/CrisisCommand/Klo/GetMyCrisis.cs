using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Klo;

/// <summary>What a crisis expects of the caller now.</summary>
/// <param name="Notices">What the caller has to know before anything else.</param>
/// <param name="Summonses">Those that wait for the caller's answer, also late, while somebody is still needed.</param>
/// <param name="Calls">To functions that the caller holds: any act answers them.</param>
/// <param name="Persons">The names of everybody mentioned, by id.</param>
public sealed record MyCrisis(
    Guid CrisisId,
    PersonId Person,
    DateTimeOffset? StoodDownAt,
    IReadOnlyList<MyNotice> Notices,
    IReadOnlyList<MySummons> Summonses,
    IReadOnlyList<MyHandover> Handovers,
    IReadOnlyList<MyFunction> Functions,
    IReadOnlyList<MyCall> Calls,
    IReadOnlyList<MyRelief> Reliefs,
    IReadOnlyDictionary<PersonId, string> Persons
);

/// <summary>The function was taken from the caller in their silence.</summary>
public sealed record MyNotice(FunctionKey Function, PersonId By, DateTimeOffset At, string Text);

/// <param name="SilentAt">When it was established that no answer had come in time; it is taken all the same.</param>
public sealed record MySummons(
    FunctionKey Function,
    string Name,
    int Rank,
    DateTimeOffset SummonedAt,
    DateTimeOffset AnswerBy,
    DateTimeOffset? SilentAt
);

public sealed record MyHandover(FunctionKey Function, string Name, PersonId From, string Briefing, DateTimeOffset OfferedAt);

public sealed record MyFunction(FunctionKey Function, string Name, Mandate? Mandate, DateTimeOffset? Since);

public sealed record MyCall(FunctionKey Function, string Name, DateTimeOffset CalledAt, DateTimeOffset AnswerBy);

public sealed record MyRelief(FunctionKey Function, string Name, DateTimeOffset At);

public static class GetMyCrisisEndpoint
{
    public static void MapGetMyCrisis(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/me", Get).Read<MyCrisis>("GetMyCrisis", "Klo", Capability.ReadKlo);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        Journals journals,
        Openings openings,
        PersonDirectory directory,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var (realm, me) = (reader.Realm, reader.Person);
        if (await journals.Load(realm, StreamKinds.Crisis, crisisId, token).ConfigureAwait(false) is not { } crisis)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var klo = crisis.State<KloActivation>();
        var briefings = klo.Posts.Where(p => p.Handover?.To == me).Select(p => p.Handover!.Briefing).ToList();
        var read = await openings.Read(reader, briefings, token).ConfigureAwait(false);
        var names = await directory.Names(reader, token).ConfigureAwait(false);
        var words = reader.Words(read, p => names.GetValueOrDefault(p));
        return Answers.Versioned(http, Show(crisisId, klo, me, words, names), crisis.Version);
    }

    private static MyCrisis Show(Guid id, KloActivation klo, PersonId me, Words words, IReadOnlyDictionary<PersonId, string> names)
    {
        // Nothing is expected of anybody once it is over; what became of a function is told all the same.
        var open = klo.IsStoodDown ? [] : klo.Posts;
        var notices = klo.Posts.Where(p => p.TakenFrom == me).Select(p => NoticeOf(p.Function, p.Takeover!, words)).ToList();
        var handovers = open.Where(p => p.Handover?.To == me).Select(p => HandoverOf(p.Function, p.Handover!, words)).ToList();
        return new(
            id,
            me,
            klo.StoodDownAt,
            notices,
            [.. open.SelectMany(p => SummonsesOf(p, me, words))],
            handovers,
            [
                .. open.Where(p => p.Holder == me)
                    .Select(p => new MyFunction(p.Function, words.Function(p.Function), p.Mandate, p.HeldSince)),
            ],
            [.. open.Where(p => p.Holder == me && p.Call is not null).Select(p => CallOf(p.Function, p.Call!, words))],
            [.. open.SelectMany(p => p.Reliefs.Where(r => r.Person == me), (p, r) => ReliefOf(p.Function, r, words))],
            PersonNames.Of([me, .. notices.Select(n => n.By), .. handovers.Select(h => h.From)], names)
        );
    }

    private static MyNotice NoticeOf(FunctionKey function, Takeover taken, Words words) =>
        new(
            function,
            taken.By,
            taken.At,
            words.Say("klo.taken-over-notice", words.Function(function), words.Person(taken.By), words.Time(taken.At))
        );

    private static IEnumerable<MySummons> SummonsesOf(FunctionPost post, PersonId me, Words words) =>
        post.NeedsSomebody && post.Holder != me && post.SummonsOf(me) is { Answer: null, ArrivedAt: null } mine
            ? [new(post.Function, words.Function(post.Function), mine.Rank, mine.SummonedAt, mine.AnswerBy, mine.SilentAt)]
            : [];

    private static MyHandover HandoverOf(FunctionKey function, PendingHandover offered, Words words) =>
        new(function, words.Function(function), offered.From, words.Text(offered.Briefing), offered.OfferedAt);

    private static MyCall CallOf(FunctionKey function, HolderCall call, Words words) =>
        new(function, words.Function(function), call.CalledAt, call.AnswerBy);

    private static MyRelief ReliefOf(FunctionKey function, Relief relief, Words words) =>
        new(function, words.Function(function), relief.At);
}
