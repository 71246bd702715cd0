using System.Collections.Immutable;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Duty;

/// <summary>One person stands in for another during a while.</summary>
/// <param name="End">Drawn in where the swap is withdrawn; not after <paramref name="Start"/> where nothing of it is left.</param>
public sealed record Swap(Guid Id, PersonId From, PersonId To, DateTimeOffset Start, DateTimeOffset End, bool Withdrawn = false)
{
    public bool Overlaps(DateTimeOffset start, DateTimeOffset end) => Start < End && Start < end && start < End;
}

/// <summary>
/// What is known of a layer: the adopted rosters one after the other, each from when it was in force, and the swaps laid over them. A later
/// roster takes nothing away from the time before it, so who was on duty then is answered by the same fold as who is now.
/// </summary>
public sealed record DutyRoster : IState<DutyRoster>
{
    public static DutyRoster Initial { get; } = new();

    public RosterLayer Layer { get; init; }

    /// <summary>The calendar as it came, of the roster in force.</summary>
    public Guid Calendar { get; init; }
    public CalendarDigest Digest { get; init; }
    public DateTimeOffset AdoptedAt { get; init; }
    public DateTimeOffset From { get; init; }

    /// <summary>How far the roster's rules were followed.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>The shifts by the rosters alone, swaps aside.</summary>
    public ImmutableArray<Shift> Planned { get; init; } = [];
    public ImmutableArray<Swap> Swaps { get; init; } = [];

    /// <summary>The shifts with the swaps laid over them.</summary>
    public ImmutableArray<Shift> Shifts { get; init; } = [];
    public ImmutableArray<Watch> Watches { get; init; } = [];

    /// <summary>After this instant nobody is known to be on duty, whether the rules end or were followed no further.</summary>
    public DateTimeOffset EndsAt => Watches is [.., var last] && last.End < Until ? last.End : Until;

    public DutyRoster After(Fact fact) =>
        fact.Event switch
        {
            RosterAdopted adopted => Adopting(adopted, fact.RecordedAt).LaidOut(),
            ShiftSwapped swapped => (
                this with
                {
                    Swaps = Swaps.Add(new(swapped.Swap, swapped.From, swapped.To, swapped.Start, swapped.End)),
                }
            ).LaidOut(),
            SwapWithdrawn withdrawn => (this with { Swaps = [.. Swaps.Select(s => Withdraw(s, withdrawn))] }).LaidOut(),
            _ => this,
        };

    /// <summary>Who is on duty at an instant, since when and until when; null where nobody is.</summary>
    public Watch? OnDuty(DateTimeOffset at) => Watches.FirstOrDefault(w => w.Holds(at));

    /// <summary>The first watch that begins after an instant.</summary>
    public Watch? Next(DateTimeOffset at) => Watches.FirstOrDefault(w => w.Start > at);

    public Cover Cover(DateTimeOffset from, DateTimeOffset to) => Duty.Cover.Of(Watches, from, to);

    /// <summary>Whether a person is on duty throughout, in one shift or several that touch.</summary>
    public bool IsOnDutyThroughout(PersonId person, DateTimeOffset start, DateTimeOffset end) =>
        Shifts
            .Where(s => s.Person == person)
            .Aggregate(start, (reached, shift) => shift.Start <= reached && shift.End > reached ? shift.End : reached) >= end;

    /// <summary>The shifts once another roster is in force. Whoever is on duty over the change stays so in one shift.</summary>
    internal static ImmutableArray<Shift> Succeed(IEnumerable<Shift> planned, IEnumerable<Shift> adopted, DateTimeOffset from)
    {
        var before = planned.Where(s => s.Start < from).ToList();
        var after = new List<Shift>();
        foreach (var shift in adopted.Where(s => s.End > from))
        {
            var same = shift.Start > from ? -1 : before.FindIndex(s => s.Person == shift.Person && s.Level == shift.Level && s.End >= from);
            after.Add(shift with { Start = same >= 0 ? before[same].Start : Later(shift.Start, from) });
            if (same >= 0)
            {
                before.RemoveAt(same);
            }
        }

        return [.. before.Select(s => s with { End = Earlier(s.End, from) }).Concat(after).OrderBy(s => s.Start)];
    }

    private DutyRoster Adopting(RosterAdopted adopted, DateTimeOffset at) =>
        this with
        {
            Layer = adopted.Layer,
            Calendar = adopted.Calendar,
            Digest = adopted.Digest,
            AdoptedAt = at,
            From = adopted.From,
            Until = adopted.Until,
            Planned = Succeed(Planned, adopted.Shifts, adopted.From),
        };

    private DutyRoster LaidOut()
    {
        var shifts = Swaps.Aggregate(Planned, (laid, swap) => [.. laid.SelectMany(s => Lay(swap, s)).OrderBy(s => s.Start)]);
        return this with { Shifts = shifts, Watches = Watch.Of(shifts) };
    }

    /// <summary>A shift under a swap: what is before it, what the other one takes, what is after it.</summary>
    private static IEnumerable<Shift> Lay(Swap swap, Shift shift)
    {
        if (shift.Person != swap.From || !swap.Overlaps(shift.Start, shift.End))
        {
            return [shift];
        }

        var taken = shift with { Person = swap.To, Start = Later(shift.Start, swap.Start), End = Earlier(shift.End, swap.End) };
        return new[] { shift with { End = taken.Start }, taken, shift with { Start = taken.End } }.Where(s => s.Start < s.End);
    }

    private static Swap Withdraw(Swap swap, SwapWithdrawn withdrawn) =>
        swap.Id == withdrawn.Swap ? swap with { Withdrawn = true, End = Earlier(swap.End, withdrawn.From) } : swap;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

/// <summary>The layers of a realm, to be listed.</summary>
public sealed record RosterView : IView<RosterView>
{
    public static RosterView Initial { get; } = new();

    public Guid Id { get; init; }
    public RosterLayer Layer { get; init; }

    public static RosterView Begin(Guid id) => new() { Id = id };

    public RosterView After(Fact fact) => fact.Event is RosterAdopted adopted ? this with { Layer = adopted.Layer } : this;
}
