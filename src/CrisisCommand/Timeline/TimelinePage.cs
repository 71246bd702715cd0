using System.Collections.Immutable;
using System.Globalization;

namespace CrisisCommand.Timeline;

public enum TimelineOrder
{
    /// <summary>As it came into the journal: what was known, in the order in which it became known.</summary>
    Recorded,

    /// <summary>As it happened in the world: a late entry stands at the time it tells of.</summary>
    Occurred,
}

/// <summary>Where a page ended.</summary>
/// <param name="Head">The version of the journal that the first page saw; later pages see the same, so that a late entry written meanwhile moves nothing.</param>
/// <param name="OccurredAt">Of the last line; null in the order of the journal, which needs none.</param>
/// <param name="Version">Of the last line.</param>
public sealed record TimelineCursor(long Head, DateTimeOffset? OccurredAt, long Version)
{
    public override string ToString() =>
        OccurredAt is { } occurred
            ? string.Create(CultureInfo.InvariantCulture, $"o.{Head}.{occurred.UtcTicks}.{Version}")
            : string.Create(CultureInfo.InvariantCulture, $"r.{Version}");

    public static TimelineCursor? Parse(string text, TimelineOrder order) =>
        (order, text.Split('.')) switch
        {
            (TimelineOrder.Recorded, ["r", var version]) when Number(version) is { } v => new(long.MaxValue, null, v),
            (TimelineOrder.Occurred, ["o", var head, var ticks, var version])
                when Number(head) is { } h && Number(ticks) is { } t && t <= DateTimeOffset.MaxValue.UtcTicks && Number(version) is { } v =>
                new(h, new DateTimeOffset(t, TimeSpan.Zero), v),
            _ => null,
        };

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>What a reader asks of the timeline.</summary>
/// <param name="From">Bounds the ordering time, inclusive; so does <paramref name="To"/>.</param>
/// <param name="AsOf">What was known at that moment.</param>
/// <param name="Kinds">Only these; empty: all.</param>
public sealed record TimelineQuery(
    TimelineOrder Order,
    DateTimeOffset? From,
    DateTimeOffset? To,
    DateTimeOffset? AsOf,
    ImmutableHashSet<Type> Kinds,
    int Limit,
    TimelineCursor? After
)
{
    public const int MaxLimit = 200;
    public const int DefaultLimit = 100;

    public static readonly TimelineQuery All = new(TimelineOrder.Recorded, null, null, null, [], int.MaxValue, null);
}

/// <summary>The marks of one page, in order, the version of the journal that they are seen from, and where the next page begins.</summary>
public sealed record TimelinePage(IReadOnlyList<Mark> Marks, long View, TimelineCursor? Next)
{
    /// <summary>Chooses a page. Pure: the same index and question give the same page, whatever happens later.</summary>
    public static TimelinePage Of(TimelineIndex index, TimelineQuery query)
    {
        var view = Math.Min(index.VersionAsOf(query.AsOf), query.After?.Head ?? long.MaxValue);
        var rest = query.Order == TimelineOrder.Recorded ? Recorded(index, query, view) : Occurred(index, query, view);
        var marks = rest.Take(query.Limit == int.MaxValue ? int.MaxValue : query.Limit + 1).ToList();
        if (marks.Count <= query.Limit)
        {
            return new(marks, view, null);
        }

        marks.RemoveAt(query.Limit);
        var last = marks[^1];
        return new(marks, view, new(view, query.Order == TimelineOrder.Occurred ? last.OccurredAt : null, last.Version));
    }

    // Versions have no hole, so the mark after version n stands at index n.
    private static IEnumerable<Mark> Recorded(TimelineIndex index, TimelineQuery query, long view)
    {
        for (var at = query.After?.Version ?? 0; at < view; at++)
        {
            var mark = index.Marks[(int)at];
            if (Within(query, mark.RecordedAt) && IsWanted(query, mark))
            {
                yield return mark;
            }
        }
    }

    private static IEnumerable<Mark> Occurred(TimelineIndex index, TimelineQuery query, long view) =>
        index
            .Marks.Where(m => m.Version <= view && Within(query, m.OccurredAt) && IsWanted(query, m) && IsAfter(m, query.After))
            .OrderBy(m => m.OccurredAt)
            .ThenBy(m => m.Version);

    private static bool IsAfter(Mark mark, TimelineCursor? cursor) =>
        cursor is null || (mark.OccurredAt, mark.Version).CompareTo((cursor.OccurredAt!.Value, cursor.Version)) > 0;

    private static bool Within(TimelineQuery query, DateTimeOffset time) => !(time < query.From) && !(time > query.To);

    private static bool IsWanted(TimelineQuery query, Mark mark) => query.Kinds.IsEmpty || query.Kinds.Contains(mark.Kind);
}
