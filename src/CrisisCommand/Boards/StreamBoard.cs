using CrisisCommand.Klo;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Boards;

public static class StreamBoardEndpoint
{
    /// <summary>The board as server-sent events (WHATWG HTML §9.2): the newest at once, then every newer one.</summary>
    public static void MapStreamBoard(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/board/stream", Get)
            .Read<BoardView>("StreamBoard", "Boards", KloCapabilities.ReadCrisis)
            .StaysOpen()
            .Produces<BoardView>(200, "text/event-stream")
            .Limited(BoardsModule.StreamLimit);

    private static Task<IResult> Get(HttpContext http, Guid crisisId, BoardStream stream, BoardJsonForm json, CancellationToken token) =>
        stream.Serve(http, crisisId, json, token);
}
