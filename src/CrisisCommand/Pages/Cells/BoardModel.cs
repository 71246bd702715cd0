using CrisisCommand.Boards;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Pages.Cells;

/// <summary>A board as its cells see it.</summary>
/// <param name="Now">
/// By which ages are told in words as long as no script does; null where the same bytes go to many, at times of their own: then the time of
/// day stands there and each reader's script tells the age.
/// </param>
public sealed record BoardModel(BoardView Board, Words Words, DateTimeOffset? Now)
{
    public string Say(string key, params object?[] arguments) => Words.Say("pages.wall." + key, arguments);

    public string Clock(DateTimeOffset time) => Words.Time(time)[11..16];

    /// <summary>The time of day, with the date where that is another than the board's.</summary>
    public string Day(DateTimeOffset time) =>
        Words.Time(time)[..10] == Words.Time(Board.HappenedBy ?? Board.RecordedAt)[..10] ? Clock(time) : Words.Time(time)[5..16];

    /// <summary>When the last line was written; of a board as it happened, when what it tells of was.</summary>
    public DateTimeOffset? LastLineAt => Board.HappenedBy is null ? Board.RecordedAt : Board.Latest.FirstOrDefault()?.OccurredAt;

    /// <summary>Whether the line stands on a board as it happened though it was not known yet at that time.</summary>
    public bool KnownLater(BoardLine line) => line.RecordedAt > Board.HappenedBy;
}
