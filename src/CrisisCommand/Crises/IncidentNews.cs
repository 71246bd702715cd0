using CrisisCommand.Incidents;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace CrisisCommand.Crises;

/// <summary>
/// The durable subscription behind the relay: follows the facts of incidents in order and leaves a message for each incident that an open
/// crisis follows. The messages are stored in the transaction that moves the subscription on, so that none is lost between the two.
/// </summary>
public sealed class IncidentNews : BatchSubscription
{
    public IncidentNews(EventCatalogue catalogue)
        : base("incident-relay")
    {
        // The same once more is no news of an incident.
        foreach (var type in catalogue.Events.Where(e => e.Stream == StreamKinds.Incident && e.Type != typeof(AlarmRepeated)))
        {
            IncludeType(type.Type);
        }
    }

    public override async Task ProcessEventsAsync(
        EventRange page,
        ISubscriptionController controller,
        IDocumentOperations operations,
        IMessageBus bus,
        CancellationToken cancellationToken
    )
    {
        // A link made after this look has a fact of its own on the incident, further on in this subscription.
        var open = await operations.Query<CrisisView>().Where(v => v.AnyTenant() && v.Open).ToListAsync(cancellationToken);
        var followed = open.SelectMany(v => v.Incidents).ToHashSet();
        foreach (var (realm, incident) in page.Events.Select(e => (e.TenantId, e.StreamId)).Distinct())
        {
            if (followed.Contains(incident))
            {
                await bus.PublishAsync(new IncidentHasNews(incident), new DeliveryOptions { TenantId = realm });
            }
        }
    }
}
