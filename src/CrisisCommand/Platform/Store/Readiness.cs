using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CrisisCommand.Platform.Store;

/// <summary>Ready when the database answers and takes what is written.</summary>
public sealed class Readiness(WriteWatch writes, TimeProvider clock) : IHealthCheck
{
    /// <summary>After this long without an answer, the database is away.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // A connection that hangs may sit out its own time limit first: whoever asks is told before that.
            var fault = await writes.Fault(cancellationToken).WaitAsync(Longest, clock, cancellationToken);
            return fault is null
                ? HealthCheckResult.Healthy("the database answers and takes what is written")
                : HealthCheckResult.Unhealthy($"writing fails: {fault}");
        }
        catch (Exception away) when (IsAway(away))
        {
            return HealthCheckResult.Unhealthy("the database is away", away);
        }
    }

    /// <summary>Whether the database did not answer; what else goes wrong in a check is a fault of the check.</summary>
    public static bool IsAway(Exception exception) =>
        exception is NpgsqlException or TimeoutException || exception.InnerException is NpgsqlException;
}
