using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using JasperFx;
using Marten;
using Npgsql;

namespace CrisisCommand.Sending;

/// <summary>Looks where the database stands and what it says of itself, and writes its mark.</summary>
public sealed class DatabaseLook(NpgsqlDataSource source, IDocumentStore store)
{
    private const string Where = """
        select (select system_identifier::text from pg_control_system()),
            (select timeline_id from pg_control_checkpoint()),
            (select oid::bigint from pg_database where datname = current_database())
        """;

    private const string WhereForUs = """
        select '', 0, (select oid::bigint from pg_database where datname = current_database())
        """;

    private const string Tip = $"select seq_id, id from {EventStore.Schema}.mt_events order by seq_id desc limit 1";

    private const string HasTip = $"select exists (select 1 from {EventStore.Schema}.mt_events where seq_id = $1 and id = $2)";

    /// <summary>By the database's own clock on both sides, so that no node's has a say.</summary>
    private const string IsServed = $"""
        select coalesce((data ->> 'servedAt')::timestamptz > now() - interval '15 seconds', false)
        from {EventStore.Schema}.mt_doc_installationmark where tenant_id = $1 and id = $2
        """;

    private const string Say = $"""
        update {EventStore.Schema}.mt_doc_installationmark
        set data = data || jsonb_build_object('servedAt', now(), 'timeline', $3::int)
        where tenant_id = $1 and id = $2 and data ->> 'system' = $4 and (data ->> 'oid')::bigint = $5
        """;

    public async Task<DatabaseSeen> Look(Remembered? remembered, CancellationToken token)
    {
        var (system, timeline, oid) = await Stands(token);
        var mark = await Mark(token);
        var (sequence, tip) = await Last(token);
        var has = remembered is not { Tip: { } known } || await Scalar<bool>(HasTip, token, remembered.Sequence, known);
        var served = await Scalar<bool>(IsServed, token, Realm.Live.Name, InstallationMark.Key);
        return new(system, oid, timeline, mark, sequence, tip, has, served);
    }

    /// <summary>The first mark of a database; where another node was first, that one's.</summary>
    public async Task Begin(DatabaseSeen seen, Guid id, CancellationToken token)
    {
        await using var session = store.LightweightSession(Realm.Live.Name);
        session.Insert(new InstallationMark(InstallationMark.Key, id, seen.System, seen.Oid, seen.Timeline, 0, null));
        try
        {
            await session.SaveChangesAsync(token);
        }
        catch (DocumentAlreadyExistsException)
        {
            // Looked at again all the same.
        }
    }

    /// <summary>Says that it is served, for nodes that have no memory of it.</summary>
    public async Task Serve(DatabaseSeen seen, CancellationToken token)
    {
        await using var command = Command(Say, Realm.Live.Name, InstallationMark.Key, seen.Timeline, seen.System, seen.Oid);
        await command.ExecuteNonQueryAsync(token);
    }

    private async Task<(string System, int Timeline, long Oid)> Stands(CancellationToken token)
    {
        try
        {
            return await Stands(Where, token);
        }
        catch (PostgresException withheld) when (withheld.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // A server that is not ours may not tell: the database's own id, and what was last seen in it, must do.
            return await Stands(WhereForUs, token);
        }
    }

    private async Task<(string System, int Timeline, long Oid)> Stands(string query, CancellationToken token)
    {
        await using var command = source.CreateCommand(query);
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        return (row.GetString(0), row.GetInt32(1), row.GetInt64(2));
    }

    private async Task<InstallationMark?> Mark(CancellationToken token)
    {
        await using var session = store.QuerySession(Realm.Live.Name);
        return await session.LoadAsync<InstallationMark>(InstallationMark.Key, token);
    }

    private async Task<(long Sequence, Guid? Id)> Last(CancellationToken token)
    {
        await using var command = source.CreateCommand(Tip);
        await using var row = await command.ExecuteReaderAsync(token);
        return await row.ReadAsync(token) ? (row.GetInt64(0), row.GetGuid(1)) : (0, null);
    }

    private async Task<T?> Scalar<T>(string query, CancellationToken token, params object[] values)
    {
        await using var command = Command(query, values);
        return await command.ExecuteScalarAsync(token) is T found ? found : default;
    }

    private NpgsqlCommand Command(string query, params object[] values)
    {
        var command = source.CreateCommand(query);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
