using System.Text.Json;
using CrisisCommand.Platform.Vocabulary;
using Npgsql;

namespace CrisisCommand.Platform.Store;

/// <summary>An event exactly as the store holds it: the JSON with commitments in place of words, and all of its metadata.</summary>
/// <param name="Sequence">Its place among all events of the database.</param>
public sealed record StoredEvent(
    Guid EventId,
    long Version,
    long Sequence,
    string Type,
    DateTimeOffset RecordedAt,
    string? By,
    string? CorrelationId,
    string? CausationId,
    string? Headers,
    string Data
)
{
    public string? Header(string name)
    {
        using var headers = Headers is null ? null : JsonDocument.Parse(Headers);
        return headers is not null && headers.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
    }
}

/// <summary>Reads the rows of the journal without interpreting them: for auditors, who must not depend on our types.</summary>
public sealed class StoredEvents(NpgsqlDataSource source)
{
    private const string Query = $"""
        select id, version, seq_id, type, timestamp, user_name, correlation_id, causation_id, headers::text, data::text
        from {EventStore.Schema}.mt_events
        where tenant_id = $1 and stream_id = $2 and version = any($3)
        order by version
        """;

    public async Task<IReadOnlyList<StoredEvent>> Read(Realm realm, Guid stream, long[] versions, CancellationToken token)
    {
        await using var command = source.CreateCommand(Query);
        command.Parameters.Add(new() { Value = realm.Name });
        command.Parameters.Add(new() { Value = stream });
        command.Parameters.Add(new() { Value = versions });
        await using var rows = await command.ExecuteReaderAsync(token);
        var events = new List<StoredEvent>();
        while (await rows.ReadAsync(token))
        {
            events.Add(Event(rows));
        }

        return events;
    }

    /// <summary>Those of several streams that have begun.</summary>
    public async Task<IReadOnlySet<Guid>> Begun(Realm realm, IEnumerable<Guid> streams, CancellationToken token)
    {
        await using var command = source.CreateCommand(
            $"select id from {EventStore.Schema}.mt_streams where tenant_id = $1 and id = any($2)"
        );
        command.Parameters.Add(new() { Value = realm.Name });
        command.Parameters.Add(new() { Value = streams.ToArray() });
        await using var rows = await command.ExecuteReaderAsync(token);
        var begun = new HashSet<Guid>();
        while (await rows.ReadAsync(token))
        {
            begun.Add(rows.GetGuid(0));
        }

        return begun;
    }

    private static StoredEvent Event(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetInt64(1),
            row.GetInt64(2),
            row.GetString(3),
            row.GetFieldValue<DateTimeOffset>(4).ToUniversalTime(),
            Text(row, 5),
            Text(row, 6),
            Text(row, 7),
            Text(row, 8),
            row.GetString(9)
        );

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
