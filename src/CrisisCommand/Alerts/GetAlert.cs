using CrisisCommand.Access;
using CrisisCommand.Incidents;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Alerts;

/// <summary>How far the alert of an incident has come.</summary>
/// <param name="ExhaustedAt">When nobody on the path had answered for the first time; null where somebody has, or still has time.</param>
/// <param name="RepeatsAt">When the path is gone through again.</param>
/// <param name="Round">1 while the path is gone through for the first time.</param>
/// <param name="Ahead">Who would be alerted next, in order, as roster and plan say now; none where nobody is asked.</param>
/// <param name="Persons">The names of everybody mentioned, by id.</param>
public sealed record AlertShown(
    Guid IncidentId,
    AlertStatus Status,
    bool NobodyOnDuty,
    DateTimeOffset RaisedAt,
    DateTimeOffset? SettledAt,
    DateTimeOffset? ExhaustedAt,
    DateTimeOffset? RepeatsAt,
    int Round,
    PersonId? AcknowledgedBy,
    AlertEnd? EndedBy,
    PersonId? EndedByPerson,
    IReadOnlyList<Alerted> Alerted,
    IReadOnlyList<AlertStop> Ahead,
    IReadOnlyDictionary<PersonId, string> Persons
);

public static class GetAlertEndpoint
{
    public static void MapGetAlert(this IEndpointRouteBuilder api) =>
        api.MapGet("/incidents/{incidentId:guid}/alert", Get).Read<AlertShown>("GetAlert", "Alerts", AccessCapabilities.ReadIncidents);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid incidentId,
        Journals journals,
        PersonDirectory directory,
        AlertPaths paths,
        TimeProvider clock,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var incident = await journals.Load(reader.Realm, StreamKinds.Incident, incidentId, token);
        var stream = await journals.Load(reader.Realm, StreamKinds.Alert, Alert.StreamOf(incidentId), token);
        if (stream is null || incident?.State<Incident>().IsFor(reader) != true)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var alert = stream.State<Alert>();
        if (alert is { Status: AlertStatus.None, RaisedAt.Ticks: 0 })
        {
            // Logged only: nobody was ever to be alerted of it.
            return Answers.Problem(Problems.NotFound);
        }

        if (reader.OwnOnly)
        {
            // Whoever brought the alarm in sees how far it has come; whom we ask is not theirs to know.
            return Answers.Versioned(http, Show(alert with { Alerted = [] }, [], new Dictionary<PersonId, string>()), stream.Version);
        }

        var names = await directory.Names(reader, token);
        var ahead = alert.Asked is null ? [] : alert.NotAsked((await paths.At(reader.Realm, Clock.Now(clock), token)).Path);
        return Answers.Versioned(http, Show(alert, ahead, names), stream.Version);
    }

    private static AlertShown Show(Alert alert, IReadOnlyList<AlertStop> ahead, IReadOnlyDictionary<PersonId, string> names) =>
        new(
            alert.Incident,
            alert.Status,
            alert.NobodyOnDuty,
            alert.RaisedAt,
            alert.SettledAt,
            alert.ExhaustedAt,
            alert.RepeatsAt,
            alert.Round,
            alert.AcknowledgedBy,
            alert.End,
            alert.EndedBy,
            alert.Alerted,
            ahead,
            alert
                .Alerted.Select(a => a.Person)
                .Concat(ahead.Select(a => a.Person))
                .Distinct()
                .Where(names.ContainsKey)
                .ToDictionary(p => p, p => names[p])
        );
}
