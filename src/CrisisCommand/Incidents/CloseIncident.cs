using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Incidents;

/// <summary>The incident is over for us. Only the sender's own update opens it again.</summary>
public sealed record CloseIncident(CommittedText Text)
{
    public Outcome Decide(Incident incident) => incident.Closed ? IncidentRefusals.Closed : Outcome.Happened(new IncidentClosed(Text));
}

public static class CloseIncidentEndpoint
{
    public static void MapCloseIncident(this IEndpointRouteBuilder api) =>
        api.MapPost("/incidents/{incidentId:guid}/closure", Post)
            .Command("CloseIncident", "Incidents", IncidentsCapabilities.HandleIncident);

    private static Task<IResult> Post(Command<CloseIncident> command, Guid incidentId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(command.Context, StreamKinds.Incident, incidentId, s => command.Content.Decide(s.State<Incident>()), token: token);
}
