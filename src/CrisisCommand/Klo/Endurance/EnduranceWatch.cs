using CrisisCommand.Platform.Vocabulary;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Options;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace CrisisCommand.Klo.Endurance;

/// <summary>
/// The durable subscription that sets the clock of every tenure: whoever begins to hold a function is looked at again when they have nearly
/// held it for too long. The message lies in the store until it is due, so that it outlives every node.
/// </summary>
public sealed class EnduranceWatch : BatchSubscription
{
    private readonly EnduranceOptions _options;

    public EnduranceWatch(IOptions<EnduranceOptions> options)
        : base("endurance-watch")
    {
        _options = options.Value;
        IncludeType<FunctionStaffed>();
        IncludeType<HandoverAccepted>();
        IncludeType<FunctionTakenOver>();
    }

    public override async Task ProcessEventsAsync(
        EventRange page,
        ISubscriptionController controller,
        IDocumentOperations operations,
        IMessageBus bus,
        CancellationToken cancellationToken
    )
    {
        foreach (var stored in page.Events)
        {
            if (Begun(stored) is { } due)
            {
                var delivery = new DeliveryOptions { TenantId = stored.TenantId, ScheduledTime = due.HeldSince + _options.WarnAfter };
                await bus.PublishAsync(due, delivery);
            }
        }
    }

    private static EnduranceDue? Begun(IEvent stored)
    {
        (FunctionKey Function, PersonId Person)? begun = stored.Data switch
        {
            FunctionStaffed staffed => (staffed.Function, staffed.Person),
            HandoverAccepted accepted => (accepted.Function, accepted.To),
            FunctionTakenOver taken => (taken.Function, taken.To),
            _ => null,
        };
        return begun is { } tenure ? new(stored.StreamId, tenure.Function, tenure.Person, stored.Timestamp.ToUniversalTime()) : null;
    }
}
