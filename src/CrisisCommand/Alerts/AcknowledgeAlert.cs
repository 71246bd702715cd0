using CrisisCommand.Platform;

namespace CrisisCommand.Alerts;

/// <summary>An alerted person has seen the alarm and acts on it; also late, while or after others are alerted.</summary>
public sealed record AcknowledgeAlert
{
    public Outcome Decide(Alert alert, PersonId by) =>
        alert.Alerted.All(a => a.Person != by) ? AlertRefusals.NotAlerted.With(by.Value)
        : alert.Status == AlertStatus.Ended ? AlertRefusals.Over
        : alert.Status != AlertStatus.Acknowledged ? Outcome.Happened(new AlertAcknowledged(alert.Incident, by))
        : alert.AcknowledgedBy == by ? Outcome.Nothing
        : AlertRefusals.AlreadyAcknowledged.With(alert.AcknowledgedBy!.Value.Value);
}

public static class AcknowledgeAlertEndpoint
{
    public static void MapAcknowledgeAlert(this IEndpointRouteBuilder api) =>
        api.MapPost("/incidents/{incidentId:guid}/alert/acknowledgement", Post)
            .Command("AcknowledgeAlert", "Alerts", Capability.AnswerAlert);

    private static Task<IResult> Post(Command<NoContent> command, Guid incidentId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Envelope,
            StreamKinds.Alert,
            Alert.StreamOf(incidentId),
            s => new AcknowledgeAlert().Decide(s.State<Alert>(), command.Envelope.By),
            token: token
        );
}
