using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class ShowStartEndpoint
{
    /// <summary>What goes on, what is expected of the reader, who is on duty and how ready we are; whoever may not know of a part sees less.</summary>
    public static void MapShowStart(this IEndpointRouteBuilder pages) =>
        pages.MapGet("", Get).Page("StartPage", "Pages", Capability.ReadReference);

    private static async Task<IResult> Get(HttpContext http, PageScenes scenes, StartReading reading, CancellationToken token)
    {
        var scene = await scenes.Of(http).ConfigureAwait(false);
        return PageScene.Show<StartPage>(
            (nameof(StartPage.Scene), scene),
            (nameof(StartPage.Sight), await reading.Of(scene, token).ConfigureAwait(false))
        );
    }
}
