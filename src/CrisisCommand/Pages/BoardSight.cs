using System.Globalization;
using CrisisCommand.Boards;
using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

/// <summary>A board as its cells see it.</summary>
/// <param name="Now">
/// By which ages are told in words as long as no script does; null where the same bytes go to many, at times of their own: then the time of
/// day stands there and each reader's script tells the age.
/// </param>
public sealed record BoardSight(BoardView Board, Words Words, DateTimeOffset? Now)
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

    /// <summary>How long ago, in the units that matter; the script of the pages (app.js) says it in the same words.</summary>
    public static string Span(TimeSpan span) =>
        span switch
        {
            { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)span.TotalSeconds)} s"),
            { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} min"),
            { TotalHours: < 24 } => With((int)span.TotalHours, "h", span.Minutes, "min"),
            _ => With((int)span.TotalDays, "d", span.Hours, "h"),
        };

    private static string With(int whole, string unit, int rest, string lesser) =>
        rest == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{whole} {unit}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole} {unit} {rest} {lesser}");
}
