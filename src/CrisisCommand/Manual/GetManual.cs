using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Manual;

public static class GetManualEndpoint
{
    /// <summary>The manual in force: every card with its functions and steps. Its entity tag is the edition and what it quotes.</summary>
    public static void MapGetManual(this IEndpointRouteBuilder api) =>
        api.MapGet("/manual", Get).Read<ManualShown>("GetManual", "Manual", ManualCapabilities.ReadManual);

    private static async Task<IResult> Get(HttpContext http, ManualQuoting quoting, CancellationToken token)
    {
        var edition = await quoting.InForce(CommandBinding.RealmOf(http), token);
        return Answers.Tagged(http, ManualShown.Of(edition, new(Problems.CultureOf(http.Request))), edition.Tag());
    }
}
