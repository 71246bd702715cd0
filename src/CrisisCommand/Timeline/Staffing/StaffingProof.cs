using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Timeline.Staffing;

/// <summary>
/// Who held which function when, by what right and by which way, and why nobody did when nobody did: a pure fold. What is true at each fact
/// is asked of the KLO's own state, so that the proof and the rules can never disagree.
/// </summary>
public sealed record StaffingProof : IState<StaffingProof>
{
    public static StaffingProof Initial { get; } = new();

    /// <summary>In the plan's order; a function that began with a later plan comes after those that were there before.</summary>
    public ImmutableArray<FunctionProof> Functions { get; init; } = [];

    /// <summary>The KLO after the facts so far.</summary>
    public KloActivation Klo { get; init; } = KloActivation.Initial;

    /// <summary>When the stand-down was recorded, or else the last fact of the journal: until then the proof says something.</summary>
    public DateTimeOffset Until { get; init; }

    public StaffingProof After(Fact fact)
    {
        if (Klo.IsStoodDown)
        {
            return this;
        }

        var klo = Klo.After(fact);
        var seen = this with { Klo = klo, Until = fact.RecordedAt };
        return ReferenceEquals(klo, Klo) ? seen
            : klo.IsStoodDown ? seen with { Functions = [.. Functions.Select(f => f.Ended(fact))] }
            : seen with { Functions = [.. Functions.Select(f => f.After(fact, klo)), .. Begun(fact, klo)] };
    }

    private IEnumerable<FunctionProof> Begun(Fact fact, KloActivation klo) =>
        klo
            .Posts.Where(p => !Functions.Any(f => f.IsOpen && f.Function == p.Function))
            .Select(p => new FunctionProof(p.Function, fact.RecordedAt, JournalMark.Of(fact)).After(fact, klo));
}

/// <summary>One function from the convening, or from the plan that brought it, until the stand-down or the plan that has it no more.</summary>
public sealed record FunctionProof(FunctionKey Function, DateTimeOffset From, JournalMark Begins)
{
    public DateTimeOffset? To { get; init; }
    public JournalMark? Ends { get; init; }

    /// <summary>When somebody was called to it first.</summary>
    public DateTimeOffset? SummonedAt { get; init; }

    /// <summary>Without a gap and without an overlap: each begins where the one before it ends.</summary>
    public ImmutableArray<StaffingInterval> Intervals { get; init; } = [];

    public bool IsOpen => To is null;

    public IEnumerable<StaffingInterval> Tenures => Intervals.Where(i => i.Holder is not null);

    /// <summary>From the first summons until somebody was in place; null where either is missing.</summary>
    public TimeSpan? DelayToFirst => Tenures.FirstOrDefault() is { } first && SummonedAt is { } summoned ? first.From - summoned : null;

    internal FunctionProof After(Fact fact, KloActivation klo) =>
        !IsOpen ? this
        : klo.Post(Function) is not { } post ? Ended(fact)
        : Summoned(fact).Now(fact, post);

    internal FunctionProof Ended(Fact fact) =>
        IsOpen
            ? this with
            {
                To = fact.RecordedAt,
                Ends = JournalMark.Of(fact),
                Intervals = [.. Intervals.Select(i => i.Ended(fact))],
            }
            : this;

    private FunctionProof Summoned(Fact fact) =>
        fact.Event is FunctionSummoned summoned && summoned.Function == Function
            ? this with
            {
                SummonedAt = SummonedAt ?? fact.RecordedAt,
            }
            : this;

    private FunctionProof Now(Fact fact, FunctionPost post)
    {
        var (holder, vacancy) = (Tenure.Of(post, Passings.By(fact.Event)), Vacancy.Of(post));
        var goesOn = Intervals is [.., var last] && last.Vacancy == vacancy && Tenure.IsSame(last.Holder, holder);
        var intervals = goesOn ? Intervals : Next(new(fact.RecordedAt, JournalMark.Of(fact), holder, vacancy), fact);
        return this with
        {
            Intervals = intervals.SetItem(intervals.Length - 1, intervals[^1].Heard(fact, holder is null ? null : post.HolderSilentSince)),
        };
    }

    /// <summary>What nobody could have seen, a vacancy that began and ended in one instant, is no interval.</summary>
    private ImmutableArray<StaffingInterval> Next(StaffingInterval next, Fact fact) =>
        Intervals is not [.., var last] ? [next]
        : last.Vacancy is not null && last.From == fact.RecordedAt ? Intervals.SetItem(Intervals.Length - 1, next)
        : Intervals.SetItem(Intervals.Length - 1, last.Ended(fact)).Add(next);
}
