using System.Collections.Immutable;
using CrisisCommand.Alerts;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Options;
using Wolverine;
using Wolverine.Attributes;

namespace CrisisCommand.Notifications;

/// <summary>What was held back of one sender's alarms is due to be told. Stored until then, so that it comes also when every node was restarted.</summary>
/// <param name="At">The time it was set to: a summary that is due at another has a timer of its own.</param>
public sealed record SummaryDue(PersonId Sender, PersonId Person, AlertWeight Weight, DateTimeOffset At)
{
    public bool Counts(AlertGathering gathering) => gathering.Lane(Weight) is { Held.IsEmpty: false } lane && lane.Until == At;

    /// <param name="settled">How many of those held somebody has taken meanwhile.</param>
    /// <param name="answerBy">Until when a message is followed by a louder one.</param>
    public Outcome Decide(
        AlertGathering gathering,
        NoticeLimits limits,
        MessageLoad load,
        int settled,
        DateTimeOffset now,
        DateTimeOffset answerBy
    )
    {
        var lane = gathering.Lane(Weight);
        if (!Counts(gathering) || now < At)
        {
            return Outcome.Nothing;
        }

        // Whoever is told for information is told also of what somebody has taken.
        var open = Weight == AlertWeight.Information ? lane.Held.Length : Math.Max(lane.Held.Length - settled, 0);
        if (open > 0 && GatheringBounds.Reached(gathering, Weight, limits, load, now) is { } bound)
        {
            return Outcome.Happened(GatheringBounds.Bounded(Sender, Person, Weight, gathering, bound, limits, now));
        }

        // Alone with its link while that serves; afterwards as a line, since a message about an old alarm is composed no more.
        return open > 0 && lane.Held is [var only] && now - lane.ToldAt < AlertLinks.Grace
            ? Outcome.Happened(new AlertTold(Sender, Person, Weight, null, only, lane.Alone, lane.Summaries + 1))
            : Outcome.Happened(Sum(lane, open, lane.ToldAt ?? now, answerBy));
    }

    private AlertsSummedUp Sum(AlertLane lane, int open, DateTimeOffset since, DateTimeOffset answerBy)
    {
        var kinds = lane.Held.GroupBy(h => h.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Value, StringComparer.Ordinal);
        ImmutableArray<KindCount> counted = [.. kinds.Select(k => new KindCount(k.Key, k.Count()))];
        return new(Sender, Person, Weight, lane.Held.Length, open, since, counted, answerBy, lane.Summaries + 1);
    }
}

/// <summary>Tells in one line what was held back, or says how much longer it waits.</summary>
[WolverineHandler]
public sealed class SumUpAlerts(GatheringCarrier carrier, NoticeLimits limits, IOptions<AlertOptions> alerts, TimeProvider clock)
{
    public async Task Handle(SummaryDue due, Envelope delivery, IMessageBus bus, CancellationToken token)
    {
        var realm = new Realm(delivery.TenantId!);
        if (Clock.Now(clock) < due.At)
        {
            // The clock of the node that sent it runs before ours: dropped now, it would never come again.
            var again = new DeliveryOptions { TenantId = realm.Name, ScheduledTime = due.At };
            await bus.PublishAsync(due, again);
            return;
        }

        await carrier.Carry(
            realm,
            due.Sender,
            due.Person,
            (gathering, load, settled, now) => due.Decide(gathering, limits, load, settled, now, now + alerts.Value.AnswerWithin),
            g => due.Counts(g) ? g.Lane(due.Weight).Held : [],
            token
        );
    }
}
