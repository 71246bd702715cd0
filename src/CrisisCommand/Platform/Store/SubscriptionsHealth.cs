using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// Degraded while a durable subscription has no running owner, or has not handled an event for ten seconds: then nobody is called, and no
/// other node would do better, so that this one goes on serving.
/// </summary>
public sealed class SubscriptionsHealth(NpgsqlDataSource source, IEnumerable<EventFollower> followers, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(10);

    private const string Query = $"""
        select f.name, coalesce(p.last_seq_id, 0),
            exists (
                select from {EventStore.Schema}.wolverine_node_assignments a
                join {EventStore.Schema}.wolverine_nodes n on n.id = a.node_id
                where lower(a.id) like '%/' || lower(f.url) and n.health_check > clock_timestamp() - interval '10 seconds'),
            (select extract(epoch from clock_timestamp() - e.timestamp)::float8 from {EventStore.Schema}.mt_events e
                where e.seq_id > coalesce(p.last_seq_id, 0) order by e.seq_id limit 1)
        from unnest($1, $2) f (name, url)
        left join {EventStore.Schema}.mt_event_progression p on p.name = f.name
        """;

    /// <summary>Where each subscription stood, and since when as this node saw it: the times of events are other clocks'.</summary>
    private readonly ConcurrentDictionary<string, (long At, long Since)> _stood = new();

    private sealed record Standing(string Name, long At, bool Owned, TimeSpan? OldestUnhandled);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var standings = await Read(cancellationToken).WaitAsync(Readiness.Longest, clock, cancellationToken);
            var troubles = standings.SelectMany(Troubles).ToList();
            return troubles.Count == 0
                ? HealthCheckResult.Healthy($"{standings.Count} subscriptions follow")
                : HealthCheckResult.Degraded(string.Join("; ", troubles));
        }
        catch (Exception away) when (Readiness.IsAway(away))
        {
            return HealthCheckResult.Unhealthy("the database is away", away);
        }
    }

    private IEnumerable<string> Troubles(Standing standing)
    {
        if (!standing.Owned)
        {
            yield return $"{standing.Name} has no running owner";
        }

        var now = clock.GetTimestamp();
        var (at, since) = _stood.GetOrAdd(standing.Name, (standing.At, now));
        if (at != standing.At || standing.OldestUnhandled is null)
        {
            _stood[standing.Name] = (standing.At, since = now);
        }

        var stood = clock.GetElapsedTime(since, now);
        if (standing.OldestUnhandled is { } oldest && (oldest > stood ? oldest : stood) is var age && age > Oldest)
        {
            yield return $"{standing.Name} has an unhandled event that is {age.TotalSeconds:F0} s old";
        }
    }

    private async Task<List<Standing>> Read(CancellationToken token)
    {
        await using var query = source.CreateCommand(Query);
        query.Parameters.Add(new() { Value = followers.Select(f => f.Shard.Identity).ToArray() });
        query.Parameters.Add(new() { Value = followers.Select(f => f.Shard.RelativeUrl).ToArray() });
        await using var rows = await query.ExecuteReaderAsync(token);
        var found = new List<Standing>();
        while (await rows.ReadAsync(token))
        {
            TimeSpan? oldest = rows.IsDBNull(3) ? null : TimeSpan.FromSeconds(rows.GetDouble(3));
            found.Add(new(rows.GetString(0), rows.GetInt64(1), rows.GetBoolean(2), oldest));
        }

        return found;
    }
}
