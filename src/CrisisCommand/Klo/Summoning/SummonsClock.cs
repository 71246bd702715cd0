using CrisisCommand.Platform.Vocabulary;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.Marten.Subscriptions;

namespace CrisisCommand.Klo.Summoning;

/// <summary>The functions of a crisis have other keys than when its timers were set.</summary>
[MessageIdentity("CrisisCommand.Klo.TimersMoved")]
public sealed record TimersMoved(Guid CrisisId, Guid Because);

/// <summary>
/// Follows the facts after which somebody is waited for, and sets a timer for each. The timers are stored in the transaction that moves the
/// subscription on, so that none is lost between the two. It may follow the same facts again, also years later: a timer that goes off for
/// what is over changes nothing.
/// </summary>
public sealed class SummonsClock : BatchSubscription
{
    private readonly KloTimes _times;

    public SummonsClock(KloTimes times)
        : base("summons-clock")
    {
        _times = times;
        IncludeType<FunctionSummoned>();
        IncludeType<SummonsAnswered>();
        IncludeType<HolderCalled>();
        IncludeType<KloReorganised>();
    }

    public override async Task ProcessEventsAsync(
        EventRange page,
        ISubscriptionController controller,
        IDocumentOperations operations,
        IMessageBus bus,
        CancellationToken cancellationToken
    )
    {
        foreach (var happened in page.Events)
        {
            if (TimerOf(happened.StreamId, happened.Id, happened.Timestamp, happened.Data, _times) is { } timer)
            {
                await KloTimer.Set(timer, happened.TenantId, bus);
            }
            else if (happened.Data is KloReorganised)
            {
                var moved = new TimersMoved(happened.StreamId, happened.Id);
                await bus.PublishAsync(moved, new DeliveryOptions { TenantId = happened.TenantId });
            }
        }
    }

    /// <summary>What a fact makes the KLO wait for; null where it is nothing.</summary>
    public static IKloTimer? TimerOf(Guid crisis, Guid because, DateTimeOffset at, object happened, KloTimes times) =>
        happened switch
        {
            FunctionSummoned s => new SummonsDue(crisis, s.Function, s.Person, s.AnswerBy, because),
            SummonsAnswered { Answer: SummonsAnswer.Coming } a => new ArrivalDue(
                crisis,
                a.Function,
                a.Person,
                at,
                a.Eta,
                times.MissedAt(a.Eta, at),
                because
            ),
            HolderCalled c => new HolderCallDue(crisis, c.Function, c.Person, c.AnswerBy, because),
            _ => null,
        };

    /// <summary>What a crisis waits for at a moment, as the timers that say so.</summary>
    public static IEnumerable<IKloTimer> Running(TimersMoved moved, KloActivation klo, KloTimes times) =>
        from post in klo.Posts
        from timer in post
            .Current.Where(s => s.IsPending)
            .Select(s => TimerOf(moved, post.Function, s, times))
            .Concat(
                post.Call is { } call ? [new HolderCallDue(moved.CrisisId, post.Function, call.Person, call.AnswerBy, moved.Because)] : []
            )
        select timer;

    private static IKloTimer TimerOf(TimersMoved moved, FunctionKey function, Summons summons, KloTimes times) =>
        summons is { Answer: SummonsAnswer.Coming, AnsweredAt: { } at }
            ? new ArrivalDue(moved.CrisisId, function, summons.Person, at, summons.Eta, times.MissedAt(summons.Eta, at), moved.Because)
            : new SummonsDue(moved.CrisisId, function, summons.Person, summons.AnswerBy, moved.Because);
}
