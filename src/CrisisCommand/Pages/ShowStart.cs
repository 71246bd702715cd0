using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class ShowStartEndpoint
{
    public static void MapShowStart(this IEndpointRouteBuilder pages) =>
        pages.MapGet("", Get).Page("StartPage", "Pages", Capability.ReadReference);

    private static async Task<IResult> Get(HttpContext http, PageScenes scenes) =>
        PageScene.Show<StartPage>((nameof(StartPage.Scene), await scenes.Of(http).ConfigureAwait(false)));
}
