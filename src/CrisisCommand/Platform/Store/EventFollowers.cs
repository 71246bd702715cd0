using JasperFx.Events.Projections;
using Wolverine.Marten;
using Wolverine.Marten.Subscriptions;

namespace CrisisCommand.Platform.Store;

/// <summary>A durable subscription to events: its name among the store's, and what it follows.</summary>
public sealed record EventFollower(BatchSubscription Subscription)
{
    public ShardName Shard { get; } = new(Subscription.SubscriptionName, "All", Subscription.SubscriptionVersion);

    public IReadOnlySet<Type> Follows { get; } = Types(Subscription);

    private static HashSet<Type> Types(IWolverineSubscription subscription)
    {
        var filter = new EventFilterable();
        subscription.Filter(filter);
        return [.. filter.IncludedEventTypes];
    }
}

public static class EventFollowers
{
    /// <summary>Registers a subscription where all that watch over subscriptions find it.</summary>
    public static void FollowEvents<TSubscription>(this IServiceCollection services)
        where TSubscription : BatchSubscription
    {
        services.SubscribeToEventsWithServices<TSubscription>(ServiceLifetime.Singleton);
        services.AddSingleton(s => new EventFollower(s.GetRequiredService<TSubscription>()));
    }
}
