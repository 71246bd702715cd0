using System.Text.Json.Serialization;
using CrisisCommand.Journal;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Boards;

/// <summary>How an area, a function, a function in an area or (neither) the whole fares, as last told.</summary>
/// <param name="About">The name of what it speaks of.</param>
public sealed record BoardStatus(
    AreaKey? Area,
    FunctionKey? Function,
    string Status,
    string? Text,
    string? AreaName,
    string? FunctionName,
    string About,
    string StatusName,
    DateTimeOffset ReportedAt,
    PersonId By,
    string? ByName
)
{
    /// <summary>How loud a page says it: <c>danger</c>, <c>warn</c> or <c>ok</c>. A step that only the company's scale has is neither well nor the worst.</summary>
    [JsonIgnore]
    public string Tone =>
        Status == StatusKey.Critical.Value ? "danger"
        : Status == StatusKey.Normal.Value ? "ok"
        : "warn";
}

/// <summary>The latest report's judgement of it all, and how everything fares that was ever spoken of.</summary>
/// <param name="Text">Empty while only functions have told of themselves; the time and the teller are then the latest of theirs.</param>
/// <param name="NextAt">When the next report comes: it is overdue from then on, by whatever clock the board is read. Null when none is awaited.</param>
public sealed record BoardSituation(
    string Text,
    DateTimeOffset ReportedAt,
    PersonId By,
    IReadOnlyList<BoardStatus> Status,
    string? ByName,
    DateTimeOffset? NextAt
)
{
    /// <summary>Whether anybody has judged it as a whole yet.</summary>
    [JsonIgnore]
    public bool IsJudged => Text.Length > 0;

    /// <summary>The whole, then what is worst, the latest told first: where there is no room for all, what is well is left out.</summary>
    [JsonIgnore]
    public IEnumerable<BoardStatus> WorstFirst =>
        Status
            .OrderByDescending(s => (s.Area, s.Function) is (null, null))
            .ThenBy(s =>
                s.Tone == "danger" ? 0
                : s.Tone == "ok" ? 2
                : 1
            )
            .ThenByDescending(s => s.ReportedAt);
}
