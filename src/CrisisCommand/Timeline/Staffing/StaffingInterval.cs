using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Timeline.Staffing;

/// <summary>How a function came to who held it.</summary>
public enum Passing
{
    Staffed,
    HandedOver,
    TakenOver,

    /// <summary>By the mapping of a plan that was gone over to.</summary>
    Reorganised,
}

/// <summary>Why nobody held a function.</summary>
public enum VacancyReason
{
    NotSummoned,
    AwaitingAnswer,
    OnTheWay,
    Silent,
    Declined,

    /// <summary>Somebody said that they come, and did not.</summary>
    NotCome,

    /// <summary>Everybody in the order has declined, was silent or did not come.</summary>
    NobodyLeft,
}

/// <summary>The fact of the journal by which something begins or ends.</summary>
public sealed record JournalMark(Guid EventId, long Version)
{
    public static JournalMark Of(Fact fact) => new(fact.EventId, fact.Version);
}

/// <summary>One person's time in a function.</summary>
/// <param name="InFunctionSince">Before the interval where the function was renamed by another plan meanwhile.</param>
public sealed record Tenure(PersonId Person, Mandate Mandate, Passing Passing, DateTimeOffset? InFunctionSince)
{
    public static Tenure? Of(FunctionPost post, Passing passing) =>
        post is { Holder: { } holder, Mandate: { } mandate } ? new(holder, mandate, passing, post.HeldSince) : null;

    /// <summary>Whether nothing has passed between the two, whatever else happened to the function.</summary>
    public static bool IsSame(Tenure? one, Tenure? other) =>
        (one?.Person, one?.Mandate, one?.InFunctionSince) == (other?.Person, other?.Mandate, other?.InFunctionSince);
}

/// <summary>Why nobody held it, and who was meant to.</summary>
/// <param name="Eta">When they said that they would be in place.</param>
public sealed record Vacancy(VacancyReason Reason, PersonId? Person = null, DateTimeOffset? Eta = null)
{
    public static Vacancy? Of(FunctionPost post)
    {
        if (post.Holder is not null)
        {
            return null;
        }

        var pending = post.Current.Where(s => s.IsPending).ToList();
        return pending.Where(s => s.Answer == SummonsAnswer.Coming).OrderBy(s => s.Eta ?? DateTimeOffset.MaxValue).FirstOrDefault()
                is { } coming
                ? new(VacancyReason.OnTheWay, coming.Person, coming.Eta)
            : pending is [.., var asked] ? new(VacancyReason.AwaitingAnswer, asked.Person)
            : post.VacantSince is not null ? new(VacancyReason.NobodyLeft)
            : Last(post) is { } last ? new(WhyNot(last), last.Person)
            : new(VacancyReason.NotSummoned);
    }

    /// <summary>Who dropped out last.</summary>
    private static Summons? Last(FunctionPost post) => post.Current.OrderBy(s => s.OverdueAt ?? s.AnsweredAt ?? s.SilentAt).LastOrDefault();

    private static VacancyReason WhyNot(Summons summons) =>
        summons.OverdueAt is not null ? VacancyReason.NotCome
        : summons.Answer == SummonsAnswer.Declined ? VacancyReason.Declined
        : VacancyReason.Silent;
}

/// <summary>While a holder was known to be silent.</summary>
public sealed record Silence(DateTimeOffset From, JournalMark Begins, DateTimeOffset? To = null, JournalMark? Ends = null);

/// <summary>A stretch of a function in which one person held it, or nobody for one reason. From is in it, To is not.</summary>
public sealed record StaffingInterval(DateTimeOffset From, JournalMark Begins, Tenure? Holder, Vacancy? Vacancy)
{
    /// <summary>Null while it lasts.</summary>
    public DateTimeOffset? To { get; init; }
    public JournalMark? Ends { get; init; }
    public ImmutableArray<Silence> Silences { get; init; } = [];

    internal StaffingInterval Ended(Fact fact) =>
        To is null ? Heard(fact, null) with { To = fact.RecordedAt, Ends = JournalMark.Of(fact) } : this;

    /// <param name="silentSince">As the KLO has it after the fact.</param>
    internal StaffingInterval Heard(Fact fact, DateTimeOffset? silentSince) =>
        (Silences, silentSince) switch
        {
            ([.., { To: null } last], null) => this with
            {
                Silences = Silences.SetItem(Silences.Length - 1, last with { To = fact.RecordedAt, Ends = JournalMark.Of(fact) }),
            },
            ([] or [.., { To: not null }], not null) => this with { Silences = Silences.Add(new(fact.RecordedAt, JournalMark.Of(fact))) },
            _ => this,
        };
}

internal static class Passings
{
    public static Passing By(IDomainEvent happened) =>
        happened switch
        {
            HandoverAccepted => Passing.HandedOver,
            FunctionTakenOver => Passing.TakenOver,
            KloReorganised => Passing.Reorganised,
            _ => Passing.Staffed,
        };
}
