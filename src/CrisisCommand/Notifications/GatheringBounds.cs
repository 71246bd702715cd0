using CrisisCommand.Alerts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications;

/// <summary>What messages about alarms may cost. Pure: what went out, and what is allowed.</summary>
public static class GatheringBounds
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>How long until it is looked whether others have left room again.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Null where there is room. A sender's first message of each weight in an hour always goes out, so that nobody can use up what another's
    /// alarm needs, nor a trifle what the grave one needs that follows it: the bounds may be passed by one message an hour for each sender,
    /// weight and person, and no more.
    /// </summary>
    public static MessageBound? Reached(
        AlertGathering gathering,
        AlertWeight weight,
        NoticeLimits limits,
        MessageLoad load,
        DateTimeOffset now
    ) =>
        gathering.ToldLately(now).Length switch
        {
            _ when FirstAgain(gathering, weight) is not { } again || now >= again => null,
            var told when told >= limits.PerSender => MessageBound.Sender,
            _ when load.ToPerson >= limits.PerPerson => MessageBound.Person,
            _ when load.InAll >= limits.InAll => MessageBound.All,
            _ => null,
        };

    /// <summary>From when on the next message of a weight is the first in its hour; null where there was none.</summary>
    private static DateTimeOffset? FirstAgain(AlertGathering gathering, AlertWeight weight) => gathering.Lane(weight).ToldAt + Hour;

    /// <summary>How many messages the bounds leave; a sender's first one in an hour is beside them.</summary>
    public static int Room(AlertGathering gathering, NoticeLimits limits, MessageLoad load, DateTimeOffset now) =>
        Math.Min(
            limits.PerSender - gathering.ToldLately(now).Length,
            Math.Min(limits.PerPerson - load.ToPerson, limits.InAll - load.InAll)
        );

    public static AlertMessagesBounded Bounded(
        PersonId sender,
        PersonId person,
        AlertWeight weight,
        AlertGathering gathering,
        MessageBound bound,
        NoticeLimits limits,
        DateTimeOffset now
    )
    {
        var told = gathering.ToldLately(now);
        // Of the bound for others it is not known when they leave room, but the own first message is free again after the hour.
        var own = FirstAgain(gathering, weight) ?? now;
        var free = bound == MessageBound.Sender ? told[^Math.Min(limits.PerSender, told.Length)] + Hour : now + Again;
        var until = own < free ? own : free;
        var isNews = gathering.BoundToldAt is not { } at || now - at >= Hour;
        return new(sender, person, weight, bound, limits.Of(bound), isNews, until);
    }
}
