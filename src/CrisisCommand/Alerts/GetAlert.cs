using CrisisCommand.Incidents;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Alerts;

/// <summary>How far the alert of an incident has come.</summary>
/// <param name="Ahead">Who would be alerted next, in order.</param>
/// <param name="Persons">The names of everybody mentioned, by id.</param>
public sealed record AlertShown(
    Guid IncidentId,
    AlertStatus Status,
    bool NobodyOnDuty,
    DateTimeOffset RaisedAt,
    DateTimeOffset? SettledAt,
    PersonId? AcknowledgedBy,
    AlertEnd? EndedBy,
    IReadOnlyList<Alerted> Alerted,
    IReadOnlyList<AlertStop> Ahead,
    IReadOnlyDictionary<PersonId, string> Persons
);

public static class GetAlertEndpoint
{
    public static void MapGetAlert(this IEndpointRouteBuilder api) =>
        api.MapGet("/incidents/{incidentId:guid}/alert", Get).Read<AlertShown>("GetAlert", "Alerts", Capability.ReadIncidents);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid incidentId,
        Journals journals,
        PersonDirectory directory,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var incident = await journals.Load(reader.Realm, StreamKinds.Incident, incidentId, token).ConfigureAwait(false);
        var stream = await journals.Load(reader.Realm, StreamKinds.Alert, Alert.StreamOf(incidentId), token).ConfigureAwait(false);
        if (stream is null || incident?.State<Incident>().IsFor(reader) != true)
        {
            return Answers.Problem(Problems.NotFound);
        }

        // Whoever brought the alarm in sees how far it has come; who our people are is not theirs to know.
        var names = reader.OwnOnly ? new Dictionary<PersonId, string>() : await directory.Names(reader, token).ConfigureAwait(false);
        return Answers.Versioned(http, Show(stream.State<Alert>(), names), stream.Version);
    }

    private static AlertShown Show(Alert alert, IReadOnlyDictionary<PersonId, string> names) =>
        new(
            alert.Incident,
            alert.Status,
            alert.NobodyOnDuty,
            alert.RaisedAt,
            alert.SettledAt,
            alert.AcknowledgedBy,
            alert.End,
            alert.Alerted,
            alert.Ahead,
            alert
                .Alerted.Select(a => a.Person)
                .Concat(alert.Ahead.Select(a => a.Person))
                .Distinct()
                .Where(names.ContainsKey)
                .ToDictionary(p => p, p => names[p])
        );
}
