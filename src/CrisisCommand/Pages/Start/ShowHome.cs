using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Pages.Start;

public static class ShowHomeEndpoint
{
    /// <summary>The address that people type: the start page of the live realm.</summary>
    public static void MapShowHome(this IEndpointRouteBuilder app) =>
        app.MapGet("/", () => TypedResults.Redirect($"/{Realm.Live}")).Page("Home", "Pages", PlatformCapabilities.SignIn);
}
