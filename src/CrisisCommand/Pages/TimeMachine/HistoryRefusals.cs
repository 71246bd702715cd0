using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Pages.TimeMachine;

/// <summary>Why the time machine does not go there.</summary>
public static class HistoryRefusals
{
    /// <summary>The journal has no such version.</summary>
    public static readonly Refusal NoSuchVersion = new("pages.no-such-version", 404, "?version");

    /// <summary>At that time the crisis was not declared.</summary>
    public static readonly Refusal NotDeclared = new("pages.not-declared-then", 404, "?at");

    /// <summary>That time is still to come.</summary>
    public static readonly Refusal Ahead = new("pages.time-ahead", 400, "?at");

    /// <summary>A moment is a version or a time, not both.</summary>
    public static readonly Refusal VersionOrTime = new("pages.version-or-time", 400, "?version");

    /// <summary>A board is read as it was known or as it happened.</summary>
    public static readonly Refusal NoSuchReading = new("pages.no-such-reading", 400, "?as");

    /// <summary>Comparing, and what a decider was served, is of what was known.</summary>
    public static readonly Refusal OnlyKnown = new("pages.only-known", 400, "?as");

    /// <summary>No decision has that number.</summary>
    public static readonly Refusal NoSuchDecision = new("pages.no-such-decision", 404, "?decision");

    /// <summary>The decision was taken on another version than the one asked for.</summary>
    public static readonly Refusal OtherVersion = new("pages.decision-other-version", 400, "?version");
}
