using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Timeline;

/// <summary>One fact of the crisis as a reader sees it.</summary>
/// <param name="Capacity">By which of their rights the person did it.</param>
/// <param name="Kind">The stored name of the event.</param>
/// <param name="Words">The fact as a sentence in the reader's language.</param>
/// <param name="Corrects">The line that this one corrects.</param>
/// <param name="CorrectedBy">The latest correction of this line that was known in the view.</param>
public sealed record TimelineLine(
    Guid EventId,
    long Version,
    DateTimeOffset RecordedAt,
    DateTimeOffset OccurredAt,
    PersonId By,
    string? ByName,
    FunctionKey? Function,
    Capacity? Capacity,
    string Kind,
    string Words,
    Guid? Corrects,
    Guid? CorrectedBy
)
{
    /// <summary>From how much on the time of what happened and the time of what was written of it are told as two.</summary>
    public static readonly TimeSpan Noticed = TimeSpan.FromMinutes(1);

    /// <summary>What happened and what was written of it differ.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsLate => RecordedAt - OccurredAt >= Noticed;
}

/// <summary>Puts facts into the words of one reader.</summary>
public sealed class LineWriter(EventCatalogue catalogue, Words words)
{
    /// <param name="view">The version of the journal that the reader sees: later corrections are unknown.</param>
    public TimelineLine Line(Fact fact, TimelineIndex index, long view) =>
        new(
            fact.EventId,
            fact.Version,
            fact.RecordedAt,
            fact.OccurredAt,
            fact.By,
            words.NameOf(fact.By),
            fact.Function,
            fact.Capacity,
            catalogue.Of(fact.Event).Name,
            fact.Event.InWords(words),
            Mark.Of(fact).Corrects,
            index.CorrectedBy(fact.EventId, view)
        );

    /// <summary>The lines of a page, in its order.</summary>
    public IReadOnlyList<TimelineLine> Lines(TimelinePage page, IEnumerable<Fact> facts, TimelineIndex index)
    {
        var known = facts.ToDictionary(f => f.Version);
        return [.. page.Marks.Select(m => Line(known[m.Version], index, page.View))];
    }
}
