using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CrisisCommand.Platform;

/// <summary>Ready when the database answers and the durable subscriptions are not far behind it.</summary>
public sealed class Readiness(NpgsqlDataSource source, IDocumentStore store, TimeProvider clock) : IHealthCheck
{
    /// <summary>After this long without an answer, the database is away.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Events that a subscription may be behind before it is told of.</summary>
    private const long MaxLag = 5_000;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // A connection that hangs may sit out its own time limit first: whoever asks is told before that.
            var behind = await Lag(cancellationToken).WaitAsync(Longest, clock, cancellationToken).ConfigureAwait(false);
            return behind <= MaxLag
                ? HealthCheckResult.Healthy($"lag {behind}")
                : HealthCheckResult.Degraded($"subscriptions are {behind} events behind");
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException || away.InnerException is NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("the database is away", away);
        }
    }

    /// <summary>How many events the subscription furthest behind has yet to see.</summary>
    private async Task<long> Lag(CancellationToken token)
    {
        await using var command = source.CreateCommand("select 1");
        await command.ExecuteScalarAsync(token).ConfigureAwait(false);
        var progress = await store.Advanced.AllProjectionProgress(token: token).ConfigureAwait(false);
        var highWater = progress.FirstOrDefault(p => p.ShardName == "HighWaterMark")?.Sequence ?? 0;
        return progress.Where(p => p.ShardName != "HighWaterMark").Select(p => highWater - p.Sequence).DefaultIfEmpty(0).Max();
    }
}
