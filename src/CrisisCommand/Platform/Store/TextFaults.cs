using System.Collections.Concurrent;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// The texts that were read and are not what was written: told once each in the log, and in the readiness until they read right again. Texts
/// are looked at when somebody reads them; that none is told of says nothing of those that nobody has read.
/// </summary>
public sealed class TextFaults(ILogger<TextFaults> log) : IHealthCheck
{
    /// <summary>So many are kept by name; whoever changed more has changed the database.</summary>
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<(Realm Realm, string Commitment), TextFate> _known = new();

    public void Tell(Realm realm, string commitment, TextFate fate)
    {
        if (_known.Count < Most && _known.TryAdd((realm, commitment), fate))
        {
            log.LogError("A text in {Realm} is {Fate}: the opening of the commitment {Commitment}", realm, fate, commitment);
        }
    }

    /// <summary>It reads as it was written, again.</summary>
    public void Clear(Realm realm, string commitment)
    {
        if (!_known.IsEmpty)
        {
            _known.TryRemove((realm, commitment), out _);
        }
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            _known.IsEmpty
                ? HealthCheckResult.Healthy("every text read is as it was written")
                : HealthCheckResult.Degraded(
                    $"of the texts read, {Count(TextFate.Altered)} were altered in the database and {Count(TextFate.Missing)} are missing"
                )
        );

    private int Count(TextFate fate) => _known.Values.Count(f => f == fate);
}
