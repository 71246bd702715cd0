using CrisisCommand.Incidents;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Alerts;

/// <summary>
/// Whoever was alerted, or handles incidents, has seen the alarm and acts on it; also late, while or after others are alerted.
/// </summary>
public sealed record AcknowledgeAlert
{
    /// <param name="handles">They may handle incidents, so that they need not have been alerted.</param>
    public Outcome Decide(Alert alert, PersonId by, bool handles) =>
        !handles && alert.Alerted.All(a => a.Person != by) ? AlertRefusals.NotAlerted.With(by.Value)
        : alert.Status == AlertStatus.Ended ? AlertRefusals.Over
        : alert.Status != AlertStatus.Acknowledged ? Outcome.Happened(new AlertAcknowledged(alert.Incident, by))
        : alert.AcknowledgedBy == by ? Outcome.Nothing
        : AlertRefusals.AlreadyAcknowledged.With(alert.AcknowledgedBy!.Value.Value);
}

public static class AcknowledgeAlertEndpoint
{
    public static void MapAcknowledgeAlert(this IEndpointRouteBuilder api) =>
        api.MapPost("/incidents/{incidentId:guid}/alert/acknowledgement", Post)
            .Command("AcknowledgeAlert", "Alerts", AlertsCapabilities.AnswerAlert);

    private static async Task<IResult> Post(Command<NoContent> command, Guid incidentId, CommandHandler handler, CancellationToken token)
    {
        Decision Decide(StreamSnapshot alert, IReadOnlyList<StreamSnapshot?> others, Permits permits)
        {
            var handling = permits.To(IncidentsCapabilities.HandleIncident);
            var outcome = new AcknowledgeAlert().Decide(alert.State<Alert>(), command.Context.By, handling.Refusal is null);
            return new Decision.Made(outcome, permits.Capacity);
        }

        var target = new Target(StreamKinds.Alert, Alert.StreamOf(incidentId), MayBeNew: false);
        return new AnswerResult(await handler.Carry(command.Context, target, [], Decide, token));
    }
}
