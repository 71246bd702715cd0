using System.Security.Cryptography;
using CrisisCommand.Platform.Vocabulary;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// Whether the database takes what this node writes. A read tells nothing of it (a full disk reads well), and neither does a transaction
/// undone; so a row of this node's own is written and committed, at most every other second. After a real commit has failed for want of
/// room it writes much: a small row may find room where an event does not.
/// </summary>
public sealed class WriteWatch(NpgsqlDataSource source, TimeProvider clock) : IDisposable
{
    private const int Much = 256 * 1024;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    /// <summary>So long a failure of a real commit is told of, whatever the trial says; and so long trials are large.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Wary = TimeSpan.FromMinutes(5);

    private const string Write = $"""
        with old as (delete from {EventStore.Schema}.node_writes where at < clock_timestamp() - interval '1 hour')
        insert into {EventStore.Schema}.node_writes (node, at, ballast) values ($1, clock_timestamp(), $2)
        on conflict (node) do update set at = excluded.at, ballast = excluded.ballast
        """;

    private readonly Guid _node = Ids.New(clock);
    private readonly SemaphoreSlim _one = new(1);
    private (long At, string? Fault)? _trial;
    private (long At, string Fault)? _failure;

    public static Table Table()
    {
        var table = new Table($"{EventStore.Schema}.node_writes");
        table.AddColumn("node", "uuid").AsPrimaryKey();
        table.AddColumn("at", "timestamptz").NotNull();
        table.AddColumn("ballast", "bytea");
        return table;
    }

    /// <summary>A real commit ended so. What is the caller's own fault is no news of the database.</summary>
    public void Failed(PostgresException fault)
    {
        if (IsOfTheDatabase(fault))
        {
            _failure = (clock.GetTimestamp(), fault.MessageText);
        }
    }

    public void Succeeded() => _failure = null;

    /// <summary>Null where it takes them, else why not; throws where it does not answer at all.</summary>
    public async Task<string?> Fault(CancellationToken token)
    {
        if (_failure is { } failure && clock.GetElapsedTime(failure.At) < Told)
        {
            return failure.Fault;
        }

        await _one.WaitAsync(token);
        try
        {
            if (_trial is not { } last || clock.GetElapsedTime(last.At) > Fresh)
            {
                _trial = (clock.GetTimestamp(), await Try(token));
            }

            return _trial!.Value.Fault;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<string?> Try(CancellationToken token)
    {
        var wary = _failure is { } failure && clock.GetElapsedTime(failure.At) < Wary;
        await using var write = source.CreateCommand(Write);
        write.Parameters.Add(new() { Value = _node });
        write.Parameters.Add(new() { Value = wary ? RandomNumberGenerator.GetBytes(Much) : [] });
        try
        {
            await write.ExecuteNonQueryAsync(token);
            return null;
        }
        catch (PostgresException fault)
        {
            return fault.MessageText;
        }
    }

    // 53: out of disk, memory or connections; 58: a fault of the system, such as input and output; 25006: read only; 42501, 42P01: no right
    // to write, or no table.
    private static bool IsOfTheDatabase(PostgresException fault) =>
        fault.SqlState is "25006" or "42501" or "42P01"
        || fault.SqlState.StartsWith("53", StringComparison.Ordinal)
        || fault.SqlState.StartsWith("58", StringComparison.Ordinal);
}
