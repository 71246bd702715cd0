using System.Collections.Immutable;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Duty;

/// <summary>A stretch of time with the same people on duty throughout.</summary>
/// <param name="Persons">One, or several where shifts of the same level overlap; in the order of their ids.</param>
public sealed record Watch(DateTimeOffset Start, DateTimeOffset End, ImmutableArray<PersonId> Persons)
{
    public bool Holds(DateTimeOffset at) => Start <= at && at < End;

    /// <summary>The watches that shifts come to: in order, apart from or touching each other, never overlapping.</summary>
    public static ImmutableArray<Watch> Of(IEnumerable<Shift> shifts)
    {
        var coming = new Queue<Shift>(shifts.Where(s => s.Start < s.End).OrderBy(s => s.Start));
        var edges = coming.SelectMany(s => new[] { s.Start, s.End }).Distinct().Order().ToList();
        var (active, watches) = (new List<Shift>(), new List<Watch>());
        foreach (var (start, end) in edges.Zip(edges.Skip(1)))
        {
            active.RemoveAll(s => s.End <= start);
            while (coming.TryPeek(out var next) && next.Start <= start)
            {
                active.Add(coming.Dequeue());
            }

            Extend(watches, start, end, active);
        }

        return [.. watches];
    }

    private static void Extend(List<Watch> watches, DateTimeOffset start, DateTimeOffset end, List<Shift> active)
    {
        if (active.Count == 0)
        {
            return;
        }

        var level = active.Max(s => s.Level);
        var persons = active.Where(s => s.Level == level).Select(s => s.Person).Distinct().OrderBy(p => p.Value, StringComparer.Ordinal);
        var watch = new Watch(start, end, [.. persons]);
        if (watches is [.., var last] && last.End == start && last.Persons.SequenceEqual(watch.Persons))
        {
            watches[^1] = last with { End = end };
        }
        else
        {
            watches.Add(watch);
        }
    }
}

/// <summary>Time without anybody.</summary>
public sealed record Gap(DateTimeOffset Start, DateTimeOffset End);

/// <summary>How a window of time is covered: watches and gaps together are the window, and no instant is in two of them.</summary>
public sealed record Cover(DateTimeOffset From, DateTimeOffset To, ImmutableArray<Watch> Watches, ImmutableArray<Gap> Gaps)
{
    public IEnumerable<Watch> Doubles => Watches.Where(w => w.Persons.Length > 1);

    public static Cover Of(IEnumerable<Watch> watches, DateTimeOffset from, DateTimeOffset to)
    {
        var within = watches
            .Where(w => w.Start < to && w.End > from)
            .Select(w => w with { Start = w.Start > from ? w.Start : from, End = w.End < to ? w.End : to })
            .ToImmutableArray();
        var ends = within.Select(w => w.End).Prepend(from);
        var starts = within.Select(w => w.Start).Append(to);
        return new(from, to, within, [.. ends.Zip(starts, (end, start) => new Gap(end, start)).Where(g => g.Start < g.End)]);
    }
}
