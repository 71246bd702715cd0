using Marten;
using Wolverine;
using Wolverine.Attributes;

namespace CrisisCommand.Notifications;

/// <summary>Something happened in a crisis, or to an alert, after which some of its notices may be needless.</summary>
/// <param name="Stream">The crisis, or the alert of an incident.</param>
public sealed record NoticesMayBeOver(Guid Stream);

/// <summary>Has every open notice of a crisis looked at again, so that no phone rings, and nobody is asked to call, about what is settled.</summary>
[WolverineHandler]
public sealed class SettleNotices(IDocumentStore store)
{
    public async Task Handle(NoticesMayBeOver message, Envelope delivery, IMessageBus bus, CancellationToken token)
    {
        await using var session = store.QuerySession(delivery.TenantId!);
        var open = await session.Query<NoticeView>().Where(v => v.Open && v.About == message.Stream).ToListAsync(token);
        foreach (var notice in open)
        {
            object due = notice.IsTelling ? new TellingDue(notice.Id) : new NoticeDue(notice.Id);
            await bus.PublishAsync(due, new DeliveryOptions { TenantId = delivery.TenantId });
        }
    }
}
