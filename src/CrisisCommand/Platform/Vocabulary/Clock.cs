namespace CrisisCommand.Platform.Vocabulary;

/// <summary>Time as the record keeps it.</summary>
public static class Clock
{
    /// <summary>How far the clock of a phone may run before ours.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>Whether what is said to have happened has not happened yet.</summary>
    public static bool IsFuture(DateTimeOffset? occurredAt, DateTimeOffset now) => occurredAt > now + Tolerance;

    /// <summary>Now, to the microsecond: PostgreSQL keeps no more, and a fold in memory must equal the same fold read back.</summary>
    public static DateTimeOffset Now(TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
