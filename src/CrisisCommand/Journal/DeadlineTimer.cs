using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Wolverine;
using Wolverine.Attributes;

namespace CrisisCommand.Journal;

/// <summary>A time at which the journal says that something is late.</summary>
public interface IDeadline
{
    Guid CrisisId { get; }

    /// <summary>Not before then.</summary>
    DateTimeOffset At { get; }

    /// <summary>The fact because of which it was set.</summary>
    Guid Because { get; }

    /// <summary>Nothing where it is done, or was said to be late already: a timer may go off twice, and late.</summary>
    Outcome Passed(StreamSnapshot crisis, DateTimeOffset now);
}

/// <summary>
/// Lets the deadlines of tasks and decisions pass. They are scheduled messages in the database, so the end of every node loses none of them;
/// whichever node is there when they are due handles them.
/// </summary>
[WolverineHandler]
public sealed class DeadlineTimer(OwnWork work, TimeProvider clock)
{
    public Task Handle(TaskDue due, Envelope delivery, IMessageBus bus, CancellationToken token) => GoOff(due, delivery, bus, token);

    public Task Handle(DecisionDue due, Envelope delivery, IMessageBus bus, CancellationToken token) => GoOff(due, delivery, bus, token);

    private async Task GoOff<TDeadline>(TDeadline due, Envelope delivery, IMessageBus bus, CancellationToken token)
        where TDeadline : IDeadline
    {
        if (Clock.Now(clock) < due.At)
        {
            // The clock of the node that sent it runs before ours: dropped now, it would never come again.
            await Set(due, delivery.TenantId!, bus);
            return;
        }

        var target = new Target(StreamKinds.Crisis, due.CrisisId);
        await work.Do(new(delivery.TenantId!), due.Because.ToString(), target, due.Passed, token);
    }

    internal static ValueTask Set(IDeadline due, string realm, IMessageBus bus) =>
        bus.PublishAsync<object>(due, new DeliveryOptions { TenantId = realm, ScheduledTime = due.At });
}
