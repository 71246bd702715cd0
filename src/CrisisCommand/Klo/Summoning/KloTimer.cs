using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Wolverine;
using Wolverine.Attributes;
using DeliveryOptions = Wolverine.DeliveryOptions;
using IMessageBus = Wolverine.IMessageBus;

namespace CrisisCommand.Klo.Summoning;

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
public sealed class KloTimer(Journals journals, OwnWork work, KloTimes times, TimeProvider clock)
{
    public Task Handle(SummonsDue due, Envelope delivery, IMessageBus bus, CancellationToken token) => GoOff(due, delivery, bus, token);

    public Task Handle(ArrivalDue due, Envelope delivery, IMessageBus bus, CancellationToken token) => GoOff(due, delivery, bus, token);

    public Task Handle(HolderCallDue due, Envelope delivery, IMessageBus bus, CancellationToken token) => GoOff(due, delivery, bus, token);

    /// <summary>After a change of plan the functions have other keys, by which the timers set before it find nothing.</summary>
    public async Task Handle(TimersMoved moved, Envelope delivery, IMessageBus bus, CancellationToken token)
    {
        var crisis = await journals.Load(new Realm(delivery.TenantId!), StreamKinds.Crisis, moved.CrisisId, token);
        foreach (var timer in crisis is null ? [] : SummonsClock.Running(moved, crisis.State<KloActivation>(), times))
        {
            await Set(timer, delivery.TenantId!, bus);
        }
    }

    private async Task GoOff<TTimer>(TTimer timer, Envelope delivery, IMessageBus bus, CancellationToken token)
        where TTimer : IKloTimer
    {
        if (Clock.Now(clock) < timer.At)
        {
            // The clock of the node that sent it runs before ours: dropped now, it would never come again.
            await Set(timer, delivery.TenantId!, bus);
            return;
        }

        await work.Do(
            new(delivery.TenantId!),
            timer.Because.ToString(),
            new Target(StreamKinds.Crisis, timer.CrisisId),
            (s, now) => timer.Decide(s.State<KloActivation>(), now, times),
            token
        );
    }

    internal static ValueTask Set(IKloTimer timer, string realm, IMessageBus bus) =>
        bus.PublishAsync<object>(timer, new DeliveryOptions { TenantId = realm, ScheduledTime = timer.At });
}
