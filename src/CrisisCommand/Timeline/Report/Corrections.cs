using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Timeline.Report;

/// <summary>The line that was corrected, as it was written.</summary>
public sealed record CorrectedLine(Guid EventId, long Version, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, Named By, string Text);

/// <param name="Original">Null where the journal holds no such line.</param>
/// <param name="Replaces">The line of the correction that this one replaced; null for the first.</param>
/// <param name="Stands">No later correction replaced it.</param>
public sealed record CorrectionReport(
    Guid EventId,
    long Version,
    DateTimeOffset RecordedAt,
    Named By,
    NamedFunction? Function,
    string Text,
    string Why,
    CorrectedLine? Original,
    long? Replaces,
    bool Stands
);

/// <summary>Sets each correction beside what it corrects. Pure: no clock, no store.</summary>
public sealed class CorrectionsBuilder(Words words)
{
    public IReadOnlyList<CorrectionReport> Build(IReadOnlyList<Fact> facts)
    {
        var known = facts.ToDictionary(f => f.EventId);
        var chains = facts.Where(f => f.Event is EntryCorrected).GroupBy(f => Root(f, known)).ToList();
        return [.. chains.SelectMany(c => Chain(known.GetValueOrDefault(c.Key), [.. c])).OrderBy(c => c.Version)];
    }

    /// <summary>The entry itself, also where a correction names another correction.</summary>
    private static Guid Root(Fact correction, Dictionary<Guid, Fact> known)
    {
        var root = ((EntryCorrected)correction.Event).Entry;
        while (known.GetValueOrDefault(root) is { Event: EntryCorrected earlier } fact && fact.Version < correction.Version)
        {
            (root, correction) = (earlier.Entry, fact);
        }

        return root;
    }

    private IEnumerable<CorrectionReport> Chain(Fact? original, IReadOnlyList<Fact> corrections) =>
        corrections.Select(
            (fact, i) =>
                Correction(fact, original) with
                {
                    Replaces = i == 0 ? null : corrections[i - 1].Version,
                    Stands = i == corrections.Count - 1,
                }
        );

    private CorrectionReport Correction(Fact fact, Fact? original)
    {
        var corrected = (EntryCorrected)fact.Event;
        return new(
            fact.EventId,
            fact.Version,
            fact.RecordedAt,
            Name(fact.By),
            fact.Function is { } function ? new(function, words.Function(function)) : null,
            words.Text(corrected.Text),
            words.Text(corrected.Why),
            original is null ? null : Original(original),
            null,
            false
        );
    }

    private CorrectedLine Original(Fact fact) =>
        new(
            fact.EventId,
            fact.Version,
            fact.OccurredAt,
            fact.RecordedAt,
            Name(fact.By),
            fact.Event is EntryWritten entry ? words.Text(entry.Text) : fact.Event.InWords(words)
        );

    private Named Name(PersonId person) => new(person, words.NameOf(person));
}
