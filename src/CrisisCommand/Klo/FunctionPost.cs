using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

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

    /// <summary>When the person held the function for the first time after it: they came, whatever they answered.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>Whether the person may still come because of it: an answer is awaited, or they are on the way.</summary>
    public bool IsPending => ArrivedAt is null && (Answer == SummonsAnswer.Coming ? OverdueAt is null : Answer is null && SilentAt is null);
}

/// <summary>A handover offered and not yet answered.</summary>
public sealed record PendingHandover(PersonId From, PersonId To, CommittedText Briefing, DateTimeOffset OfferedAt);

/// <summary>A holder who does not seem to be there is called.</summary>
public sealed record HolderCall(PersonId Person, DateTimeOffset CalledAt, DateTimeOffset AnswerBy);

/// <summary>A function was taken from its silent holder.</summary>
public sealed record Takeover(PersonId From, PersonId By, DateTimeOffset At);

/// <summary>Who is to relieve a function's holder, and when.</summary>
public sealed record Relief(PersonId Person, DateTimeOffset At);

/// <summary>What the holder of a function may decide on their own.</summary>
/// <param name="By">The event that delegated it.</param>
public sealed record Delegation(CommittedText Scope, DateTimeOffset? Until, [property: JsonIgnore] Guid By)
{
    public bool Holds(DateTimeOffset now) => Until is not { } until || now < until;
}

/// <summary>One function of the convened KLO: who is called, who holds it and by what right, who is about to take over.</summary>
public sealed record FunctionPost(FunctionKey Function, ImmutableArray<PersonId> CallOrder, int? AnswerWithinMinutes = null)
{
    public PersonId? Holder { get; init; }
    public Mandate? Mandate { get; init; }
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>The event by which who acts in it does: its holder's coming, or the convening of its ordinary holder.</summary>
    [JsonIgnore]
    public Guid GivenBy { get; init; }
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

    /// <summary>Whom the function was taken from in their silence, by whom and when; until it is theirs again.</summary>
    public Takeover? Takeover { get; init; }

    public PersonId? TakenFrom => Takeover?.From;

    /// <summary>Where in the summonses the present search for somebody begins: at the first, or after the holder fell silent.</summary>
    public int SearchFrom { get; init; }

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

    /// <summary>Whether the person is called to the function: its ordinary holder always is, anybody else by a summons.</summary>
    public bool Awaits(PersonId person) => Ordinary == person || SummonsOf(person) is not null;

    /// <summary>The latest summons of each person, in the order in which they were made.</summary>
    public IEnumerable<Summons> Current => Summons.Where((s, i) => !Summons.Skip(i + 1).Any(later => later.Person == s.Person));

    /// <summary>The latest summons of each person in the present search.</summary>
    public IEnumerable<Summons> Search =>
        Summons.Where((s, i) => i >= SearchFrom && !Summons.Skip(i + 1).Any(later => later.Person == s.Person));

    /// <summary>Who is summoned when the present search goes on: in the order, those after the holder first; null when it is exhausted.</summary>
    public PersonId? NextInOrder
    {
        get
        {
            var first = Holder is { } holder ? CallOrder.IndexOf(holder) + 1 : 0;
            return CallOrder[first..]
                .Concat(CallOrder[..first])
                .Where(p => p != Holder && !IsSought(p))
                .Select(p => (PersonId?)p)
                .FirstOrDefault();
        }
    }

    /// <summary>0 for the holder by plan, then the deputies in order; whoever is not in the order comes after them.</summary>
    public int RankOf(PersonId person) => CallOrder.IndexOf(person) is >= 0 and var rank ? rank : CallOrder.Length;

    /// <summary>Whether the person was summoned in the present search.</summary>
    public bool IsSought(PersonId person) => Search.Any(s => s.Person == person);

    /// <summary>Whether the present search may still bring somebody else than that person.</summary>
    public bool IsAwaitedOtherThan(PersonId person) => Search.Any(s => s.Person != person && s.IsPending);

    /// <summary>Everybody who has to do with the function in this crisis.</summary>
    public IEnumerable<PersonId> Mentioned =>
        new[] { Holder, Handover?.From, Handover?.To, Takeover?.From, Takeover?.By }
            .OfType<PersonId>()
            .Concat(Summons.Select(s => s.Person))
            .Concat(Reliefs.Select(r => r.Person));

    internal FunctionPost HeldBy(PersonId person, Mandate mandate, Fact by) =>
        Change(person, s => s with { ArrivedAt = s.ArrivedAt ?? by.RecordedAt }) with
        {
            Holder = person,
            Mandate = mandate,
            HeldSince = by.RecordedAt,
            GivenBy = by.EventId,
            Handover = null,
            VacantSince = null,
            Call = null,
            HolderSilentSince = null,
            WarnedUntil = null,
            Takeover = TakenFrom == person ? null : Takeover,
            Reliefs = Reliefs.RemoveAll(r => r.Person == person),
        };

    internal FunctionPost Called(PersonId person, int rank, DateTimeOffset at, DateTimeOffset answerBy) =>
        this with
        {
            VacantSince = null,
            Summons = Summons.Add(new(person, rank, at, answerBy)),
        };

    /// <summary>An answer counts also when it is late: whoever comes after all, is on the way.</summary>
    internal FunctionPost Answered(SummonsAnswered answered, DateTimeOffset at) =>
        Change(
            answered.Person,
            s => s with { Answer = answered.Answer, AnsweredAt = at, Eta = answered.Eta, Via = answered.Via, OverdueAt = null }
        ) with
        {
            VacantSince = answered.Answer == SummonsAnswer.Coming ? null : VacantSince,
        };

    /// <summary>Its holder is known to be silent: a new search begins, in which nobody was summoned yet.</summary>
    internal FunctionPost FallenSilent(DateTimeOffset at) => this with { Call = null, HolderSilentSince = at, SearchFrom = Summons.Length };

    /// <summary>The latest summons of a person, changed.</summary>
    internal FunctionPost Change(PersonId person, Func<Summons, Summons> change)
    {
        var last = Summons.Length - 1;
        while (last >= 0 && Summons[last].Person != person)
        {
            last--;
        }

        return last < 0 ? this : this with { Summons = Summons.SetItem(last, change(Summons[last])) };
    }
}
