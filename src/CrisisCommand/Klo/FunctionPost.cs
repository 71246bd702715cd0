using System.Collections.Immutable;
using CrisisCommand.Platform;

namespace CrisisCommand.Klo;

/// <summary>One person called to one function, and what became of it.</summary>
public sealed record Summons(PersonId Person, int Rank, DateTimeOffset SummonedAt, DateTimeOffset AnswerBy)
{
    public SummonsAnswer? Answer { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? Eta { get; init; }
    public AnswerVia? Via { get; init; }

    /// <summary>When it was established that no answer had come in time.</summary>
    public DateTimeOffset? SilentAt { get; init; }

    /// <summary>When it was established that the person, who said that they come, had not come.</summary>
    public DateTimeOffset? OverdueAt { get; init; }

    /// <summary>Whether the person may still come because of it: an answer is awaited, or they are on the way.</summary>
    public bool IsPending => Answer == SummonsAnswer.Coming ? OverdueAt is null : Answer is null && SilentAt is null;
}

/// <summary>A handover offered and not yet answered.</summary>
public sealed record PendingHandover(PersonId From, PersonId To, CommittedText Briefing, DateTimeOffset OfferedAt);

/// <summary>A holder who does not seem to be there is called.</summary>
public sealed record HolderCall(PersonId Person, DateTimeOffset CalledAt, DateTimeOffset AnswerBy);

/// <summary>Who is to relieve a function's holder, and when.</summary>
public sealed record Relief(PersonId Person, DateTimeOffset At);

/// <summary>What the holder of a function may decide on their own.</summary>
public sealed record Delegation(CommittedText Scope, DateTimeOffset? Until)
{
    public bool Holds(DateTimeOffset now) => Until is not { } until || now < until;
}

/// <summary>One function of the convened KLO: who is called, who holds it and by what right, who is about to take over.</summary>
public sealed record FunctionPost(FunctionKey Function, ImmutableArray<PersonId> CallOrder, int? AnswerWithinMinutes = null)
{
    public PersonId? Holder { get; init; }
    public Mandate? Mandate { get; init; }
    public DateTimeOffset? HeldSince { get; init; }
    public PendingHandover? Handover { get; init; }
    public ImmutableArray<Summons> Summons { get; init; } = [];

    /// <summary>Since when nobody is on the way any more; null where somebody is, or holds the function.</summary>
    public DateTimeOffset? VacantSince { get; init; }

    /// <summary>The call to a holder that waits for a sign of life.</summary>
    public HolderCall? Call { get; init; }

    /// <summary>Since when the holder is known to be silent; any act of theirs ends it.</summary>
    public DateTimeOffset? HolderSilentSince { get; init; }

    /// <summary>Of this holder it was said that they need relief until then; null where it was not.</summary>
    public DateTimeOffset? WarnedUntil { get; init; }
    public ImmutableArray<Relief> Reliefs { get; init; } = [];
    public Delegation? Delegation { get; init; }

    /// <summary>Whom the function was taken from in their silence, and by whom; until it is theirs again.</summary>
    public PersonId? TakenFrom { get; init; }

    /// <summary>The holder by plan.</summary>
    public PersonId? Ordinary => CallOrder.IsDefaultOrEmpty ? null : CallOrder[0];

    /// <summary>Whether somebody has to be found: nobody holds it, or its holder is silent.</summary>
    public bool NeedsSomebody => Holder is null || HolderSilentSince is not null;

    public Mandate MandateOf(PersonId person) =>
        CallOrder.IndexOf(person) switch
        {
            0 => Klo.Mandate.Holder,
            > 0 => Klo.Mandate.Deputy,
            _ => Klo.Mandate.Appointed,
        };

    /// <summary>The latest summons of a person to this function.</summary>
    public Summons? SummonsOf(PersonId person) => Summons.LastOrDefault(s => s.Person == person);

    /// <summary>The latest summons of each person, in the order in which they were made.</summary>
    public IEnumerable<Summons> Current => Summons.Where((s, i) => !Summons.Skip(i + 1).Any(later => later.Person == s.Person));

    /// <summary>Everybody who has to do with the function in this crisis.</summary>
    public IEnumerable<PersonId> Mentioned =>
        new[] { Holder, Handover?.From, Handover?.To, TakenFrom }
            .OfType<PersonId>()
            .Concat(Summons.Select(s => s.Person))
            .Concat(Reliefs.Select(r => r.Person));

    internal FunctionPost HeldBy(PersonId person, Mandate mandate, DateTimeOffset since) =>
        this with
        {
            Holder = person,
            Mandate = mandate,
            HeldSince = since,
            Handover = null,
            VacantSince = null,
            Call = null,
            HolderSilentSince = null,
            WarnedUntil = null,
            TakenFrom = TakenFrom == person ? null : TakenFrom,
            Reliefs = Reliefs.RemoveAll(r => r.Person == person),
        };

    /// <summary>The latest summons of a person, changed.</summary>
    internal FunctionPost Change(PersonId person, Func<Summons, Summons> change) =>
        SummonsOf(person) is { } last ? this with { Summons = Summons.Replace(last, change(last)) } : this;
}
