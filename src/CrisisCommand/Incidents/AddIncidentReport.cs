using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Incidents;

/// <summary>Somebody tells more about an incident that is known already.</summary>
public sealed record AddIncidentReport(CommittedText Text, DateTimeOffset? OccurredAt = null)
{
    public Outcome Decide(Incident incident, DateTimeOffset now) =>
        IncidentRefusals.RefuseTime(OccurredAt, now, incident.ReportedAt) is { } untimely ? untimely
        : incident.Closed ? IncidentRefusals.Closed
        : Outcome.Happened(new IncidentReportAdded(OccurredAt, Text));
}

public static class AddIncidentReportEndpoint
{
    public static void MapAddIncidentReport(this IEndpointRouteBuilder api) =>
        api.MapPost("/incidents/{incidentId:guid}/reports", Post)
            .Command("AddIncidentReport", "Incidents", IncidentsCapabilities.HandleIncident)
            .OrElse(IncidentsCapabilities.ReportOnIncident);

    private static Task<IResult> Post(
        Command<AddIncidentReport> command,
        Guid incidentId,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context.DemandingOneOf(_ =>
                [(IncidentsCapabilities.HandleIncident, null), (IncidentsCapabilities.ReportOnIncident, null)]
            ),
            StreamKinds.Incident,
            incidentId,
            s => command.Content.Decide(s.State<Incident>(), command.Context.Now),
            token: token
        );
}
