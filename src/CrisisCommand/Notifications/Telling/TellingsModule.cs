using CrisisCommand.Platform.Store;
using Wolverine;

namespace CrisisCommand.Notifications.Telling;

/// <summary>How whoever a fact concerns is told of it.</summary>
public static class TellingsModule
{
    /// <summary>Under way at once on one node: what is told is never in the way of what is called.</summary>
    private const int AtOnce = 4;

    public static void AddTellings(this IServiceCollection services)
    {
        services.AddSingleton<ConcernReading>();
        services.AddSingleton<TellingLoad>();
        services.FollowEvents<TellingNews>();
        services.ConfigureWolverine(o =>
        {
            // One after the other, so that a person's bound is passed by none of them.
            o.LocalQueueFor<TellingMayBeWanted>().MaximumParallelMessages(1);
            o.LocalQueueFor<TurnMayBeTold>().MaximumParallelMessages(1);
            o.LocalQueueFor<TellingDue>().MaximumParallelMessages(AtOnce);
        });
    }
}
