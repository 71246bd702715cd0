using System.Globalization;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Timeline;

namespace CrisisCommand.Pages.TimeMachine;

/// <summary>What is marked above the slider.</summary>
public enum HistoryMarkKind
{
    Decision,
    Situation,
    StandDown,
}

/// <summary>A mark above the slider, or several that would lie on each other.</summary>
/// <param name="Version">Of the first of them.</param>
/// <param name="RecordedAt">When the first of them was recorded.</param>
/// <param name="Number">The first of them among its kind: of decisions, its number.</param>
/// <param name="Count">How many it stands for.</param>
/// <param name="Place">From 0 (the first version) to 1 (the last).</param>
public sealed record HistoryMark(HistoryMarkKind Kind, long Version, DateTimeOffset RecordedAt, int Number, int Count, double Place)
{
    /// <summary>The place along the slider, as SVG says it.</summary>
    public string X => string.Create(CultureInfo.InvariantCulture, $"{Place * 100:0.##}%");
}

/// <summary>The marks above the slider, out of the index of the journal: no fact is read for them. Pure.</summary>
public static class HistoryMarks
{
    // As many places as there is room for beside each other; a crisis of ten thousand facts has no more marks than that per kind.
    private const int Places = 200;

    public static IReadOnlyList<HistoryMark> Of(TimelineIndex index)
    {
        var last = Math.Max(1, index.Marks.Count - 1);
        return
        [
            .. index
                .Marks.Select(m => (Mark: m, Kind: KindOf(m.Kind)))
                .Where(m => m.Kind is not null)
                .GroupBy(m => m.Kind!.Value, m => m.Mark)
                .SelectMany(kind => kind.Select((mark, i) => Alone(kind.Key, mark, i + 1, last)))
                .GroupBy(m => (m.Kind, (int)(m.Place * Places)))
                .Select(together => together.First() with { Count = together.Count() })
                .OrderBy(m => m.Version),
        ];
    }

    private static HistoryMark Alone(HistoryMarkKind kind, Mark mark, int number, int last) =>
        new(kind, mark.Version, mark.RecordedAt, number, 1, (double)(mark.Version - 1) / last);

    private static HistoryMarkKind? KindOf(Type fact) =>
        fact == typeof(DecisionTaken) ? HistoryMarkKind.Decision
        : fact == typeof(SituationReported) || fact == typeof(FunctionSituationReported) ? HistoryMarkKind.Situation
        : fact == typeof(KloStoodDown) ? HistoryMarkKind.StandDown
        : null;
}
