using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Duty;

/// <summary>A person is on duty from <paramref name="Start"/> until just before <paramref name="End"/>.</summary>
/// <param name="Level">Where shifts overlap, the highest level counts (Grafana OnCall's <c>[L1]</c> in the SUMMARY); 0 where none is given.</param>
public sealed record Shift(PersonId Person, DateTimeOffset Start, DateTimeOffset End, int Level);

/// <summary>
/// A roster is adopted for a layer: in force from <paramref name="From"/>; what an earlier one said of the time before stays.
/// </summary>
/// <remarks>
/// The shifts are held as instants, already expanded, and not as the recurrence rules of the calendar: who was on duty must read the same
/// in ten years, whatever a library then makes of a rule, and whatever a parliament then makes of summer time. A rule without end is
/// therefore expanded to <paramref name="Until"/> and no further; the roster says when it ends, and is adopted again before that. The
/// calendar as it came lies beside as a document.
/// </remarks>
/// <param name="Calendar">The document: <see cref="RosterCalendar"/>.</param>
/// <param name="Until">How far the calendar's rules were followed: nothing is known of the time after.</param>
/// <param name="Shifts">By their start.</param>
[StoredAs("roster_adopted", StreamKinds.Roster)]
public sealed record RosterAdopted(
    RosterLayer Layer,
    Guid Calendar,
    CalendarDigest Digest,
    DateTimeOffset From,
    DateTimeOffset Until,
    ImmutableArray<Shift> Shifts
) : IDomainEvent
{
    public string InWords(Words words) =>
        words.Say(this, words.Name("layer", Layer.Value), words.Time(From), Shifts.Length, words.Time(Until));
}

/// <summary>A person takes over another's shift, or a part of it; or several on end.</summary>
[StoredAs("shift_swapped", StreamKinds.Roster)]
public sealed record ShiftSwapped(RosterLayer Layer, Guid Swap, PersonId From, PersonId To, DateTimeOffset Start, DateTimeOffset End)
    : IDomainEvent
{
    public string InWords(Words words) =>
        words.Say(this, words.Name("layer", Layer.Value), words.Person(To), words.Person(From), words.Time(Start), words.Time(End));
}

/// <summary>A swap does not come about, or ends before its time.</summary>
/// <param name="From">From when on the roster is as if it had not been agreed.</param>
[StoredAs("swap_withdrawn", StreamKinds.Roster)]
public sealed record SwapWithdrawn(RosterLayer Layer, Guid Swap, DateTimeOffset From) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Name("layer", Layer.Value), words.Time(From));
}
