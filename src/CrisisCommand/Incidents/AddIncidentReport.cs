using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Incidents;

/// <summary>Somebody tells more about an incident that is known already.</summary>
public sealed record AddIncidentReport(CommittedText Text, DateTimeOffset? OccurredAt = null)
{
    /// <param name="byHandler">Whether whoever tells it may handle incidents.</param>
    public Outcome Decide(Incident incident, DateTimeOffset now, bool byHandler = true) =>
        IncidentRefusals.RefuseTime(OccurredAt, now, incident.ReportedAt) is { } untimely ? untimely
        : incident.Closed ? IncidentRefusals.Closed
        : Outcome.Happened(new IncidentReportAdded(OccurredAt, Text, byHandler));
}

public static class AddIncidentReportEndpoint
{
    public static void MapAddIncidentReport(this IEndpointRouteBuilder api) =>
        api.MapPost("/incidents/{incidentId:guid}/reports", Post)
            .Command("AddIncidentReport", "Incidents", IncidentsCapabilities.HandleIncident)
            .OrElse(IncidentsCapabilities.ReportOnIncident);

    private static async Task<IResult> Post(
        Command<AddIncidentReport> command,
        Guid incidentId,
        CommandHandler handler,
        CancellationToken token
    )
    {
        var context = command.Context.DemandingOneOf(_ =>
            [(IncidentsCapabilities.HandleIncident, null), (IncidentsCapabilities.ReportOnIncident, null)]
        );
        Decision Decide(StreamSnapshot stream, IReadOnlyList<StreamSnapshot?> others, Permits permits)
        {
            var handles = permits.To(IncidentsCapabilities.HandleIncident).Refusal is null;
            return new Decision.Made(command.Content.Decide(stream.State<Incident>(), context.Now, handles), permits.Capacity);
        }

        return new AnswerResult(await handler.Carry(context, new Target(StreamKinds.Incident, incidentId), [], Decide, token));
    }
}
