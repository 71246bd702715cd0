using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alerts;

/// <summary>
/// Whether one sender's alarms come so thick that they must stand in another queue than everybody else's. Told by the times of the facts
/// themselves; kept in memory, since all that a restart costs is that a few of a flood's alarms stand among the others again.
/// </summary>
public sealed class AlarmRate
{
    /// <summary>So many within the span are followed at once, each on its own.</summary>
    public const int AtOnce = 10;
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string, PersonId, AlertWeight, PersonId?), Queue<DateTimeOffset>> _seen = [];

    /// <param name="receiver">Of a message; null for the alarm itself.</param>
    public bool IsFlood(string realm, AlertOrigin origin, PersonId? receiver, DateTimeOffset at)
    {
        var key = (realm, origin.Sender, origin.Weight, receiver);
        if (!_seen.TryGetValue(key, out var times))
        {
            _seen[key] = times = new Queue<DateTimeOffset>(AtOnce + 1);
        }

        while (times.TryPeek(out var first) && at - first >= Span)
        {
            times.Dequeue();
        }

        if (times.Count >= AtOnce)
        {
            return true;
        }

        times.Enqueue(at);
        return false;
    }
}
