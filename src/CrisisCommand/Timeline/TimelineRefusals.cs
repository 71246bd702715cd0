using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Timeline;

/// <summary>Why a read of the timeline is refused.</summary>
public static class TimelineRefusals
{
    /// <summary>The order is neither <c>recorded</c> nor <c>occurred</c>.</summary>
    public static readonly Refusal UnknownOrder = new("timeline.unknown-order", 400, "order");

    /// <summary>A time is no RFC 3339 time with an offset.</summary>
    public static readonly Refusal InvalidTime = new("timeline.invalid-time", 400);

    /// <summary>What ends before it begins.</summary>
    public static readonly Refusal EndsBeforeItBegins = new("timeline.ends-before-it-begins", 400, "to");

    /// <summary>No event of a crisis has that name.</summary>
    public static readonly Refusal UnknownKind = new("timeline.unknown-kind", 400, "kinds");

    /// <summary>The limit is no number from 1 to 200.</summary>
    public static readonly Refusal InvalidLimit = new("timeline.invalid-limit", 400, "limit");

    /// <summary>The cursor is not one that this list gave.</summary>
    public static readonly Refusal InvalidCursor = new("timeline.invalid-cursor", 400, "after");
}
