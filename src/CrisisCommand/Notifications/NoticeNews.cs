using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace CrisisCommand.Notifications;

/// <summary>
/// Follows the facts that make us tell somebody something, or that make it needless, and leaves a message for each: stored in the
/// transaction that moves the subscription on.
/// </summary>
public sealed class NoticeNews : BatchSubscription
{
    public NoticeNews()
        : base("notice-news")
    {
        foreach (var type in NoticePurposes.Causes.Concat(NoticePurposes.Settlers))
        {
            IncludeType(type);
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
        foreach (var cause in page.Events.Where(e => NoticePurposes.Causes.Contains(e.EventType)))
        {
            var options = new DeliveryOptions { TenantId = cause.TenantId };
            await bus.PublishAsync(new NoticesMayBeWanted(cause.StreamId, cause.Version), options).ConfigureAwait(false);
        }

        var settled = page.Events.Where(e => NoticePurposes.Settlers.Contains(e.EventType)).Select(e => (e.TenantId, e.StreamId));
        foreach (var (realm, crisis) in settled.Distinct())
        {
            await bus.PublishAsync(new NoticesMayBeOver(crisis), new DeliveryOptions { TenantId = realm }).ConfigureAwait(false);
        }
    }
}
