using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CrisisCommand.Platform;

/// <summary>Ready when the database answers and the durable subscriptions are not far behind it.</summary>
public sealed class Readiness(NpgsqlDataSource source, IDocumentStore store) : IHealthCheck
{
    /// <summary>Events that a subscription may be behind before it is told of.</summary>
    private const long MaxLag = 5_000;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            var progress = await store.Advanced.AllProjectionProgress(token: cancellationToken).ConfigureAwait(false);
            var highWater = progress.FirstOrDefault(p => p.ShardName == "HighWaterMark")?.Sequence ?? 0;
            var behind = progress.Where(p => p.ShardName != "HighWaterMark").Select(p => highWater - p.Sequence).DefaultIfEmpty(0).Max();
            return behind <= MaxLag
                ? HealthCheckResult.Healthy($"lag {behind}")
                : HealthCheckResult.Degraded($"subscriptions are {behind} events behind");
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException || away.InnerException is NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("the database is away", away);
        }
    }
}
