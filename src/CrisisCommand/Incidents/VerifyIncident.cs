using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Incidents;

/// <summary>Somebody has looked: it is so, or it is not. That it is so, said after the sender's cancellation, says that it goes on.</summary>
public sealed record VerifyIncident(bool Verified, CommittedText Text)
{
    public Outcome Decide(Incident incident) =>
        incident.Closed ? IncidentRefusals.Closed
        : Verified ? Outcome.Happened(new IncidentVerified(Text, GoesOn: incident.CancelledBySender))
        : Outcome.Happened(new IncidentRefuted(Text));
}

public static class VerifyIncidentEndpoint
{
    public static void MapVerifyIncident(this IEndpointRouteBuilder api) =>
        api.MapPost("/incidents/{incidentId:guid}/verification", Post)
            .Command("VerifyIncident", "Incidents", IncidentsCapabilities.HandleIncident);

    private static Task<IResult> Post(Command<VerifyIncident> command, Guid incidentId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(command.Context, StreamKinds.Incident, incidentId, s => command.Content.Decide(s.State<Incident>()), token: token);
}
