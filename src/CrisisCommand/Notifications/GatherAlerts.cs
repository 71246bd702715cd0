using System.Collections.Immutable;
using CrisisCommand.Alerts;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Wolverine;
using Wolverine.Attributes;

namespace CrisisCommand.Notifications;

/// <summary>A person was alerted of alarms of one sender.</summary>
/// <param name="Batch">The first of the facts, by which the news goes; what is new in it is asked of each alert.</param>
public sealed record AlertsToTell(Guid Batch, PersonId Sender, PersonId Person, AlertWeight Weight, PersonsAlert[] Alerts)
{
    /// <summary>Tells the first ones at once where it was quiet, as many as may be alone, and holds the others back until the next summary.</summary>
    public Outcome Decide(AlertGathering gathering, NoticeLimits limits, MessageLoad load, DateTimeOffset now)
    {
        var alerts = gathering.NotHeard(Alerts);
        if (alerts.IsEmpty)
        {
            return Outcome.Nothing;
        }

        var lane = gathering.Lane(Weight);
        var (alone, summaries) = lane.IsQuiet(limits, now) ? (0, 0) : (lane.Alone, lane.Summaries);
        var bound = GatheringBounds.Reached(gathering, Weight, limits, load, now);
        if (bound is not null || !lane.Held.IsEmpty || alone >= limits.AtOnce)
        {
            return Hold(gathering, lane, alerts, bound, limits, now);
        }

        var room = Math.Min(limits.AtOnce - alone, Math.Max(GatheringBounds.Room(gathering, limits, load, now), 1));
        var told = alerts.Take(room).Select((a, i) => new AlertTold(Sender, Person, Weight, Batch, a, alone + i + 1, summaries));
        return alerts.Length <= room
            ? Outcome.Happened(told)
            : Outcome.Happened([.. told, Held([.. alerts.Skip(room)], opens: true, now + limits.IntervalAfter(summaries))]);
    }

    private Outcome Hold(
        AlertGathering gathering,
        AlertLane lane,
        ImmutableArray<PersonsAlert> alerts,
        MessageBound? bound,
        NoticeLimits limits,
        DateTimeOffset now
    )
    {
        var free = lane.FreeAt(limits) is { } at && at > now ? at : now;
        if (!lane.Held.IsEmpty)
        {
            return Outcome.Happened(Held(alerts, opens: false, lane.Until ?? free));
        }

        return bound is { } reached && free == now
            ? Outcome.Happened(
                Held(alerts, opens: true, free),
                GatheringBounds.Bounded(Sender, Person, Weight, gathering, reached, limits, now)
            )
            : Outcome.Happened(Held(alerts, opens: true, free));
    }

    private AlertsHeldBack Held(ImmutableArray<PersonsAlert> alerts, bool opens, DateTimeOffset until) =>
        new(Sender, Person, Weight, Batch, alerts, opens, until);
}

/// <summary>Takes in whom alarms have alerted. The subscription makes messages of what is decided here, and sets the timers.</summary>
[WolverineHandler]
public sealed class GatherAlerts(GatheringCarrier carrier, NoticeLimits limits)
{
    public Task Handle(AlertsToTell news, Envelope delivery, CancellationToken token) =>
        carrier.Carry(
            new Realm(delivery.TenantId!),
            news.Sender,
            news.Person,
            (gathering, load, _, now) => news.Decide(gathering, limits, load, now),
            null,
            token
        );
}
