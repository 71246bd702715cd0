using CrisisCommand.Boards;
using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class StreamWallEndpoint
{
    /// <summary>The board's cells as they change, as server-sent events.</summary>
    public static void MapStreamWall(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/stream", Get).Page("WallStream", "Pages", Capability.ReadCrisis);

    private static Task<IResult> Get(HttpContext http, Guid crisisId, BoardStream stream, WallForm form, CancellationToken token) =>
        stream.Serve(http, crisisId, form, token);
}
