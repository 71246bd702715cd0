using System.Threading.RateLimiting;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Alarms;

/// <summary>
/// How many alarms one sender brings in feeds, each of which is one request: a feed costs as many as it holds, the whole burst at most. One
/// that is larger than the burst is taken all the same, whenever the sender has been quiet for so long.
/// </summary>
public sealed class AlarmPace(Allowance allowance) : IDisposable
{
    // Senders are known by name and no more than are registered: none shares with another.
    private readonly PartitionedRateLimiter<string> _limit = PartitionedRateLimiter.Create<string, string>(allowance.For);

    /// <summary>Null where they are within it; else how long the sender should wait.</summary>
    public TimeSpan? Refuses(Realm realm, PersonId sender, int alarms)
    {
        // The request itself was counted with the first.
        var permits = Math.Min(alarms, allowance.Burst) - 1;
        if (permits <= 0)
        {
            return null;
        }

        using var lease = _limit.AttemptAcquire($"{realm} {sender}", permits);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : TimeSpan.FromSeconds(1);
    }

    public void Dispose() => _limit.Dispose();
}
