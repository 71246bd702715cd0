using CrisisCommand.Platform.Vocabulary;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrisisCommand.Notifications;

/// <summary>Says when messages about alarms have reached a bound: they are counted, and told later than they would be.</summary>
public sealed class BoundHealth(IDocumentStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var session = store.QuerySession(Realm.Live.Name);
        var bounded = await session.Query<GatheringView>().CountAsync(v => v.Held > 0 && v.IsBounded, cancellationToken);
        return bounded == 0
            ? HealthCheckResult.Healthy("no message waits for a bound")
            : HealthCheckResult.Degraded($"messages about alarms have reached a bound, for {bounded} senders and receivers");
    }
}
