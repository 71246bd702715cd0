using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrisisCommand.Platform.Store;

/// <summary>Not ready while this node's clock is too far from the database's.</summary>
public sealed class ClockHealth(DatabaseClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            clock.HasLeft || clock.IsOutOfStep ? HealthCheckResult.Unhealthy(Say(clock)) : HealthCheckResult.Healthy(Say(clock))
        );

    public static string Say(DatabaseClock clock)
    {
        if (clock.Ahead is not { } ahead)
        {
            return "the database's clock has not been read yet";
        }

        var apart = ahead.Duration().TotalSeconds.ToString("0.0##", CultureInfo.InvariantCulture);
        var most = clock.MaxSkew.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        var said = $"this node's clock is {apart} s {(ahead >= TimeSpan.Zero ? "ahead of" : "behind")} the database's";
        return clock.HasLeft || clock.IsOutOfStep
            ? $"{said}, {most} s are allowed: it takes no commands and owns no messages until they are in step"
            : said;
    }
}
