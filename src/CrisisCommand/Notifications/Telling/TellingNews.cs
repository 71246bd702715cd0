using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace CrisisCommand.Notifications.Telling;

/// <summary>
/// Follows the facts that concern somebody who waits for nothing, and leaves a message for each. Beside <see cref="NoticeNews"/>, so that
/// however much there is to tell, no summons and no alarm comes later by it.
/// </summary>
public sealed class TellingNews : BatchSubscription
{
    public TellingNews()
        : base("telling-news")
    {
        foreach (var type in Audiences.OfTellings)
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
        foreach (var told in page.Events)
        {
            if (NewsOf(told.StreamId, StoredFacts.FactOf(told)) is { } news)
            {
                await bus.PublishAsync(news, new DeliveryOptions { TenantId = told.TenantId });
            }
        }
    }

    /// <summary>Null where it concerns nobody for sure.</summary>
    private static object? NewsOf(Guid stream, Fact fact) =>
        fact.Event switch
        {
            DecisionTaken { Executor: null } => null,
            AlarmUpdated or AlarmCancelled => new TurnMayBeTold(stream, fact.Version),
            _ => new TellingMayBeWanted(stream, fact.Version),
        };
}
