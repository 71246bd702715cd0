using CrisisCommand.Decisions;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace CrisisCommand.Journal;

/// <summary>
/// Follows the facts that give something a time to be done by, and sets a timer for each. The timers are stored in the transaction that moves
/// the subscription on, so that none is lost between the two; one that goes off for what is done, replaced or over changes nothing.
/// </summary>
public sealed class DeadlineClock : BatchSubscription
{
    public DeadlineClock()
        : base("deadline-clock")
    {
        IncludeType<TaskGiven>();
        IncludeType<DecisionTaken>();
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
            if (DeadlineOf(happened.StreamId, happened.Id, happened.Data) is { } deadline)
            {
                await DeadlineTimer.Set(deadline, happened.TenantId, bus);
            }
        }
    }

    /// <summary>The time that a fact gives; null where it gives none.</summary>
    public static IDeadline? DeadlineOf(Guid crisis, Guid because, object happened) =>
        happened switch
        {
            TaskGiven { DueAt: { } at } given => new TaskDue(crisis, given.TaskId, at, because),
            DecisionTaken { DueAt: { } at } taken => new DecisionDue(crisis, taken.Number, at, because),
            _ => null,
        };
}
