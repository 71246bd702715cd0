using CrisisCommand.Platform;
using Wolverine.Attributes;
using Delivery = Wolverine.Envelope;
using DeliveryOptions = Wolverine.DeliveryOptions;
using IMessageBus = Wolverine.IMessageBus;

namespace CrisisCommand.Klo;

/// <summary>A time at which the KLO looks again at something that it waits for.</summary>
public interface IKloTimer
{
    Guid CrisisId { get; }

    /// <summary>Not before then.</summary>
    DateTimeOffset At { get; }

    /// <summary>The fact because of which it was set.</summary>
    Guid Because { get; }

    /// <summary>Nothing where what it waits for has come meanwhile, or was found missing already: a timer may go off twice, and late.</summary>
    Outcome Decide(KloActivation klo, DateTimeOffset now, KloTimes times);
}

/// <summary>
/// Lets the timers of the KLO go off. They are scheduled messages in the database, so the end of every node loses none of them; whichever
/// node is there when they are due handles them.
/// </summary>
[WolverineHandler]
public sealed class KloTimer(Journals journals, CommandHandler handler, KloTimes times, TimeProvider clock)
{
    public Task Handle(SummonsDue due, Delivery delivery, IMessageBus bus, CancellationToken token) => GoOff(due, delivery, bus, token);

    public Task Handle(ArrivalDue due, Delivery delivery, IMessageBus bus, CancellationToken token) => GoOff(due, delivery, bus, token);

    public Task Handle(HolderCallDue due, Delivery delivery, IMessageBus bus, CancellationToken token) => GoOff(due, delivery, bus, token);

    /// <summary>After a change of plan the functions have other keys, by which the timers set before it find nothing.</summary>
    public async Task Handle(TimersMoved moved, Delivery delivery, IMessageBus bus, CancellationToken token)
    {
        var crisis = await journals.Load(new Realm(delivery.TenantId!), StreamKinds.Crisis, moved.CrisisId, token).ConfigureAwait(false);
        foreach (var timer in crisis is null ? [] : SummonsClock.Running(moved, crisis.State<KloActivation>(), times))
        {
            await Set(timer, delivery.TenantId!, bus).ConfigureAwait(false);
        }
    }

    private async Task GoOff<TTimer>(TTimer timer, Delivery delivery, IMessageBus bus, CancellationToken token)
        where TTimer : IKloTimer
    {
        var envelope = Envelope.Internal(new(delivery.TenantId!), clock, timer.Because.ToString(), timer.Because.ToString());
        if (envelope.Now < timer.At)
        {
            // The clock of the node that sent it runs before ours: dropped now, it would never come again.
            await Set(timer, delivery.TenantId!, bus).ConfigureAwait(false);
            return;
        }

        var handled = await handler
            .Carry(
                envelope,
                new Target(StreamKinds.Crisis, timer.CrisisId),
                (s, _) => timer.Decide(s.State<KloActivation>(), envelope.Now, times),
                [],
                null,
                token
            )
            .ConfigureAwait(false);
        if (handled is Handled.Refused(var refusal, _))
        {
            // The queue tries again: only contention refuses here.
            throw new InvalidOperationException($"{timer} could not go off: {refusal.Code}");
        }
    }

    internal static ValueTask Set(IKloTimer timer, string realm, IMessageBus bus) =>
        bus.PublishAsync<object>(timer, new DeliveryOptions { TenantId = realm, ScheduledTime = timer.At });
}
