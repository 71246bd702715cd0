namespace CrisisCommand.Sending;

/// <summary>Why nothing is sent.</summary>
public enum HoldReason
{
    /// <summary>The database has not been looked at, or not for too long.</summary>
    NotLooked,

    /// <summary>Nothing outside the database says that this one was ever served, and it is not new.</summary>
    Unknown,

    /// <summary>This installation serves, or served last, another database.</summary>
    Other,

    /// <summary>It was made from another database: restored from a dump, or copied.</summary>
    Copy,

    /// <summary>It lacks what was last seen in it: restored to an earlier point, or an older copy.</summary>
    Behind,
}

/// <summary>What a database is to this installation.</summary>
public abstract record Verdict
{
    /// <summary>The one that is served: messages go out.</summary>
    public sealed record Serves : Verdict;

    /// <summary>New, or of a build that knew no marks: it is marked, and looked at again.</summary>
    public sealed record Begins : Verdict;

    public sealed record Holds(HoldReason Reason) : Verdict;
}

/// <summary>
/// Whether a database is the one that this installation last served. Pure: what is remembered outside it, what it says of itself, and where
/// it stands now. In doubt, nothing is sent: a person can say otherwise at once, but a message that went out is out.
/// </summary>
public static class Installation
{
    /// <summary>So long after the last word of it, no other node serves by the same memory.</summary>
    public static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(20);

    /// <param name="keepsMemory">Whether there is a place outside the database to remember in.</param>
    public static Verdict Judge(Remembered? remembered, bool keepsMemory, DatabaseSeen seen, DateTimeOffset now) =>
        seen.Mark is not { } mark ? Unmarked(remembered, keepsMemory, seen, now)
        : !mark.StandsAt(seen) ? Hold(HoldReason.Copy)
        : remembered is null ? Unremembered(keepsMemory, seen, mark)
        // An operator has said that this is the one since we last saw it, here where it stands.
        : mark.Releases > remembered.Releases ? new Verdict.Serves()
        : !remembered.IsOf(seen) ? Hold(HoldReason.Other)
        : !seen.HasTip ? Hold(HoldReason.Behind)
        // Another timeline with everything in it that we saw is a failover.
        : new Verdict.Serves();

    private static Verdict Unmarked(Remembered? remembered, bool keepsMemory, DatabaseSeen seen, DateTimeOffset now) =>
        seen.IsEmpty
            ? remembered is null || now - remembered.At > Abandoned
                ? new Verdict.Begins()
                : Hold(HoldReason.Other)
            : keepsMemory
                ? Hold(HoldReason.Unknown)
                : new Verdict.Begins();

    /// <summary>A node without a memory of its own joins those that send; where there is no place to remember in, the mark must do.</summary>
    private static Verdict Unremembered(bool keepsMemory, DatabaseSeen seen, InstallationMark mark) =>
        seen.IsServed || (!keepsMemory && mark.Timeline == seen.Timeline)
            ? new Verdict.Serves()
            : Hold(keepsMemory ? HoldReason.Unknown : HoldReason.Copy);

    private static Verdict.Holds Hold(HoldReason why) => new(why);
}
