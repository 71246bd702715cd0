using CrisisCommand.Decisions;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Boards;

/// <summary>Seals what a reader was shown, so that a decision can be held against exactly that; the same for machines and for pages.</summary>
public sealed class ServedBoards(BoardHash hashes, BoardReceipts receipts, TimeProvider clock)
{
    /// <summary>The receipt of a board that this reader is served now, to be sent with a decision. Only what was known can have been decided on.</summary>
    public string Receipt(Reader reader, Guid crisis, Board board)
    {
        var hash = hashes.Of(board);
        return receipts.Seal(reader.Realm, new BoardSeen(crisis, board.Version, board.Fold, hash, reader.Person, Clock.Now(clock)));
    }
}
