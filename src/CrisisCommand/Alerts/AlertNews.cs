using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace CrisisCommand.Alerts;

/// <summary>
/// The durable subscription behind the alerts: what happens to incidents is looked at, and for each person alerted a message is stored that
/// falls due when their time is over. Messages are stored in the transaction that moves the subscription on.
/// </summary>
public sealed class AlertNews : BatchSubscription
{
    public AlertNews()
        : base("alert-path")
    {
        IncludeType(typeof(AlarmReceived));
        IncludeType(typeof(AlarmUpdated));
        IncludeType(typeof(AlarmCancelled));
        IncludeType(typeof(IncidentRaisedToCrisis));
        IncludeType(typeof(IncidentClosed));
        IncludeType(typeof(OnCallAlerted));
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
            var delivery = new DeliveryOptions { TenantId = stored.TenantId };
            if (stored.Data is OnCallAlerted alerted)
            {
                delivery.ScheduledTime = alerted.AnswerBy;
                await bus.PublishAsync(new AlertFallsDue(alerted.Incident, alerted.Step), delivery).ConfigureAwait(false);
            }
            else if (Moves(stored))
            {
                await bus.PublishAsync(new AlarmHasMoved(stored.StreamId, stored.Timestamp), delivery).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Drills, tests and drafts are logged and wake nobody.</summary>
    private static bool Moves(IEvent stored) => stored.Data is not AlarmReceived { Actionable: false };
}
