using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using JasperFx.MultiTenancy;
using Marten;
using Marten.Events.Daemon.HighWater;
using Marten.Storage;
using Npgsql;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.ErrorHandling;
using Wolverine.Marten;

namespace CrisisCommand.Platform;

/// <summary>How Marten and Wolverine are set up (stack.md §1, each setting with the trial behind it).</summary>
public static class EventStore
{
    public const string Schema = "crisis";
    private const int MaxConnections = 40;

    public static void AddEventStore(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<EventCatalogue>();
        services.AddSingleton<Journals>();
        services.AddSingleton<Openings>();
        services.AddSingleton<StoredEvents>();
        services.AddSingleton<CommandGates>();
        services.AddSingleton<CommandStreams>();
        services.AddSingleton<CommandHandler>();
        services.AddSingleton<Bell>();
        services.AddHostedService(s => s.GetRequiredService<Bell>());
        services.AddSingleton(s => NpgsqlDataSource.Create(ConnectionString(s.GetRequiredService<IConfiguration>()).ConnectionString));
        services.CritterStackDefaults(x =>
        {
            x.ServiceName = "crisiscommand";
            x.Production.GeneratedCodeMode = TypeLoadMode.Static;
            x.Production.AssertAllPreGeneratedTypesExist = true;
            x.Production.ResourceAutoCreate = AutoCreate.None;
            x.Development.GeneratedCodeMode = TypeLoadMode.Auto;
            x.Development.ResourceAutoCreate = AutoCreate.CreateOrUpdate;
        });
        services
            .AddMarten(Store)
            .UseLightweightSessions()
            .IntegrateWithWolverine(w => w.UseWolverineManagedEventSubscriptionDistribution = true);
        services.AddSingleton<IConfigureMarten, SubscriptionWakeup>();
        builder.UseWolverine(Messaging);
    }

    private static StoreOptions Store(IServiceProvider services)
    {
        var features = services.GetServices<Facts>().ToList();
        var o = new StoreOptions { DatabaseSchemaName = Schema, UseStickyConnectionLifetimes = true };
        o.Connection(StorePool(services.GetRequiredService<IConfiguration>()));
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
        o.Projections.StaleSequenceThreshold = TimeSpan.FromMilliseconds(250);
        o.Projections.SlowPollingTime = TimeSpan.FromMilliseconds(1000);
        o.Projections.FastPollingTime = TimeSpan.FromMilliseconds(250);
        foreach (var type in features.SelectMany(f => f.Events))
        {
            o.Events.AddEventType(type.Type);
            o.Events.MapEventType(type.Type, type.Name);
        }

        o.Schema.For<Opening>().Identity(x => x.Id);
        o.Schema.For<Receipt>().Identity(x => x.Id);
        o.Schema.For<SealKey>().Identity(x => x.Id);
        return o;
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

    /// <summary>Statements prepared once per connection, few connections, and no wait beyond the contract's five seconds.</summary>
    private static NpgsqlConnectionStringBuilder ConnectionString(IConfiguration configuration)
    {
        var given = configuration.GetConnectionString("CrisisCommand");
        if (string.IsNullOrWhiteSpace(given))
        {
            throw new InvalidOperationException(
                "ConnectionStrings:CrisisCommand is not set: name the PostgreSQL database, or start with ops/run.sh."
            );
        }

        var asked = new NpgsqlConnectionStringBuilder(given);
        return new NpgsqlConnectionStringBuilder(given)
        {
            // "Prefer" would try every connection twice, also the one that gives up on a server that hangs: a second more for the caller.
            GssEncryptionMode = asked.ShouldSerialize("GSS Encryption Mode") ? asked.GssEncryptionMode : GssEncryptionMode.Disable,
            ApplicationName = "crisiscommand",
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            KeepAlive = 30,
            MaxPoolSize = MaxConnections,
            Timeout = 1,
            CommandTimeout = 3,
            CancellationTimeout = 500,
        };
    }

    /// <summary>
    /// The store's own pool. Its sessions set nothing that outlives them, so the reset between two of them, a sixth of the database's work
    /// for one command, is left out; what listens or polls has the other pool.
    /// </summary>
    private static NpgsqlDataSource StorePool(IConfiguration configuration)
    {
        var store = ConnectionString(configuration);
        (store.ApplicationName, store.NoResetOnClose) = ("crisiscommand-store", true);
        return NpgsqlDataSource.Create(store.ConnectionString);
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
