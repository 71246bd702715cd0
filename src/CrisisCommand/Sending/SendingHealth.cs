using CrisisCommand.Platform.Texts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrisisCommand.Sending;

/// <summary>A node that sends nothing says so.</summary>
public sealed class SendingHealth(SendingGate gate) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            gate.Held is { } held
                ? HealthCheckResult.Degraded(new Words(Words.English).Say($"sending.held.{held}"))
                : HealthCheckResult.Healthy("messages go out")
        );
}
