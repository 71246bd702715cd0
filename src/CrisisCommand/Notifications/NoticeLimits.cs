using System.Collections.Immutable;

namespace CrisisCommand.Notifications;

/// <summary>
/// Section <c>Notices:Limits</c>: how many messages alarms may make. A summons, and whatever else a crisis tells, counts towards none of
/// them and is held back by none of them.
/// </summary>
public sealed record NoticeLimits
{
    /// <summary>So many alarms of one sender and weight have messages of their own before the others are counted in one line.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>After a message, until the next; the last one holds for all that follow.</summary>
    public ImmutableArray<TimeSpan> Intervals { get; init; } =
    [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    /// <summary>Messages an hour about one sender's alarms to one person.</summary>
    public int PerSender { get; init; } = 12;

    /// <summary>Messages an hour about alarms to one person.</summary>
    public int PerPerson { get; init; } = 30;

    /// <summary>Messages an hour about alarms in all.</summary>
    public int InAll { get; init; } = 200;

    /// <summary>Messages an hour to one person of what they may do without, about crises; and as many about alarms that they have.</summary>
    public int Mentions { get; init; } = 20;

    public bool AreSane =>
        Mentions > 0
        && AtOnce > 0
        && PerSender > 0
        && PerPerson > 0
        && InAll > 0
        && !Intervals.IsEmpty
        && Intervals.All(i => i > TimeSpan.Zero);

    public TimeSpan IntervalAfter(int summaries) => Intervals[Math.Min(summaries, Intervals.Length - 1)];

    public int Of(MessageBound bound) =>
        bound switch
        {
            MessageBound.Sender => PerSender,
            MessageBound.Person => PerPerson,
            _ => InAll,
        };
}

/// <summary>Messages about alarms in the last hour.</summary>
public readonly record struct MessageLoad(int ToPerson, int InAll);
