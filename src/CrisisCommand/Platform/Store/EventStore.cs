using CrisisCommand.Platform.Texts;
using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using Marten.Events.Daemon.HighWater;
using Microsoft.Extensions.Options;
using Npgsql;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.ErrorHandling;
using Wolverine.Marten;

namespace CrisisCommand.Platform.Store;

/// <summary>How Marten and Wolverine are set up (stack.md §1, each setting with the trial behind it).</summary>
public static class EventStore
{
    public const string Schema = "crisis";

    /// <param name="serves">Otherwise it is a command of the operator, such as <c>db-apply</c>, whose statements take as long as they take.</param>
    public static void AddEventStore(this WebApplicationBuilder builder, bool serves)
    {
        var services = builder.Services;
        services.AddNodeWatches();
        services.AddJournals();
        services.AddWatchers();
        services.AddSingleton(s => ConnectionPools.Polling(s.GetRequiredService<IConfiguration>(), serves));
        services.CritterStackDefaults(x =>
        {
            x.ServiceName = "crisiscommand";
            x.Production.GeneratedCodeMode = TypeLoadMode.Static;
            x.Production.AssertAllPreGeneratedTypesExist = true;
            x.Production.ResourceAutoCreate = AutoCreate.None;
            x.Development.GeneratedCodeMode = TypeLoadMode.Auto;
            x.Development.ResourceAutoCreate = builder.Configuration.AppliesAtStart(builder.Environment)
                ? AutoCreate.CreateOrUpdate
                : AutoCreate.None;
        });
        services
            .AddMarten(s => Store(s, serves))
            .UseLightweightSessions()
            .IntegrateWithWolverine(w => w.UseWolverineManagedEventSubscriptionDistribution = true);
        services.AddSingleton<IConfigureMarten, SubscriptionWakeup>();
        var first = services.Count;
        builder.UseWolverine(Messaging);
        Membership.Guard(services, first);
    }

    private static void AddJournals(this IServiceCollection services)
    {
        services.AddSingleton<EventCatalogue>();
        services.AddSingleton<Journals>();
        services.AddSingleton<StoredOpenings>();
        services.AddSingleton<TextFaults>();
        services.AddSingleton<Openings>();
        services.AddSingleton<StoredEvents>();
        services.AddSingleton<Bell>();
        services.AddHostedService(s => s.GetRequiredService<Bell>());
    }

    private static void AddWatchers(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseSilence>();
        services.AddSingleton<MemoryReads>();
        services.AddSingleton<StreamVersions>();
        services.AddSingleton<WatchersShare>();
        services.AddSingleton<FollowedStreams>();
        services.AddHostedService(s => s.GetRequiredService<FollowedStreams>());
    }

    private static void AddNodeWatches(this IServiceCollection services)
    {
        services.AddOptions<ClockOptions>().BindConfiguration("Clock");
        services.AddOptions<GapOptions>().BindConfiguration("Gaps");
        services.AddSingleton<DatabaseClock>();
        services.AddSingleton<JournalBreaks>();
        services.AddSingleton<JournalReading>();
        services.AddSingleton<StartWork>();
        services.AddSingleton<WriteWatch>();
        services.AddSingleton<CommitAttempt>();
        services.AddSingleton<SubscriptionsHealth>();
        services.AddSingleton<JournalSweep>();
        services.AddHostedService(s => s.GetRequiredService<JournalSweep>());
        services.AddHostedService<LateEvents>();
    }

    private static StoreOptions Store(IServiceProvider services, bool serves)
    {
        var features = services.GetServices<Facts>().ToList();
        var o = new StoreOptions { DatabaseSchemaName = Schema, UseStickyConnectionLifetimes = true };
        o.Connection(ConnectionPools.Store(services.GetRequiredService<IConfiguration>(), serves));
        o.Serializer(Json.Serializer(features));
        o.Events.TimeProvider = services.GetRequiredService<TimeProvider>();
        o.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        o.Events.UseExclusiveLockOnConcurrentAppends = true;
        o.Events.EnableUniqueIndexOnEventId = true;
        o.Events.TenancyStyle = TenancyStyle.Conjoined;
        o.Policies.AllDocumentsAreMultiTenanted();
        o.Policies.DisableInformationalFields();
        o.Advanced.DefaultTenantUsageEnabled = false;
        var metadata = o.Events.MetadataConfig;
        metadata.CorrelationIdEnabled = metadata.CausationIdEnabled = metadata.HeadersEnabled = metadata.UserNameEnabled = true;
        Follow(o, services.GetRequiredService<IOptions<GapOptions>>().Value);
        o.Storage.ExtendedSchemaObjects.Add(LateEvents.Table());
        o.Storage.ExtendedSchemaObjects.Add(WriteWatch.Table());
        foreach (var type in features.SelectMany(f => f.Events))
        {
            o.Events.AddEventType(type.Type);
            o.Events.MapEventType(type.Type, type.Name);
        }

        o.Schema.For<Opening>().Identity(x => x.Id);
        o.Schema.For<Receipt>().Identity(x => x.Id);
        o.Protect(services.GetRequiredService<IConfiguration>());
        return o;
    }

    private static void Follow(StoreOptions o, GapOptions gaps)
    {
        var projections = o.Projections;
        projections.StaleSequenceThreshold = TimeSpan.FromMilliseconds(250);
        projections.SlowPollingTime = TimeSpan.FromMilliseconds(1000);
        projections.FastPollingTime = TimeSpan.FromMilliseconds(250);
        // What then comes after all, LateEvents hands over.
        projections.SkipStaleGapsDespiteLiveTransactionsAfter = gaps.PassAfter;
    }

    private static void Messaging(WolverineOptions o)
    {
        o.ApplicationAssembly = typeof(EventStore).Assembly;
        // Only what says so handles messages: by its convention Wolverine would take our CommandHandler for one.
        o.Discovery.DisableConventionalDiscovery().CustomizeHandlerDiscovery(q => q.Includes.WithAttribute<WolverineHandlerAttribute>());
        o.Policies.AutoApplyTransactions();
        o.Policies.UseDurableLocalQueues();
        o.Policies.OnAnyException()
            .RetryWithCooldown(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1))
            // Never given up: a report or a summons in a dead letter queue is one that nobody hears of.
            .Then.ScheduleRetryIndefinitely(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));
        o.Durability.MessageStorageSchemaName = Schema;
        // A summons escalates when it is due, also on the node that starts after every other was killed: looked for each second.
        o.Durability.ScheduledJobPollingTime = TimeSpan.FromSeconds(1);
        o.Durability.ScheduledJobFirstExecution = TimeSpan.FromMilliseconds(250);
        // What a killed node had in hand, and the subscriptions that it ran, go over to whoever is there as soon as it counts as dead.
        o.Durability.OrphanedMessageSweepPollingTime = TimeSpan.FromSeconds(1);
        o.Durability.FirstHealthCheckExecution = TimeSpan.FromMilliseconds(250);
        o.Durability.HealthCheckPollingTime = TimeSpan.FromSeconds(1);
        o.Durability.StaleNodeTimeout = TimeSpan.FromSeconds(5);
        o.Durability.CheckAssignmentPeriod = TimeSpan.FromSeconds(1);
    }

    private sealed class SubscriptionWakeup : IConfigureMarten
    {
        public void Configure(IServiceProvider services, StoreOptions options) =>
            options.Projections.Wakeup = new PostgresqlListenWakeup(
                services.GetRequiredService<NpgsqlDataSource>(),
                services.GetRequiredService<ILogger<PostgresqlListenWakeup>>()
            );
    }
}
