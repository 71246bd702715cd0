using Npgsql;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// How far streams have come, asked on a connection of its own: neither do commands wait for it, nor does it wait for them. Its limits are
/// shorter than theirs, since it tells whether the database answers at all.
/// </summary>
public sealed class StreamVersions(IConfiguration configuration) : IAsyncDisposable
{
    private const string Query = $"""
        select s.tenant_id, s.id, s.version from unnest($1::text[], $2::uuid[]) as asked (realm, id)
        join {EventStore.Schema}.mt_streams s on s.tenant_id = asked.realm and s.id = asked.id
        """;

    private readonly NpgsqlDataSource _source = ConnectionPools.Watching(configuration);

    /// <summary>Those of them that there are.</summary>
    public async Task<IReadOnlyDictionary<(string Realm, Guid Id), long>> Of((string Realm, Guid Id)[] streams, CancellationToken token)
    {
        await using var command = _source.CreateCommand(Query);
        command.Parameters.Add(new() { Value = streams.Select(s => s.Realm).ToArray() });
        command.Parameters.Add(new() { Value = streams.Select(s => s.Id).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(token);
        var versions = new Dictionary<(string, Guid), long>(streams.Length);
        while (await rows.ReadAsync(token))
        {
            versions[(rows.GetString(0), rows.GetGuid(1))] = rows.GetInt64(2);
        }

        return versions;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
