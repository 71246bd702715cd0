using CrisisCommand.Platform;

namespace CrisisCommand.Incidents;

/// <summary>Somebody has looked: it is so, or it is not.</summary>
public sealed record VerifyIncident(bool Verified, CommittedText Text)
{
    public Outcome Decide(Incident incident) =>
        incident.Closed ? IncidentRefusals.Closed
        : Verified ? Outcome.Happened(new IncidentVerified(Text))
        : Outcome.Happened(new IncidentRefuted(Text));
}

public static class VerifyIncidentEndpoint
{
    public static void MapVerifyIncident(this IEndpointRouteBuilder api) =>
        api.MapPost("/incidents/{incidentId:guid}/verification", Post).Command("VerifyIncident", "Incidents", Capability.HandleIncident);

    private static Task<IResult> Post(Command<VerifyIncident> command, Guid incidentId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(command.Envelope, StreamKinds.Incident, incidentId, s => command.Content.Decide(s.State<Incident>()), token: token);
}
