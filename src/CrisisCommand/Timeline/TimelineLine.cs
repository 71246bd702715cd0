using CrisisCommand.Platform;

namespace CrisisCommand.Timeline;

/// <summary>One fact of the crisis as a reader sees it.</summary>
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
    string Kind,
    string Words,
    Guid? Corrects,
    Guid? CorrectedBy
)
{
    /// <summary>What happened and what was written of it differ by at least a minute.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsLate => RecordedAt - OccurredAt >= TimeSpan.FromMinutes(1);
}

/// <summary>Puts facts into the words of one reader.</summary>
public sealed class LineWriter(EventCatalogue catalogue, Words words, Func<PersonId, string?> nameOf)
{
    /// <param name="view">The version of the journal that the reader sees: later corrections are unknown.</param>
    public TimelineLine Line(Fact fact, TimelineIndex index, long view) =>
        new(
            fact.EventId,
            fact.Version,
            fact.RecordedAt,
            fact.OccurredAt,
            fact.By,
            nameOf(fact.By),
            fact.Function,
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
