using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Preparedness;

public static class GetReadinessEndpoint
{
    /// <summary>The last exercise and when the next is due, weak functions of the plans, who cannot be reached, and gaps of the roster.</summary>
    public static void MapGetReadiness(this IEndpointRouteBuilder api) =>
        api.MapGet("/readiness", Get).Read<ReadinessShown>("GetReadiness", "Preparedness", PreparednessCapabilities.ReadReadiness);

    private static async Task<IResult> Get(HttpContext http, ReadinessReading reading, CancellationToken token) =>
        TypedResults.Ok(await reading.Of(Reader.Of(http), token));
}
