using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Boards;

/// <summary>
/// The board as it happened: of everything that had happened in the world by an instant, by all that the journal knows now, whenever it was
/// told. Late entries stand where they belong, and what was corrected stands in its last words. Beside it is the board as it was known,
/// which later knowledge never changes; nobody was ever served this one, so it has no receipt.
/// </summary>
public static class HappenedBoard
{
    /// <param name="journal">All of it, in the order recorded.</param>
    /// <returns>Null where the crisis was not declared by then.</returns>
    public static Board? Of(IReadOnlyList<Fact> journal, DateTimeOffset instant)
    {
        if (journal.Count == 0 || journal[0].RecordedAt > instant)
        {
            return null;
        }

        var retimed = Retimed(journal);
        DateTimeOffset Moment(Fact fact) => retimed.GetValueOrDefault(fact.EventId) ?? Told(fact);
        var happened = journal.Where(f => Moment(f) <= instant).ToList();
        var begun = Beginnings(journal);
        var board = happened
            .Select(f => (Fact: f, From: begun(f)))
            .OrderBy(f => Later(Moment(f.Fact), f.From))
            // What happened before it could be on this board comes upon it right after what it waited for.
            .ThenBy(f => Moment(f.Fact) < f.From)
            .ThenBy(f => Moment(f.Fact))
            .ThenBy(f => f.Fact.Version)
            .Aggregate(Board.Initial, (b, f) => b.After(f.Fact));
        return board with
        {
            Version = journal[^1].Version,
            RecordedAt = journal[^1].RecordedAt,
            HappenedBy = instant,
            // What the KLO did, it did when it said so: whoever writes late of an earlier hour is a sign of life now, not then.
            Klo = Fold.Of<KloActivation>(journal.TakeWhile(f => f.RecordedAt <= instant)),
            DecisionsTaken = happened.Count(f => f.Event is DecisionTaken),
            Latest = [.. Lines(happened.OrderByDescending(Moment), journal)],
        };
    }

    /// <summary>When it happened; nothing that is told can have happened after it was, whatever a phone's clock says.</summary>
    private static DateTimeOffset Told(Fact fact) => fact.OccurredAt < fact.RecordedAt ? fact.OccurredAt : fact.RecordedAt;

    /// <summary>When entries happened in truth whose time was put right, the last time being the one that stands; by event.</summary>
    private static Dictionary<Guid, DateTimeOffset?> Retimed(IEnumerable<Fact> journal) =>
        journal
            .Where(f => f.Event is EntryCorrected { Happened: not null })
            .GroupBy(f => ((EntryCorrected)f.Event).Entry, Told)
            .ToDictionary(g => g.Key, g => (DateTimeOffset?)g.Last());

    /// <summary>From when a fact can be on the board: the declaration, or, for a report of an incident, when it was linked.</summary>
    private static Func<Fact, DateTimeOffset> Beginnings(IReadOnlyList<Fact> journal)
    {
        var linked = journal.Where(f => f.Event is IncidentLinked).ToLookup(f => ((IncidentLinked)f.Event).IncidentId);
        return fact =>
            fact.Event is IncidentReportReceived report
            && linked[report.IncidentId].LastOrDefault(l => l.Version < fact.Version) is { } link
                ? link.RecordedAt
                : journal[0].RecordedAt;
    }

    /// <summary>The last that happened, the latest first. A correction is no happening of its own: its words stand where the entry stands.</summary>
    private static IEnumerable<LineOnBoard> Lines(IOrderedEnumerable<Fact> happened, IReadOnlyList<Fact> journal)
    {
        var corrections = journal.Select(f => f.Event).OfType<EntryCorrected>().ToLookup(c => c.Entry);
        return happened
            .ThenByDescending(f => f.Version)
            .Where(f => f.Event is not EntryCorrected)
            .Take(Board.Lines)
            .Select(f => LineOf(f, corrections[f.EventId].LastOrDefault()));
    }

    private static LineOnBoard LineOf(Fact fact, EntryCorrected? correction) =>
        correction is not null && fact.Event is EntryWritten entry
            ? new(fact.Version, fact.EventId, fact.RecordedAt, fact.By, entry with { Text = correction.Text }) { Corrected = true }
            : new(fact.Version, fact.EventId, fact.RecordedAt, fact.By, fact.Event);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
