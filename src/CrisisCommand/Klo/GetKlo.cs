using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.Klo;

/// <summary>The KLO of one crisis as it stands: who is called, who answered, who holds what since when.</summary>
/// <param name="Persons">The names of everybody mentioned, by id.</param>
public sealed record KloShown(
    Guid CrisisId,
    PlanName? Plan,
    long PlanVersion,
    DateTimeOffset? StoodDownAt,
    IReadOnlyList<PostShown> Functions,
    IReadOnlyDictionary<PersonId, string> Persons
)
{
    /// <summary>Who holds, or is on the way to, several functions at once.</summary>
    public IReadOnlyList<DoublePost> Doubles { get; init; } = [];
}

/// <param name="Name">As the pinned version of the plan names it.</param>
/// <param name="Mandate">By what right the holder holds it.</param>
/// <param name="VacantSince">Since when nobody holds it or is on the way to it.</param>
/// <param name="HolderSilentSince">Since when its holder is known not to answer.</param>
public sealed record PostShown(
    FunctionKey Key,
    string Name,
    PersonId? Holder,
    Mandate? Mandate,
    DateTimeOffset? Since,
    IReadOnlyList<SummonsShown> Summons,
    HandoverShown? Handover,
    DateTimeOffset? VacantSince,
    DateTimeOffset? HolderSilentSince,
    CallShown? Call,
    TakeoverShown? TakenOver
);

public sealed record SummonsShown(
    PersonId Person,
    int Rank,
    DateTimeOffset SummonedAt,
    DateTimeOffset AnswerBy,
    SummonsAnswer? Answer,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? Eta,
    AnswerVia? Via,
    DateTimeOffset? SilentAt,
    DateTimeOffset? OverdueAt,
    DateTimeOffset? ArrivedAt
);

public sealed record HandoverShown(PersonId From, PersonId To, string Briefing, DateTimeOffset OfferedAt);

/// <summary>The holder is called, and has given no sign of life yet.</summary>
public sealed record CallShown(PersonId Person, DateTimeOffset CalledAt, DateTimeOffset AnswerBy);

/// <summary>The function was taken from a silent holder.</summary>
public sealed record TakeoverShown(PersonId From, PersonId By, DateTimeOffset At);

public static class GetKloEndpoint
{
    public static void MapGetKlo(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/klo", Get).Read<KloShown>("GetKlo", "Klo", KloCapabilities.ReadKlo);

    private static async Task<IResult> Get(HttpContext http, Guid crisisId, Journals journals, Speaker speaker, CancellationToken token)
    {
        var reader = Reader.Of(http);
        var realm = reader.Realm;
        if (await journals.Load(realm, StreamKinds.Crisis, crisisId, token) is not { } crisis)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var klo = crisis.State<KloActivation>();
        var plan = await PinnedPlan.Of(journals, realm, klo, token);
        var shown = await speaker.Say(reader, words => Show(crisisId, klo, plan, reader.OpensTexts, words), token);
        return Answers.Versioned(http, shown, crisis.Version);
    }

    private static KloShown Show(Guid id, KloActivation klo, KloPlan plan, bool opens, Words words) =>
        new(
            id,
            klo.Plan,
            klo.PlanVersion,
            klo.StoodDownAt,
            [.. klo.Posts.Select(p => Show(p, plan.Functions.FirstOrDefault(f => f.Key == p.Function), klo.IsStoodDown, opens, words))],
            PersonNames.Of(klo.Posts.SelectMany(p => p.Mentioned), words)
        )
        {
            Doubles = [.. DoublePost.In(klo)],
        };

    private static PostShown Show(FunctionPost post, PlannedFunction? planned, bool stoodDown, bool opens, Words words) =>
        new(
            post.Function,
            planned is null || !opens ? words.Function(post.Function) : words.Text(planned.Name),
            post.Holder,
            post.Mandate,
            post.HeldSince,
            [.. post.Summons.Select(Show)],
            // A pending handover is void once the KLO is stood down.
            post.Handover
                is { } offered
            && !stoodDown
                ? new(offered.From, offered.To, words.Text(offered.Briefing), offered.OfferedAt)
                : null,
            post.VacantSince,
            post.HolderSilentSince,
            post.Call is { } call ? new(call.Person, call.CalledAt, call.AnswerBy) : null,
            post.Takeover is { } taken ? new(taken.From, taken.By, taken.At) : null
        );

    private static SummonsShown Show(Summons s) =>
        new(s.Person, s.Rank, s.SummonedAt, s.AnswerBy, s.Answer, s.AnsweredAt, s.Eta, s.Via, s.SilentAt, s.OverdueAt, s.ArrivedAt);
}
