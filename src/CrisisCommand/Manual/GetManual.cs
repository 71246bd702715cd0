using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Manual;

public static class GetManualEndpoint
{
    /// <summary>The manual in force: every card with its functions and steps. Its entity tag is the edition.</summary>
    public static void MapGetManual(this IEndpointRouteBuilder api) =>
        api.MapGet("/manual", Get).Read<ManualShown>("GetManual", "Manual", ManualCapabilities.ReadManual);

    private static IResult Get(HttpContext http, Editions editions) =>
        Answers.Tagged(http, ManualShown.Of(editions.InForce, new(Problems.CultureOf(http.Request))), $"\"{editions.InForce.Version}\"");
}
