using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Incidents;

/// <summary>One incident with its messages, its alert and its log.</summary>
public sealed class IncidentReading(Journals journals, Speaker speaker, EventCatalogue catalogue, AlertOfIncident alerts)
{
    /// <summary>Null where there is none, or none for this reader.</summary>
    public async Task<(IncidentShown Shown, long Version)?> Of(Reader reader, Guid incidentId, CancellationToken token)
    {
        var stream = await journals.Load(reader.Realm, StreamKinds.Incident, incidentId, token);
        if (stream is null || !stream.State<Incident>().IsFor(reader))
        {
            return null;
        }

        // Up to the version that was folded, so that the log and the state are of one moment.
        var facts = await journals.Facts(reader.Realm, incidentId, 1, stream.Version, token);
        var shown = await speaker.Say(reader, words => Show(reader, stream, facts, words), token);
        var calling = await alerts(reader, incidentId, token);
        return (shown with { Alert = calling.Alert, Rule = calling.Rule }, stream.Version);
    }

    private IncidentShown Show(Reader reader, StreamSnapshot stream, IReadOnlyList<Fact> facts, Words words) =>
        IncidentShown.For(reader, stream.Id, stream.State<Incident>(), words) with
        {
            Messages = [.. facts.Select(f => AlarmMessage.Of(f, reader, words)).OfType<AlarmMessage>()],
            Log = [.. facts.Where(f => IsFor(reader, f)).Select(f => LineOf(f, words, catalogue))],
        };

    /// <summary>A machine reads what it did itself, and not what others say of its alarms: that is for people to judge.</summary>
    private static bool IsFor(Reader reader, Fact fact) => !reader.OwnOnly || (fact.By == reader.Person && fact.Event is not AlarmClaimed);

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
