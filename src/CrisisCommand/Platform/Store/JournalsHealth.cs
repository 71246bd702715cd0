using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// Degraded while a journal is broken, an event lies unhandled because a subscription could not read it, or a stream was recorded ahead of
/// time. Each is named: all else goes on.
/// </summary>
public sealed class JournalsHealth(NpgsqlDataSource source, JournalBreaks breaks, JournalSweep sweep, TimeProvider clock) : IHealthCheck
{
    private const int Most = 20;

    /// <summary>What Marten's subscriptions have left out; the rows stay until a person has looked and deletes them.</summary>
    private const string LeftOut = $"""
        select distinct coalesce(e.tenant_id || ' stream ' || e.stream_id || ' version ' || e.version, 'event ' || (d.data ->> 'eventSequence'))
            || ': left out by ' || coalesce(d.data ->> 'projectionName', '?')
        from {EventStore.Schema}.mt_doc_deadletterevent d
        left join {EventStore.Schema}.mt_events e on e.seq_id = (d.data ->> 'eventSequence')::bigint
        limit 21
        """;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var leftOut = await ReadLeftOut(cancellationToken).WaitAsync(Readiness.Longest, clock, cancellationToken);
            List<string> troubles = [.. breaks.All.Select(b => b.ToString()), .. leftOut, .. sweep.RecordedAhead];
            return troubles.Count == 0
                ? HealthCheckResult.Healthy("every journal is whole")
                : HealthCheckResult.Degraded(
                    string.Join("; ", troubles.Take(Most)) + (troubles.Count > Most ? $"; and {troubles.Count - Most} more" : "")
                );
        }
        catch (Exception away) when (Readiness.IsAway(away))
        {
            return HealthCheckResult.Unhealthy("the database is away", away);
        }
    }

    private async Task<List<string>> ReadLeftOut(CancellationToken token)
    {
        await using var query = source.CreateCommand(LeftOut);
        await using var rows = await query.ExecuteReaderAsync(token);
        var found = new List<string>();
        while (await rows.ReadAsync(token))
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }
}
