using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;

namespace CrisisCommand.Boards;

/// <summary>The common picture as a board shows it: the overall assessment, and every line that stands.</summary>
internal static class SituationWording
{
    public static BoardSituation? Of(Board board, Words words) =>
        board.Situation is { } situation
            ? new(
                words.Text(situation.Text),
                situation.ReportedAt,
                situation.By,
                [.. board.Picture.Cells.Select(c => Of(c, words))],
                words.NameOf(situation.By),
                // Nobody waits for a report of what is over.
                board.Crisis.IsStoodDown
                    ? null
                    : situation.NextAt
            )
        : board.Picture.Cells.MaxBy(c => c.ReportedAt) is { } latest
            ? new("", latest.ReportedAt, latest.By, [.. board.Picture.Cells.Select(c => Of(c, words))], words.NameOf(latest.By), null)
        : null;

    private static BoardStatus Of(StatusCell c, Words words) =>
        new(
            c.Area,
            c.Function,
            c.Status.Value,
            c.Text is { } text ? words.Text(text) : null,
            c.Area is { } area ? words.Area(area) : null,
            c.Function is { } function ? words.Function(function) : null,
            StatusLine.About(words, c.Area, c.Function),
            c.Status.Name(words),
            c.ReportedAt,
            c.By,
            words.NameOf(c.By)
        );
}
