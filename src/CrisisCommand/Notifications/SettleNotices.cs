using CrisisCommand.Platform;
using Marten;
using Wolverine;
using Wolverine.Attributes;
using Message = Wolverine.Envelope;

namespace CrisisCommand.Notifications;

/// <summary>Something happened in a crisis after which some of its notices may be needless.</summary>
public sealed record NoticesMayBeOver(Guid CrisisId);

/// <summary>Has every open notice of a crisis looked at again, so that no phone rings, and nobody is asked to call, about what is settled.</summary>
[WolverineHandler]
public sealed class SettleNotices(IDocumentStore store)
{
    public async Task Handle(NoticesMayBeOver message, Message delivery, IMessageBus bus, CancellationToken token)
    {
        await using var session = store.QuerySession(delivery.TenantId!);
        var open = await session
            .Query<NoticeView>()
            .Where(v => v.Open && v.CrisisId == message.CrisisId)
            .Select(v => v.Id)
            .ToListAsync(token)
            .ConfigureAwait(false);
        foreach (var id in open)
        {
            await bus.PublishAsync(new NoticeDue(id), new DeliveryOptions { TenantId = delivery.TenantId }).ConfigureAwait(false);
        }
    }
}
