using CrisisCommand.Platform.Texts;
using Npgsql;

namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>
/// Every node is killed while summonses wait for their answers, and tasks and decisions for being done: afterwards each function must have gone
/// on to the next person, and each of the others be said to be late, once, and soon.
/// </summary>
[Collection(Alone.Name)]
public sealed class SummonsCrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Functions = 9;
    private const int Deadlines = 2;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan MayBeLate = TimeSpan.FromSeconds(5);
    private static readonly (string, string)[] Settings =
    [
        ("CrisisCommand__AnswerWithin", AnswerWithin.ToString()),
        // Three persons in each function, so that the search goes on for a while and is then over.
        ("CrisisCommand__ArriveWithin", "01:00:00"),
    ];

    private readonly PostgresServer _server = new("crash-summons");
    private List<ProductProcess> _nodes = [];

    public async ValueTask InitializeAsync()
    {
        await _server.Create();
        _nodes = [new(_server, "node-1", Settings), new(_server, "node-2", Settings)];
        foreach (var node in _nodes)
        {
            await node.Start();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    [Fact]
    public async Task After_the_death_of_every_node_each_summons_escalates_once_and_at_most_five_seconds_late()
    {
        var (early, late, ready) = await KilledWhileTheyWait(meanwhile: null);
        await UntilAllAreFollowed(early, late);

        (await Faults(early, ready)).ShouldBeEmpty();
        (await Faults(late, ready)).ShouldBeEmpty();
    }

    /// <summary>
    /// The control: timers kept in the memory of the nodes would have died with them, and the very same check would see it. The product has
    /// no such switch, so the database loses them while nobody is there.
    /// </summary>
    [Fact]
    public async Task With_timers_that_die_with_the_nodes_nothing_escalates()
    {
        var (early, _, ready) = await KilledWhileTheyWait(() =>
            Product.Sql(_server.ConnectionString, "delete from crisis.wolverine_incoming_envelopes where status = 'Scheduled'")
        );
        var alive = await Waiting.Declare(_nodes[0], AnswerWithin);
        // The nodes are well: what is summoned now goes on as it should.
        await UntilAllAreFollowed(alive);

        var faults = await Faults(early, ready);
        faults.Count.ShouldBe(Functions + Deadlines, string.Join('\n', faults));
        faults.Count(f => f.EndsWith("0 found silent, 0 next", StringComparison.Ordinal)).ShouldBe(Functions);
        faults.Count(f => f.EndsWith("said to be late 0 times", StringComparison.Ordinal)).ShouldBe(Deadlines);
    }

    /// <summary>
    /// One crisis whose time is out while no node is there, and one declared just before the kill, which the timers may not have followed
    /// yet and whose time is out later.
    /// </summary>
    private async Task<(Guid Early, Guid Late, DateTimeOffset Ready)> KilledWhileTheyWait(Func<Task>? meanwhile)
    {
        var early = await Waiting.Declare(_nodes[0], AnswerWithin);
        await Eventually.So(
            async () => await Count("crisis.wolverine_incoming_envelopes where status = 'Scheduled'") >= Functions + Deadlines,
            "no timers are set"
        );
        await TimePasses.For(AnswerWithin * 0.3);
        var late = await Waiting.Declare(_nodes[1], AnswerWithin);
        await Task.WhenAll(_nodes.Select(n => n.Kill()));
        await (meanwhile?.Invoke() ?? Task.CompletedTask);

        var killed = TimeProvider.System.GetUtcNow();
        // One node is enough: it has to find that it is alone.
        await _nodes[0].Start();
        var ready = TimeProvider.System.GetUtcNow();
        output.WriteLine($"a node is ready {(ready - killed).TotalSeconds:F1} s after every node was killed");
        return (early, late, ready);
    }

    /// <summary>Until every function has gone on to its second deputy: whatever comes twice has come by then.</summary>
    private async Task UntilAllAreFollowed(params Guid[] crises)
    {
        foreach (var crisis in crises)
        {
            await Eventually.So(
                async () =>
                    await Count($"crisis.mt_events where stream_id = '{crisis}' and type = 'function_summoned' and data ->> 'rank' = '2'")
                    == Functions,
                "not every function has gone on"
            );
            await Eventually.So(
                async () => await Count(LateIn(crisis, "task_overdue")) + await Count(LateIn(crisis, "decision_overdue")) == Deadlines,
                "not all that is late was said to be"
            );
        }
    }

    /// <summary>Every function of the crisis that did not go on from its holder to the first deputy once and in time.</summary>
    private async Task<IReadOnlyList<string>> Faults(Guid crisis, DateTimeOffset ready)
    {
        var (faults, worst) = (new List<string>(), (TimeSpan?)null);
        await using var source = NpgsqlDataSource.Create(_server.ConnectionString);
        await using var command = source.CreateCommand(
            $"""
            select s.data ->> 'function', (s.data ->> 'answerBy')::timestamptz, count(distinct u.id), count(distinct n.id), min(n.timestamp)
            from crisis.mt_events s
            left join crisis.mt_events u on u.stream_id = s.stream_id and u.type = 'summons_unanswered'
                and u.data ->> 'function' = s.data ->> 'function' and u.data ->> 'person' = s.data ->> 'person'
            left join crisis.mt_events n on n.stream_id = s.stream_id and n.type = 'function_summoned'
                and n.data ->> 'function' = s.data ->> 'function' and n.data ->> 'rank' = '1'
            where s.stream_id = '{crisis}' and s.type = 'function_summoned' and s.data ->> 'rank' = '0'
            group by 1, 2
            """
        );
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var (function, due, silent, next) = (
                rows.GetString(0),
                rows.GetFieldValue<DateTimeOffset>(1),
                rows.GetInt64(2),
                rows.GetInt64(3)
            );
            if ((silent, next) != (1, 1))
            {
                faults.Add($"{function}: {silent} found silent, {next} next");
                continue;
            }

            var late = rows.GetFieldValue<DateTimeOffset>(4) - (due > ready ? due : ready);
            worst = worst > late ? worst : late;
            if (late > MayBeLate)
            {
                faults.Add($"{function}: {late.TotalSeconds:F1} s late");
            }
        }

        foreach (var late in new[] { "task_overdue", "decision_overdue" })
        {
            var times = await Count(LateIn(crisis, late));
            if (times != 1)
            {
                faults.Add($"{late}: said to be late {times} times");
            }
        }

        output.WriteLine($"{crisis}: latest {worst?.TotalSeconds:F2} s after it was due and a node was ready");
        return faults;
    }

    private static string LateIn(Guid crisis, string type) => $"crisis.mt_events where stream_id = '{crisis}' and type = '{type}'";

    private async Task<long> Count(string rows)
    {
        await using var source = NpgsqlDataSource.Create(_server.ConnectionString);
        await using var command = source.CreateCommand($"select count(*) from {rows}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
