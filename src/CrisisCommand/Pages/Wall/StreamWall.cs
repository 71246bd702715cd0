using CrisisCommand.Boards;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Pages.Wall;

public static class StreamWallEndpoint
{
    /// <summary>The board's cells as they change, as server-sent events.</summary>
    public static void MapStreamWall(this IEndpointRouteBuilder pages) =>
        pages
            .MapGet("/crises/{crisisId:guid}/stream", Get)
            .Page("WallStream", "Pages", KloCapabilities.ReadCrisis)
            .StaysOpen()
            .Limited(BoardsModule.StreamLimit);

    private static Task<IResult> Get(HttpContext http, Guid crisisId, BoardStream stream, WallForm form, CancellationToken token) =>
        stream.Serve(http, crisisId, form, token);
}
