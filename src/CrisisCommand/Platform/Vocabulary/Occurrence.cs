namespace CrisisCommand.Platform.Vocabulary;

/// <summary>What is wrong with a time that somebody says something happened at.</summary>
public enum TimeFault
{
    InTheFuture,

    /// <summary>So long before that nobody can mean it: a clock that was never set.</summary>
    TooLongAgo,

    /// <summary>It is written down so long after that it must be said why.</summary>
    LateWithoutReason,
}

/// <summary>When something happened, as whoever writes it down says: one rule for all that takes such a time.</summary>
public static class Occurrence
{
    /// <summary>How long after it happened something may be written down without saying why it comes late (architecture.md §6).</summary>
    public static readonly TimeSpan Timely = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long before a crisis was declared, or an incident reported, something can have happened that belongs to it: ten years. A leak may
    /// be old; what a clock says that was never set is not.
    /// </summary>
    public static readonly TimeSpan Farthest = TimeSpan.FromDays(3653);

    /// <summary>Whether it was written down late.</summary>
    public static bool IsLate(DateTimeOffset happened, DateTimeOffset now) => happened < now - Timely;

    /// <summary>Null where the time is as it should be, or none is given: then it happened now.</summary>
    /// <param name="since">When the crisis was declared, or the incident reported.</param>
    /// <param name="explained">Whether it is said why it comes late, or need not be.</param>
    public static TimeFault? FaultOf(DateTimeOffset? happened, DateTimeOffset now, DateTimeOffset since, bool explained) =>
        happened is not { } at ? null
        : Clock.IsFuture(at, now) ? TimeFault.InTheFuture
        : at < since - Farthest ? TimeFault.TooLongAgo
        : IsLate(at, now) && !explained ? TimeFault.LateWithoutReason
        : null;
}
