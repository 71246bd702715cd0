using CrisisCommand.Boards;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Pages.Phone;

public static class StreamMovesEndpoint
{
    /// <summary>That the board has moved, and to which version: for phones, which then ask for what is theirs.</summary>
    public static void MapStreamMoves(this IEndpointRouteBuilder pages) =>
        pages
            .MapGet("/crises/{crisisId:guid}/moves", Get)
            .Page("MovesStream", "Pages", KloCapabilities.ReadCrisis)
            .StaysOpen()
            .Limited(BoardsModule.StreamLimit);

    private static Task<IResult> Get(HttpContext http, Guid crisisId, BoardStream stream, MovesForm form, CancellationToken token) =>
        stream.Serve(http, crisisId, form, token);
}

/// <summary>A board as nothing but its version: some bytes on a mobile network instead of the whole.</summary>
public sealed class MovesForm : BoardForm
{
    /// <summary>An event of its own, so that the page knows a silent server from a dead one.</summary>
    public override ReadOnlyMemory<byte> Heartbeat { get; } = "event: beat\ndata: \n\n"u8.ToArray();

    public override Task<BoardFrame> Frame(BoardView view, Reader reader, BoardFrame? before) =>
        Task.FromResult(new BoardFrame(view.Version, view.RecordedAt, Event(view.Version, "moved", $"{view.Version}")));
}
