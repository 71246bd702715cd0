using System.Globalization;

namespace CrisisCommand.Platform;

/// <summary>Everything about a command but its content: who sends it, where, when, under which key, and what it follows from.</summary>
/// <param name="CommandId">Drawn at the edge; on every event of the command, and on its receipt.</param>
/// <param name="Now">The edge's clock, to the microsecond (what the store keeps).</param>
/// <param name="CausationId">What made this command happen: an event's id for relayed facts, else the command itself.</param>
/// <param name="TraceParent">W3C Trace Context of the request.</param>
public sealed record Envelope(
    Realm Realm,
    PersonId By,
    Guid CommandId,
    DateTimeOffset Now,
    string CorrelationId,
    string CausationId,
    string? TraceParent
)
{
    /// <summary>The caller's Idempotency-Key and what was sent under it; null for our own messages, whose handlers are idempotent by state.</summary>
    public IdempotencyKey? Key { get; init; }

    /// <summary>The stream versions that the person confirmed against; null: any.</summary>
    public IfMatch? IfMatch { get; init; }

    /// <summary>What the sender must be allowed to; null for our own messages, which nobody sends.</summary>
    public Demand? Demand { get; init; }

    /// <summary>The same command asking for another right than its endpoint names, or for one about a function only.</summary>
    public Envelope Demanding(Func<StreamSnapshot, (Capability, FunctionKey?)> on) => this with { Demand = new(on) };

    /// <summary>The language of answers.</summary>
    public CultureInfo Culture { get; init; } = Words.Swedish;

    /// <summary>For work of our own, such as the relay.</summary>
    public static Envelope Internal(Realm realm, TimeProvider clock, string correlationId, string causationId) =>
        new(realm, PersonId.System, Ids.New(clock), Clock.Now(clock), correlationId, causationId, System.Diagnostics.Activity.Current?.Id);
}

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

/// <summary>If-Match of RFC 9110 §13.1.1: strong comparison, a list, or any existing version.</summary>
public sealed record IfMatch(bool Any, IReadOnlyList<long> Versions)
{
    public bool Accepts(long version) => Any ? version > 0 : Versions.Contains(version);

    /// <summary>Weak tags never match strongly, so they are left out; what is no tag at all is left out too and matches nothing.</summary>
    public static IfMatch? Parse(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return null;
        }

        return header.Trim() == "*"
            ? new(true, [])
            : new(false, [.. header.Split(',', StringSplitOptions.TrimEntries).Select(Strong).OfType<long>()]);
    }

    private static long? Strong(string tag) =>
        tag is ['"', .. var version, '"']
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Answers.Tag(number) == tag
            ? number
            : null;
}
