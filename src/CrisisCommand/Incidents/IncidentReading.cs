using CrisisCommand.Platform;

namespace CrisisCommand.Incidents;

/// <summary>One incident with its messages and its log.</summary>
public sealed class IncidentReading(Journals journals, Openings openings, EventCatalogue catalogue)
{
    /// <summary>Null where there is none, or none for this reader.</summary>
    public async Task<(IncidentShown Shown, long Version)?> Of(Reader reader, Guid incidentId, CancellationToken token)
    {
        var stream = await journals.Load(reader.Realm, StreamKinds.Incident, incidentId, token).ConfigureAwait(false);
        if (stream is null || !stream.State<Incident>().IsFor(reader))
        {
            return null;
        }

        // Up to the version that was folded, so that the log and the state are of one moment.
        var facts = await journals.Facts(reader.Realm, incidentId, 1, stream.Version, token).ConfigureAwait(false);
        var read = await openings.Read(reader, facts.Select(f => f.Event), token).ConfigureAwait(false);
        var words = reader.Words(read);
        var shown = IncidentShown.For(reader, incidentId, stream.State<Incident>(), words) with
        {
            Messages = [.. facts.Select(f => AlarmMessage.Of(f.Event, words)).OfType<AlarmMessage>()],
            Log = [.. facts.Where(f => !reader.OwnOnly || f.By == reader.Person).Select(f => LineOf(f, words, catalogue))],
        };
        return (shown, stream.Version);
    }

    private static IncidentLine LineOf(Fact fact, Words words, EventCatalogue catalogue) =>
        new(
            fact.EventId,
            fact.Version,
            fact.RecordedAt,
            fact.OccurredAt,
            fact.By,
            catalogue.Of(fact.Event).Name,
            fact.Event.InWords(words)
        );
}
