using Npgsql;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// Looks through every stream of the database for holes, for events of a type that nobody knows, and for times ahead of the database's:
/// what is in memory already would not notice that its ground has gone. It takes one fiftieth of the time at most, however large the store.
/// </summary>
public sealed class JournalSweep(
    NpgsqlDataSource source,
    EventCatalogue catalogue,
    JournalBreaks breaks,
    DatabaseClock node,
    TimeProvider clock,
    ILogger<JournalSweep> log
) : BackgroundService
{
    private const int Share = 50;
    private const int LongestSeconds = 120;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Heads against rows, in one snapshot. Marten keeps the numbers of appends that failed in streams of its own, of version 0: these hold
    /// nothing, and nothing is missing in them.
    /// </summary>
    private const string Holes = $"""
        select coalesce(s.tenant_id, e.tenant_id), coalesce(s.id, e.stream_id), coalesce(h.version, 1)
        from {EventStore.Schema}.mt_streams s
        full join (
            select tenant_id, stream_id, count(*) as events, max(version) as last from {EventStore.Schema}.mt_events
            where type <> 'tombstone' group by 1, 2
        ) e on e.tenant_id = s.tenant_id and e.stream_id = s.id
        left join lateral (
            select min(n) as version from generate_series(1, greatest(s.version, e.last)) n
            where not exists (
                select from {EventStore.Schema}.mt_events m where m.tenant_id = s.tenant_id and m.stream_id = s.id and m.version = n)
        ) h on true
        where coalesce(e.events, 0) is distinct from s.version or coalesce(e.last, 0) is distinct from s.version
        limit 1000
        """;

    /// <summary>Neither by its name nor by the class that wrote it.</summary>
    private const string Unknown = $"""
        select tenant_id, stream_id, min(version) from {EventStore.Schema}.mt_events
        where type <> all($1) and (mt_dotnet_type is null or mt_dotnet_type <> all($2)) group by 1, 2 limit 1000
        """;

    /// <summary>The last event of a stream decides: recorded times do not run backwards within it.</summary>
    private const string Ahead = $"""
        select tenant_id, stream_id, max(version), max(timestamp) from {EventStore.Schema}.mt_events
        where timestamp > clock_timestamp() + $1 group by 1, 2 limit 1000
        """;

    /// <summary>Streams whose last event was recorded in the future, by a clock that was wrong.</summary>
    public IReadOnlyList<string> RecordedAhead { get; private set; } = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = clock.GetTimestamp();
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The journals could not be looked through: {Kind}: {Reason}", away.GetType().Name, away.Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            var pause = clock.GetElapsedTime(began) * Share;
            await Task.Delay(pause > Pause ? pause : Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Look(CancellationToken token)
    {
        var before = breaks.All;
        await using var connection = await source.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await using (var patience = Command(connection, $"set local statement_timeout = '{LongestSeconds}s'"))
        {
            await patience.ExecuteNonQueryAsync(token);
        }

        var holes = await Breaks(Command(connection, Holes), "this version is missing", token);
        var known = catalogue.Events.Select(e => e.Name).Append("tombstone").ToArray();
        var classes = catalogue.Events.Select(e => $"{e.Type.FullName}, {e.Type.Assembly.GetName().Name}").ToArray();
        var unknown = await Breaks(Command(connection, Unknown, known, classes), "an event of an unknown type", token);
        var found = holes.Concat(unknown).OrderBy(b => b.Version).DistinctBy(b => (b.Realm, b.Stream)).ToList();
        found.ForEach(breaks.Report);
        // What cannot be read for another reason is found, and found mended, by whoever reads it.
        var gone = before.Where(b => b.Why != "this event cannot be read" && !found.Any(f => (f.Realm, f.Stream) == (b.Realm, b.Stream)));
        gone.ToList().ForEach(breaks.Mend);
        RecordedAhead = await AheadOfTime(Command(connection, Ahead, node.MaxSkew), token);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = LongestSeconds };
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }

    private static async Task<List<JournalBreak>> Breaks(NpgsqlCommand command, string why, CancellationToken token)
    {
        var found = new List<JournalBreak>();
        await using var disposed = command;
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token))
        {
            found.Add(new(rows.GetString(0), rows.GetGuid(1), rows.GetInt64(2), why));
        }

        return found;
    }

    private static async Task<List<string>> AheadOfTime(NpgsqlCommand command, CancellationToken token)
    {
        var found = new List<string>();
        await using var disposed = command;
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token))
        {
            var until = rows.GetFieldValue<DateTimeOffset>(3).ToUniversalTime();
            found.Add($"{rows.GetString(0)} stream {rows.GetGuid(1)} version {rows.GetInt64(2)}: recorded ahead of time, at {until:O}");
        }

        return found;
    }
}
