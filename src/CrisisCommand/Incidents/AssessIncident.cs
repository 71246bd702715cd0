using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Incidents;

/// <summary>Our own judgement of how grave an incident is, whatever the alarm said.</summary>
public sealed record AssessIncident(Severity Severity, CommittedText Text)
{
    public Outcome Decide(Incident incident) =>
        incident.Closed ? IncidentRefusals.Closed : Outcome.Happened(new IncidentAssessed(Severity, Text));
}

public static class AssessIncidentEndpoint
{
    public static void MapAssessIncident(this IEndpointRouteBuilder api) =>
        api.MapPost("/incidents/{incidentId:guid}/assessment", Post)
            .Command("AssessIncident", "Incidents", IncidentsCapabilities.HandleIncident);

    private static Task<IResult> Post(Command<AssessIncident> command, Guid incidentId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(command.Context, StreamKinds.Incident, incidentId, s => command.Content.Decide(s.State<Incident>()), token: token);
}
