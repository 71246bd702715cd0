using System.Collections.Immutable;
using CrisisCommand.Journal;
using CrisisCommand.Platform.Store;

namespace CrisisCommand.Boards;

/// <summary>
/// The versions of the board's fold, each runnable for ever: whoever holds a receipt reopens that very screen, and its hash is made again
/// (evidence.md). One fold makes them all. A field that a version brought is marked <see cref="SinceFoldAttribute"/>, one that it
/// left behind <see cref="UntilFoldAttribute"/>, wherever in the board's parts it is; what a version showed otherwise is here.
/// </summary>
public static class BoardFolds
{
    public static ImmutableArray<int> Runnable { get; } = [2, Board.FoldVersion];

    /// <summary>The board as that version of the fold showed it. Its canonical form, and so its hash, are that version's.</summary>
    /// <param name="version">One of <see cref="Runnable"/>.</param>
    public static Board By(this Board board, int version) => version == 2 ? ByTwo(board) : board;

    /// <summary>Version 2: the lines of the last report alone, and no word of the next.</summary>
    private static Board ByTwo(Board board) =>
        board with
        {
            Fold = 2,
            Picture = board.Situation is not { } last
                ? CommonPicture.Initial
                : new() { Cells = [.. last.Status.Select(line => StatusCell.Of(line, last.ReportedAt, last.By))] },
            Situation = board.Situation is { } situation ? situation with { NextAt = null } : null,
        };
}
