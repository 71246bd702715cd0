using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Boards;

public static class GetBoardEndpoint
{
    /// <summary>The receipt of the board as served, to be sent with a decision.</summary>
    public const string ReceiptHeader = "Board-Receipt";

    /// <summary>
    /// The board now, at a version, or as of an instant: as it was known then, or, with <c>as=happened</c>, of what had happened by then as
    /// it is known now.
    /// </summary>
    public static void MapGetBoard(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/board", Get).Read<BoardView>("GetBoard", "Boards", KloCapabilities.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        [AsParameters] BoardQuery query,
        Journals journals,
        BoardHistory history,
        BoardPresentation presentation,
        ServedBoards served,
        TimeProvider clock,
        CancellationToken token
    )
    {
        var realm = CommandBinding.RealmOf(http);
        if (await journals.Load(realm, StreamKinds.Crisis, crisisId, token) is not { } head)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var (board, refusal) = await query.Find(realm, head, history, Clock.Now(clock), token);
        if (board is null)
        {
            return Answers.Problem(refusal!);
        }

        if (!query.IsHappened)
        {
            http.Response.Headers[ReceiptHeader] = served.Receipt(Reader.Of(http), crisisId, board);
        }

        var view = await presentation.View(board, Reader.Of(http), crisisId, token);
        return Answers.Versioned(http, view, board.Version);
    }
}
