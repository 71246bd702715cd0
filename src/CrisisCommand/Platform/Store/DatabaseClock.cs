using Microsoft.Extensions.Options;
using Npgsql;

namespace CrisisCommand.Platform.Store;

public sealed class ClockOptions
{
    /// <summary>How far this node's clock may be from the database's before the node leaves.</summary>
    public TimeSpan MaxSkew { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often they are compared.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>
/// How far this node's clock is from the database's, which all nodes share (ops/decisions/0017). The last reading is carried on by the
/// steady clock, which nobody sets: a clock that is moved between two readings is seen at the next command, not at the next reading.
/// </summary>
public sealed class DatabaseClock(NpgsqlDataSource source, TimeProvider clock, IOptions<ClockOptions> options)
{
    private const int Samples = 5;

    /// <summary>An answer that took longer says too little about when it was given.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    /// <summary>So certain that a further sample would add nothing.</summary>
    private static readonly TimeSpan Certain = TimeSpan.FromMilliseconds(5);

    private Reading? _reading;

    private sealed record Reading(DateTimeOffset Database, long At, TimeSpan Uncertainty);

    public TimeSpan MaxSkew => options.Value.MaxSkew;

    public TimeSpan Every => options.Value.Every;

    /// <summary>This node has left: it stays so until it starts anew, whatever its clock shows meanwhile.</summary>
    public bool HasLeft { get; set; }

    /// <summary>How far this node's clock is ahead of the database's now; below zero where it is behind, null before the first reading.</summary>
    public TimeSpan? Ahead => _reading is { } last ? AheadAt(clock.GetUtcNow(), last) : null;

    /// <summary>Certainly too far, even where the answer was as late as it may have been.</summary>
    public bool IsOutOfStep => _reading is { } last && AheadAt(clock.GetUtcNow(), last).Duration() - last.Uncertainty > MaxSkew;

    /// <summary>Well within the limit: a node that left comes back only then, and not at the very limit, where it would come and go.</summary>
    public bool IsInStep => _reading is { } last && AheadAt(clock.GetUtcNow(), last).Duration() + last.Uncertainty <= MaxSkew / 2;

    /// <summary>Whether a command of <paramref name="now"/> may be recorded by this node: nothing is ever recorded ahead of the database.</summary>
    public bool MayRecord(DateTimeOffset now) =>
        !HasLeft && !IsOutOfStep && !(_reading is { } last && AheadAt(now, last) - last.Uncertainty > MaxSkew);

    /// <summary>Compares the clocks: the round trip halved, the quickest of several samples, slow ones left out.</summary>
    /// <returns>Whether any answer came soon enough to tell something.</returns>
    public async Task<bool> Measure(CancellationToken token)
    {
        Reading? best = null;
        await using var connection = await source.OpenConnectionAsync(token);
        for (var sample = 0; sample < Samples && !(best?.Uncertainty <= Certain); sample++)
        {
            await using var ask = new NpgsqlCommand("select clock_timestamp()", connection);
            var asked = clock.GetTimestamp();
            var told = new DateTimeOffset((DateTime)(await ask.ExecuteScalarAsync(token))!);
            var heard = clock.GetTimestamp();
            var half = clock.GetElapsedTime(asked, heard) / 2;
            if (half * 2 < Slow && !(best?.Uncertainty <= half))
            {
                best = new(told + half, heard, half);
            }
        }

        _reading = best ?? _reading;
        return best is not null;
    }

    private TimeSpan AheadAt(DateTimeOffset now, Reading last) => now - (last.Database + clock.GetElapsedTime(last.At));
}
