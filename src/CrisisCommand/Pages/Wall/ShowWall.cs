using CrisisCommand.Boards;
using CrisisCommand.Klo;
using CrisisCommand.Pages.Cells;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Pages.Wall;

public static class ShowWallEndpoint
{
    /// <summary>The crisis room's wall: the board as it is now, and as it goes on.</summary>
    public static void MapShowWall(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}", Get).Page("WallPage", "Pages", KloCapabilities.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        Journals journals,
        BoardPresentation presentation,
        PageContexts contexts,
        CancellationToken token
    )
    {
        var page = await contexts.Of(http);
        if (await journals.Load(page.Realm, StreamKinds.Crisis, crisisId, token) is not { } head)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var view = await presentation.View(head.State<Board>(), page.Reader, crisisId, token);
        return PageContext.Show<WallPage>(
            (nameof(WallPage.Page), page),
            (nameof(WallPage.Model), new BoardModel(view, page.Words, page.Now))
        );
    }
}
