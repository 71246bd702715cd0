using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Options;
using Npgsql;
using Weasel.Postgresql.Tables;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// Events that were committed after the subscriptions had gone past their number. A transaction that stands still with a number drawn would
/// stop every message for as long as it lives; so the subscriptions go on without it, its number is written down before they do, and its
/// event is handed to each of them when it comes after all (ops/decisions/0017). An event may be handed over twice, as every message may.
/// </summary>
public sealed class LateEvents(
    NpgsqlDataSource source,
    IDocumentStore store,
    IEnumerable<EventFollower> followers,
    IWolverineRuntime messages,
    DatabaseClock node,
    IOptions<GapOptions> options,
    TimeProvider clock,
    ILogger<LateEvents> log
) : BackgroundService
{
    private const string Gaps = $"{EventStore.Schema}.event_gaps";

    /// <summary>
    /// Numbers drawn above the mark and not there: under way, or stuck, or lost to a transaction undone. Which of them come is known when they
    /// do.
    /// </summary>
    private const string WriteDown = $"""
        with marker as (insert into {Gaps} (seq) values (-$1 - 1) on conflict (seq) do update set seen = clock_timestamp())
        insert into {Gaps} (seq)
        select n from {EventStore.Schema}.mt_events_sequence s, generate_series($1 + 1, s.last_value) n
        where not exists (select from {EventStore.Schema}.mt_events e where e.seq_id = n)
        on conflict do nothing
        """;

    /// <summary>
    /// Where the mark was moved past a gap that nobody had written down before (a negative number marks that somebody had), it is not known
    /// which came in time: all of them are handed over again.
    /// </summary>
    private const string MakeGood = $"""
        with skips as (
            select starting_sequence as first, ending_sequence as last, timestamp as at from {EventStore.Schema}.mt_high_water_skips k
            where timestamp > clock_timestamp() - interval '1 hour'
                and not exists (select from {Gaps} g where g.seq = -k.starting_sequence - 1 and g.seen < k.timestamp)),
        numbers as (insert into {Gaps} (seq) select n from skips, generate_series(first + 1, last) n on conflict do nothing)
        insert into {Gaps} (seq, seen) select -first - 1, at - interval '1 second' from skips
        on conflict (seq) do update set seen = excluded.seen
        """;

    /// <summary>A transaction that is open for a month does not come any more.</summary>
    private const string Forget = $"delete from {Gaps} where seen < clock_timestamp() - interval '30 days'";

    /// <summary>In one snapshot: what is there while the mark is still below it, the subscriptions see by themselves.</summary>
    private const string Come = $"""
        with mark as (select last_seq_id from {EventStore.Schema}.mt_event_progression where name = 'HighWaterMark'),
        came as (
            select g.seq, e.tenant_id, g.seq <= (select last_seq_id from mark) as passed
            from {Gaps} g join {EventStore.Schema}.mt_events e on e.seq_id = g.seq order by g.seq limit 1000),
        seen as (delete from {Gaps} g using came c where c.seq = g.seq and not c.passed)
        select seq, tenant_id from came where passed
        """;

    private const string Mark = $"""
        select p.last_seq_id, s.last_value > p.last_seq_id
        from {EventStore.Schema}.mt_event_progression p, {EventStore.Schema}.mt_events_sequence s where p.name = 'HighWaterMark'
        """;

    private long _held = -1;

    /// <summary>The table of numbers written down.</summary>
    public static Table Table()
    {
        var table = new Table($"{EventStore.Schema}.event_gaps");
        table.AddColumn("seq", "bigint").AsPrimaryKey();
        table.AddColumn("seen", "timestamptz").DefaultValueByExpression("clock_timestamp()").NotNull();
        return table;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Every <= TimeSpan.Zero)
        {
            return;
        }

        var forgotten = false;
        using var timer = new PeriodicTimer(options.Value.Every, clock);
        while (await Ticks(timer, stoppingToken))
        {
            try
            {
                await (forgotten ? Task.CompletedTask : Do(Forget, stoppingToken));
                forgotten = true;
                await WriteDownWhatIsStuck(stoppingToken);
                await HandOver(stoppingToken);
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it was: the next look is soon, and what was written down stays so until it is handed over.
                log.LogWarning("Late events are looked for again: {Kind}: {Reason}", away.GetType().Name, away.Message);
            }
        }
    }

    private static async Task<bool> Ticks(PeriodicTimer timer, CancellationToken token)
    {
        try
        {
            return await timer.WaitForNextTickAsync(token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Only where the mark has not moved between two looks: under load some number is always under way, and none stuck.</summary>
    private async Task WriteDownWhatIsStuck(CancellationToken token)
    {
        long? held = null;
        await using (var look = source.CreateCommand(Mark))
        await using (var rows = await look.ExecuteReaderAsync(token))
        {
            if (await rows.ReadAsync(token) && rows.GetBoolean(1))
            {
                held = rows.GetInt64(0);
            }
        }

        if (held is { } mark && mark == _held)
        {
            await Do(WriteDown, token, mark);
        }

        _held = held ?? -1;
        await Do(MakeGood, token);
    }

    private async Task Do(string sql, CancellationToken token, params long[] numbers)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var number in numbers)
        {
            command.Parameters.Add(new() { Value = number });
        }

        await command.ExecuteNonQueryAsync(token);
    }

    private async Task HandOver(CancellationToken token)
    {
        var late = new List<(long Sequence, string Realm)>();
        await using (var look = source.CreateCommand(Come))
        await using (var rows = await look.ExecuteReaderAsync(token))
        {
            while (await rows.ReadAsync(token))
            {
                late.Add((rows.GetInt64(0), rows.GetString(1)));
            }
        }

        foreach (var (sequence, realm) in late.Where(_ => !node.HasLeft))
        {
            await HandOver(sequence, realm, token);
        }
    }

    /// <summary>To every subscription that follows it; its messages are stored in the transaction that forgets the number.</summary>
    private async Task HandOver(long sequence, string realm, CancellationToken token)
    {
        await using var session = store.LightweightSession(realm);
        var late = await session.Events.QueryAllRawEvents().Where(e => e.Sequence == sequence).SingleAsync(token);
        var outbox = new MartenOutbox(messages, session);
        foreach (var follower in followers.Where(f => f.Follows.Contains(late.EventType)))
        {
            var page = new EventRange(follower.Shard, sequence) { Events = [late] };
            await follower.Subscription.ProcessEventsAsync(page, null!, session, outbox, token);
        }

        session.QueueSqlCommand($"delete from {Gaps} where seq = ?", sequence);
        await session.SaveChangesAsync(token);
        log.LogWarning(
            "Event {Sequence} ({Stream} version {Version}) was committed after the subscriptions had passed it, and is handed to them now",
            sequence,
            late.StreamId,
            late.Version
        );
    }
}
