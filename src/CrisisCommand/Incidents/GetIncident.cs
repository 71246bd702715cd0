using CrisisCommand.Access;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Incidents;

public static class GetIncidentEndpoint
{
    /// <summary>An incident with every message that came and all that happened, in the reader's words.</summary>
    public static void MapGetIncident(this IEndpointRouteBuilder api) =>
        api.MapGet("/incidents/{incidentId:guid}", Get)
            .Read<IncidentShown>("GetIncident", "Incidents", AccessCapabilities.ReadIncidents)
            .OrElse(AccessCapabilities.ReadIncident);

    private static async Task<IResult> Get(HttpContext http, Guid incidentId, IncidentReading reading, CancellationToken token) =>
        await reading.Of(Reader.Of(http), incidentId, token) is var (shown, version)
            ? Answers.Versioned(http, shown, version)
            : Answers.Problem(Problems.NotFound);
}
