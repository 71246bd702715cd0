using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Boards;

/// <summary>Why a board cannot be shown.</summary>
public static class BoardRefusals
{
    /// <summary>A board is asked for at a version or as of an instant, not both.</summary>
    public static readonly Refusal VersionOrInstant = new("boards.version-or-instant", 400, "?version");

    /// <summary>The version asked for is no number.</summary>
    public static readonly Refusal NoVersion = new("boards.no-version", 400, "?version");

    /// <summary>The instant asked for is no RFC 3339 time.</summary>
    public static readonly Refusal NoInstant = new("boards.no-instant", 400, "?asOf");

    /// <summary>A board is asked for as it was known or as it happened.</summary>
    public static readonly Refusal NoSuchView = new("boards.no-such-view", 400, "?as");

    /// <summary>The journal has not come so far.</summary>
    public static readonly Refusal UnknownVersion = new("boards.unknown-version", 404, "?version");

    /// <summary>The difference goes from an earlier version to a later one.</summary>
    public static readonly Refusal FromAfterTo = new("boards.from-after-to", 400, "?from");

    /// <summary>At that instant the crisis was not declared.</summary>
    public static readonly Refusal NotYet = new("boards.not-yet", 404, "?asOf");
}
