using Npgsql;

namespace CrisisCommand.Platform.Store;

/// <summary>The node's ways to the database, each with limits of its own.</summary>
/// <remarks><c>serves</c>: otherwise it is a command of the operator, such as <c>db-apply</c>, whose statements take as long as they take.</remarks>
public static class ConnectionPools
{
    private const int MaxConnections = 40;

    /// <summary>
    /// The server's own limits for our sessions, all below the contract's five seconds: it ends what a node that hangs, or is stopped,
    /// leaves behind, where the node's own limits end nothing. A setting of the server's for all sessions would end other people's work.
    /// </summary>
    private const string Limits = "-c idle_in_transaction_session_timeout=3000 -c lock_timeout=2500 -c statement_timeout=4000";

    /// <summary>Statements prepared once per connection, few connections, and no wait beyond the contract's five seconds.</summary>
    private static NpgsqlConnectionStringBuilder ConnectionString(IConfiguration configuration, bool serves)
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
            // As whoever runs it says, where they do: a server that takes long to let anybody in is asked again and again otherwise.
            Timeout =
                asked.ShouldSerialize("Timeout") ? asked.Timeout
                : serves ? 1
                : 15,
            CommandTimeout = serves ? 3 : 0,
            CancellationTimeout = 500,
            Options = serves ? $"{asked.Options} {Limits}".Trim() : asked.Options,
        };
    }

    /// <summary>
    /// The store's own pool. Its sessions set nothing that outlives them, so the reset between two of them, a sixth of the database's work
    /// for one command, is left out; what listens or polls has the other pool.
    /// </summary>
    public static NpgsqlDataSource Store(IConfiguration configuration, bool serves)
    {
        var store = ConnectionString(configuration, serves);
        (store.ApplicationName, store.NoResetOnClose) = ("crisiscommand-store", true);
        return NpgsqlDataSource.Create(store.ConnectionString);
    }

    /// <summary>What listens and polls.</summary>
    public static NpgsqlDataSource Polling(IConfiguration configuration, bool serves) =>
        NpgsqlDataSource.Create(ConnectionString(configuration, serves).ConnectionString);

    /// <summary>Of <see cref="StreamVersions"/>: a few connections that give up before anybody else's do.</summary>
    public static NpgsqlDataSource Watching(IConfiguration configuration)
    {
        var watch = ConnectionString(configuration, serves: true);
        (watch.ApplicationName, watch.MaxPoolSize, watch.CommandTimeout) = ("crisiscommand-watch", 3, 2);
        return NpgsqlDataSource.Create(watch.ConnectionString);
    }
}
