using CrisisCommand.Incidents;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Alerts;

/// <summary>One of ours says why nobody need be called about an alarm any more, and takes nothing on: the incident stays as it is.</summary>
public sealed record EndAlert(CommittedText Why)
{
    public Outcome Decide(Alert alert, PersonId by) =>
        alert.Status switch
        {
            AlertStatus.Acknowledged => AlertRefusals.AlreadyAcknowledged.With(alert.AcknowledgedBy!.Value.Value),
            AlertStatus.Ended => AlertRefusals.Over,
            _ => Outcome.Happened(new AlertEnded(alert.Incident, AlertEnd.ByPerson, by, Why)),
        };
}

public static class EndAlertEndpoint
{
    public static void MapEndAlert(this IEndpointRouteBuilder api) =>
        api.MapPost("/incidents/{incidentId:guid}/alert/end", Post).Command("EndAlert", "Alerts", IncidentsCapabilities.HandleIncident);

    private static Task<IResult> Post(Command<EndAlert> command, Guid incidentId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Context,
            StreamKinds.Alert,
            Alert.StreamOf(incidentId),
            s => command.Content.Decide(s.State<Alert>(), command.Context.By),
            token: token
        );
}
