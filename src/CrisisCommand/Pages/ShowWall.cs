using CrisisCommand.Boards;
using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class ShowWallEndpoint
{
    /// <summary>The crisis room's wall: the board as it is now, and as it goes on.</summary>
    public static void MapShowWall(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}", Get).Page("WallPage", "Pages", Capability.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        Journals journals,
        BoardPresentation presentation,
        PageScenes scenes,
        CancellationToken token
    )
    {
        var scene = await scenes.Of(http).ConfigureAwait(false);
        if (await journals.Load(scene.Realm, StreamKinds.Crisis, crisisId, token).ConfigureAwait(false) is not { } head)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var view = await presentation.View(head.State<Board>(), scene.Reader, crisisId, token).ConfigureAwait(false);
        return PageScene.Show<WallPage>(
            (nameof(WallPage.Scene), scene),
            (nameof(WallPage.Sight), new BoardSight(view, scene.Words, scene.Now))
        );
    }
}
