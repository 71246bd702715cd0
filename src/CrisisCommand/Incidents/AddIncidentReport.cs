using CrisisCommand.Platform;

namespace CrisisCommand.Incidents;

/// <summary>Somebody tells more about an incident that is known already.</summary>
public sealed record AddIncidentReport(CommittedText Text, DateTimeOffset? OccurredAt = null)
{
    public Outcome Decide(Incident incident, DateTimeOffset now) =>
        Clock.IsFuture(OccurredAt, now) ? IncidentRefusals.InTheFuture
        : incident.Closed ? IncidentRefusals.Closed
        : Outcome.Happened(new IncidentReportAdded(OccurredAt, Text));
}

public static class AddIncidentReportEndpoint
{
    public static void MapAddIncidentReport(this IEndpointRouteBuilder api) =>
        api.MapPost("/incidents/{incidentId:guid}/reports", Post).Command("AddIncidentReport", "Incidents", Capability.HandleIncident);

    private static Task<IResult> Post(
        Command<AddIncidentReport> command,
        Guid incidentId,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Envelope,
            StreamKinds.Incident,
            incidentId,
            s => command.Content.Decide(s.State<Incident>(), command.Envelope.Now),
            token: token
        );
}
