using System.Collections.Immutable;
using CrisisCommand.Platform;

namespace CrisisCommand.Klo;

/// <summary>One person called to one function, and what they said.</summary>
public sealed record Summons(PersonId Person, int Rank, DateTimeOffset SummonedAt, DateTimeOffset AnswerBy)
{
    public SummonsAnswer? Answer { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? Eta { get; init; }
}

/// <summary>A handover offered and not yet answered.</summary>
public sealed record PendingHandover(PersonId From, PersonId To, CommittedText Briefing, DateTimeOffset OfferedAt);

/// <summary>One function of the convened KLO: who is called, who holds it and by what right, who is about to take over.</summary>
public sealed record FunctionPost(FunctionKey Function, ImmutableArray<PersonId> CallOrder)
{
    public PersonId? Holder { get; init; }
    public Mandate? Mandate { get; init; }
    public DateTimeOffset? HeldSince { get; init; }
    public PendingHandover? Handover { get; init; }
    public ImmutableArray<Summons> Summons { get; init; } = [];

    public Mandate MandateOf(PersonId person) =>
        CallOrder.IndexOf(person) switch
        {
            0 => Klo.Mandate.Holder,
            > 0 => Klo.Mandate.Deputy,
            _ => Klo.Mandate.Appointed,
        };

    /// <summary>The latest summons of a person to this function.</summary>
    public Summons? SummonsOf(PersonId person) => Summons.LastOrDefault(s => s.Person == person);

    /// <summary>Everybody who has to do with the function in this crisis.</summary>
    public IEnumerable<PersonId> Mentioned =>
        new[] { Holder, Handover?.From, Handover?.To }.OfType<PersonId>().Concat(Summons.Select(s => s.Person));
}

/// <summary>The KLO of one crisis: convened by a pinned plan, staffed by persons, stood down in the end.</summary>
public sealed record KloActivation : IState<KloActivation>
{
    public static KloActivation Initial { get; } = new();

    public PlanName? Plan { get; init; }
    public long PlanVersion { get; init; }
    public bool IsStoodDown { get; init; }
    public DateTimeOffset? StoodDownAt { get; init; }

    /// <summary>In the plan's order.</summary>
    public ImmutableArray<FunctionPost> Posts { get; init; } = [];

    public FunctionPost? Post(FunctionKey function) => Posts.FirstOrDefault(p => p.Function == function);

    /// <summary>Who leads the crisis; null while nobody has taken it.</summary>
    public PersonId? Leader => Post(FunctionKey.CrisisLeader)?.Holder;

    /// <summary>The function that a person holds; the first in the plan's order where they hold several.</summary>
    public FunctionPost? HeldBy(PersonId person) => Posts.FirstOrDefault(p => p.Holder == person);

    public KloActivation After(Fact fact) =>
        fact.Event switch
        {
            KloConvened convened => this with
            {
                Plan = convened.Plan,
                PlanVersion = convened.PlanVersion,
                Posts = [.. convened.Functions.Select(f => new FunctionPost(f.Function, f.Persons))],
            },
            FunctionSummoned summoned => Change(
                summoned.Function,
                post => post with { Summons = post.Summons.Add(new(summoned.Person, summoned.Rank, fact.RecordedAt, summoned.AnswerBy)) }
            ),
            SummonsAnswered answered => Change(answered.Function, post => Answered(post, answered, fact.RecordedAt)),
            FunctionStaffed staffed => Change(staffed.Function, post => Held(post, staffed.Person, staffed.Mandate, fact.RecordedAt)),
            HandoverOffered offered => Change(
                offered.Function,
                post => post with { Handover = new(offered.From, offered.To, offered.Briefing, fact.RecordedAt) }
            ),
            HandoverAccepted accepted => Change(accepted.Function, post => Held(post, accepted.To, accepted.Mandate, fact.RecordedAt)),
            HandoverDeclined declined => Change(declined.Function, post => post with { Handover = null }),
            KloStoodDown _ => this with { IsStoodDown = true, StoodDownAt = fact.RecordedAt },
            _ => this,
        };

    private KloActivation Change(FunctionKey function, Func<FunctionPost, FunctionPost> change) =>
        this with
        {
            Posts = [.. Posts.Select(p => p.Function == function ? change(p) : p)],
        };

    private static FunctionPost Held(FunctionPost post, PersonId person, Mandate mandate, DateTimeOffset since) =>
        post with
        {
            Holder = person,
            Mandate = mandate,
            HeldSince = since,
            Handover = null,
        };

    private static FunctionPost Answered(FunctionPost post, SummonsAnswered answered, DateTimeOffset at) =>
        post with
        {
            Summons =
            [
                .. post.Summons.Select(s =>
                    s.Person == answered.Person ? s with { Answer = answered.Answer, AnsweredAt = at, Eta = answered.Eta } : s
                ),
            ],
        };
}
