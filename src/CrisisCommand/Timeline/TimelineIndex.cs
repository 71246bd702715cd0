using System.Collections.Immutable;
using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Timeline;

/// <summary>Where a fact stands in the timeline: all that ordering, bounding and filtering need, without its content.</summary>
/// <param name="Corrects">The fact that this one corrects.</param>
public sealed record Mark(long Version, Guid EventId, Type Kind, DateTimeOffset RecordedAt, DateTimeOffset OccurredAt, Guid? Corrects)
{
    public static Mark Of(Fact fact) =>
        new(
            fact.Version,
            fact.EventId,
            fact.Event.GetType(),
            fact.RecordedAt,
            fact.OccurredAt,
            fact.Event is EntryCorrected corrected ? corrected.Entry : null
        );
}

/// <summary>
/// The whole timeline of a crisis as marks, kept folded in memory: a page is chosen here and only its facts are read from the store, so a
/// page of a long crisis costs what a page of a short one costs.
/// </summary>
public sealed record TimelineIndex : IState<TimelineIndex>
{
    public static TimelineIndex Initial { get; } = new();

    /// <summary>In the order of the journal.</summary>
    public ImmutableList<Mark> Marks { get; init; } = [];

    /// <summary>Per corrected fact: its corrections, the latest last.</summary>
    public ImmutableDictionary<Guid, ImmutableList<Mark>> Corrections { get; init; } = ImmutableDictionary<Guid, ImmutableList<Mark>>.Empty;

    public TimelineIndex After(Fact fact)
    {
        var mark = Mark.Of(fact);
        return this with
        {
            Marks = Marks.Add(mark),
            Corrections = mark.Corrects is { } entry
                ? Corrections.SetItem(entry, Corrections.GetValueOrDefault(entry, []).Add(mark))
                : Corrections,
        };
    }

    /// <summary>What was known at that moment: recorded time never runs backwards in a stream, so this is one version.</summary>
    public long VersionAsOf(DateTimeOffset? asOf)
    {
        var known = Marks.Count;
        for (var (low, high) = (0, Marks.Count); asOf is { } moment && low <= high; )
        {
            var middle = (low + high) / 2;
            if (middle < Marks.Count && Marks[middle].RecordedAt <= moment)
            {
                low = middle + 1;
            }
            else
            {
                (known, high) = (middle, middle - 1);
            }
        }

        return known;
    }

    /// <summary>The latest correction of a fact that stood in the journal at that version.</summary>
    public Guid? CorrectedBy(Guid entry, long version) =>
        Corrections.GetValueOrDefault(entry, []).LastOrDefault(c => c.Version <= version)?.EventId;
}
