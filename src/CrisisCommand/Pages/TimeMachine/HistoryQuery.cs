using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CrisisCommand.Boards;
using CrisisCommand.Decisions;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Timeline;

namespace CrisisCommand.Pages.TimeMachine;

/// <summary>A moment as an address says it. Empty fields, as a form sends them, say nothing.</summary>
/// <param name="Version">The board after so many facts.</param>
/// <param name="At">The board at a time of day in Stockholm; the whole of that second belongs to it, as times are shown by the second.</param>
/// <param name="As"><c>known</c> (default) or <c>happened</c>.</param>
/// <param name="From">The version, or the time, that the board is compared with.</param>
/// <param name="Decision">The number of the decision on whose board it stands.</param>
public readonly record struct HistoryQuery(string? Version, string? At, string? As, string? From, string? Decision)
{
    private static readonly TimeSpan RestOfSecond = TimeSpan.FromSeconds(1) - TimeSpan.FromMicroseconds(1);

    private bool IsHappened => As == BoardQuery.Happened;

    /// <summary>Where the decision asked for stands in the journal; nothing where none is asked for.</summary>
    public (Mark? Taken, Refusal? Refusal) DecisionOf(TimelineIndex index)
    {
        if (!IsSaid(Decision))
        {
            return (null, null);
        }

        var taken = index.Marks.Where(m => m.Kind == typeof(DecisionTaken)).ToList();
        return Number(Decision!) is { } number && number >= 1 && number <= taken.Count
            ? (taken[(int)number - 1], null)
            : (null, HistoryRefusals.NoSuchDecision.With(Decision!, $"{taken.Count}"));
    }

    /// <param name="served">The version that the taker of the decision asked for was served.</param>
    public (Moment? Moment, Refusal? Refusal) Find(TimelineIndex index, DateTimeOffset now, long? served = null)
    {
        var (version, instant, refusal) =
            Contradiction(served) is { } contradiction ? (0, default, contradiction)
            : IsSaid(At) ? AtTime(At, "?at", index, now)
            : AtVersion(IsSaid(Version) ? Version : $"{served ?? index.Marks.Count}", "?version", index);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        long? from = null;
        if (IsSaid(From))
        {
            (from, _, refusal) = From.All(char.IsAsciiDigit) ? AtVersion(From, "?from", index) : AtTime(From, "?from", index, now);
        }

        return refusal is not null
            ? (null, refusal)
            : (
                new(version, instant, index.Marks.Count, IsHappened)
                {
                    At = IsSaid(At) ? At : null,
                    From = from,
                    Decision = served is null ? null : (int?)Number(Decision!),
                },
                null
            );
    }

    private Refusal? Contradiction(long? served) =>
        As is not (null or "" or BoardQuery.Known or BoardQuery.Happened) ? HistoryRefusals.NoSuchReading.With(As)
        : IsSaid(At) && (IsSaid(Version) || served is not null) ? HistoryRefusals.VersionOrTime
        : IsHappened && (IsSaid(From) || served is not null) ? HistoryRefusals.OnlyKnown
        : served is { } known && IsSaid(Version) && Number(Version) != known
            ? HistoryRefusals.OtherVersion.With(Decision!, $"{known}", Version)
        : null;

    private static (long, DateTimeOffset, Refusal?) AtVersion(string said, string pointer, TimelineIndex index) =>
        Number(said) is { } number && number >= 1 && number <= index.Marks.Count
            ? (number, index.Marks[(int)number - 1].RecordedAt, null)
            : (0, default, (HistoryRefusals.NoSuchVersion with { Pointer = pointer }).With(said, $"{index.Marks.Count}"));

    private static (long, DateTimeOffset, Refusal?) AtTime(string said, string pointer, TimelineIndex index, DateTimeOffset now)
    {
        if (FormFields.LocalTime(said, now) is not { } time)
        {
            return (0, default, (PageRefusals.NoTime with { Pointer = pointer }).With(said));
        }

        if (time > now)
        {
            return (0, default, (HistoryRefusals.Ahead with { Pointer = pointer }).With(said));
        }

        var instant = time + RestOfSecond < now ? time + RestOfSecond : now;
        return index.VersionAsOf(instant) is var version && version > 0
            ? (version, instant, null)
            : (0, default, (HistoryRefusals.NotDeclared with { Pointer = pointer }).With(said));
    }

    private static bool IsSaid([NotNullWhen(true)] string? field) => !string.IsNullOrEmpty(field);

    private static long? Number(string said) =>
        long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
