using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
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
    /// <summary>What is older concerns nobody by now, as where the history is read anew: it leaves no message.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromHours(3);

    private readonly TimeProvider _clock;

    public TellingNews(TimeProvider clock)
        : base("telling-news")
    {
        _clock = clock;
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
        var since = Clock.Now(_clock) - Stale;
        foreach (var told in page.Events.Where(e => e.Timestamp > since))
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
