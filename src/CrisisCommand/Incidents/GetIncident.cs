using CrisisCommand.Platform;

namespace CrisisCommand.Incidents;

public static class GetIncidentEndpoint
{
    /// <summary>An incident with every message that came and all that happened, in the reader's words.</summary>
    public static void MapGetIncident(this IEndpointRouteBuilder api) =>
        api.MapGet("/incidents/{incidentId:guid}", Get).Read<IncidentShown>("GetIncident", "Incidents", Capability.ReadIncidents);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid incidentId,
        Journals journals,
        Openings openings,
        EventCatalogue catalogue,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var stream = await journals.Load(reader.Realm, StreamKinds.Incident, incidentId, token).ConfigureAwait(false);
        if (stream is null || !stream.State<Incident>().IsFor(reader))
        {
            return Answers.Problem(Problems.NotFound);
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
        return Answers.Versioned(http, shown, stream.Version);
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
