using System.Globalization;
using CrisisCommand.Decisions;
using CrisisCommand.Platform;

namespace CrisisCommand.Boards;

public static class GetBoardEndpoint
{
    /// <summary>The receipt of the board as served, to be sent with a decision.</summary>
    public const string ReceiptHeader = "Board-Receipt";

    /// <summary>The board now, at a version, or as of an instant.</summary>
    public static void MapGetBoard(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/board", Get).Read<BoardView>("GetBoard", "Boards", Capability.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        string? version,
        string? asOf,
        Journals journals,
        BoardHistory history,
        BoardPresentation presentation,
        BoardReceipts receipts,
        TimeProvider clock,
        CancellationToken token
    )
    {
        var realm = CommandBinding.RealmOf(http);
        if (await journals.Load(realm, StreamKinds.Crisis, crisisId, token).ConfigureAwait(false) is not { } head)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var (board, refusal) = await Find(realm, head, version, asOf, history, token).ConfigureAwait(false);
        if (board is null)
        {
            return Answers.Problem(refusal!);
        }

        var seen = new BoardSeen(
            crisisId,
            board.Version,
            Board.FoldVersion,
            presentation.HashOf(board),
            CommandBinding.PersonOf(http.User),
            Clock.Now(clock)
        );
        http.Response.Headers[ReceiptHeader] = receipts.Seal(realm, seen);
        var view = await presentation.View(board, Reader.Of(http), crisisId, token).ConfigureAwait(false);
        return Answers.Versioned(http, view, board.Version);
    }

    private static async Task<(Board? Board, Refusal? Refusal)> Find(
        Realm realm,
        StreamSnapshot head,
        string? version,
        string? asOf,
        BoardHistory history,
        CancellationToken token
    )
    {
        switch (version, asOf)
        {
            case (null, null):
                return (head.State<Board>(), null);
            case ({ }, { }):
                return (null, BoardRefusals.VersionOrInstant);
            case ({ }, null):
                return !long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                        ? (null, BoardRefusals.NoVersion)
                    : number > head.Version || number < 1 ? (null, BoardRefusals.UnknownVersion.With($"{head.Version}"))
                    : (
                        await history.AtVersion(realm, head.Id, number, token).ConfigureAwait(false),
                        BoardRefusals.UnknownVersion.With($"{head.Version}")
                    );
            default:
                return DateTimeOffset.TryParse(asOf, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                    ? (await history.AsOf(realm, head.Id, instant.ToUniversalTime(), token).ConfigureAwait(false), BoardRefusals.NotYet)
                    : (null, BoardRefusals.NoInstant);
        }
    }
}
