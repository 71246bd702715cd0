using System.Diagnostics;
using System.Net;
using CrisisCommand.IntegrationTests.Crash;
using CrisisCommand.Platform.Texts;
using Npgsql;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>The contract while the database is away: 503 within five seconds, never a hang, and the command repeated later is one event.</summary>
[Collection(Alone.Name)]
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private const int Wave = 40;
    private static readonly TimeSpan Contract = TimeSpan.FromSeconds(5);

    private readonly PostgresServer _server = new("away");
    private readonly List<(string Path, string Key)> _commands = [];
    private readonly List<string> _crises = [];
    private ProductProcess _product = null!;
    private HttpClient _http = null!;
    private Caller _vd = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.Create();
        _product = new ProductProcess(_server);
        await _product.Start();
        _http = _product.Client();
        _vd = new Caller(_http, "vd", "live", await _http.GetStringAsync("/development/tokens/vd"));
        for (var i = 0; i < 8; i++)
        {
            var declared = await _vd.Post("/crises", """{"kind":"fire","title":"Brand","reason":"Rök","evenSo":true}""");
            _crises.Add(declared.ShouldBe(HttpStatusCode.Created).Location!);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _product.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public Task A_database_that_stands_still_is_answered_for_and_comes_back() =>
        GoesAwayAndComesBack(
            () =>
            {
                _server.Freeze();
                return Task.CompletedTask;
            },
            () =>
            {
                _server.Thaw();
                return Task.CompletedTask;
            }
        );

    [Fact]
    public Task A_database_that_stops_at_once_is_answered_for_and_comes_back() => GoesAwayAndComesBack(_server.StopAtOnce, _server.Start);

    private async Task GoesAwayAndComesBack(Func<Task> leave, Func<Task> comeBack)
    {
        using var watcher = new BoardWatcher(_http, _crises[0] + "/board/stream", _vd.Token);
        await Eventually.So(() => Task.FromResult(watcher.Version > 0), "the board stream is silent");

        // So that every connection the pool may have is there, and can hang.
        await Task.WhenAll(Boards().Concat(Past()));

        // The first wave is under way when the database leaves; the second meets what the first has left behind.
        var interrupted = Commands();
        await leave();
        var first = Commands().Concat(Past()).ToList();
        var boards = Boards();
        await TimePasses.For(TimeSpan.FromSeconds(2));
        var second = Commands().Concat(Past()).ToList();
        boards.AddRange(Boards());
        var (asked, health) = (Stopwatch.GetTimestamp(), await _http.GetAsync("/health/ready"));
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        Stopwatch.GetElapsedTime(asked).ShouldBeLessThan(Contract);
        foreach (var (reply, took) in await Task.WhenAll(first.Concat(second)))
        {
            reply.Problem.ShouldBe("platform.database-away", reply.Text);
            reply.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            reply.Header("Retry-After").ShouldBe("1");
            took.ShouldBeLessThan(Contract);
        }

        // What this node knows it shows, and says since when it may be old.
        foreach (var (reply, took) in await Task.WhenAll(boards))
        {
            reply.ShouldBe(HttpStatusCode.OK).Header("Stale-Since").ShouldNotBeNull();
            took.ShouldBeLessThan(Contract);
        }

        (await Task.WhenAll(interrupted)).Max(r => r.Took).ShouldBeLessThan(Contract);

        await comeBack();
        await Eventually.So(() => ProductProcess.Ready(_http), "the product is not ready again");
        await RepeatEveryCommand();
        await EachIsOneEvent();
        watcher.IsOpen.ShouldBeTrue();
        var head = (await _vd.Get(_crises[0] + "/board")).Json["version"]!.GetValue<long>();
        await Eventually.So(() => Task.FromResult(watcher.Version == head), $"the watcher is not at version {head}");
    }

    /// <summary>Half of them on one crisis, where they queue for each other.</summary>
    private List<Task<(Reply Reply, TimeSpan Took)>> Commands() => [.. Enumerable.Range(0, Wave).Select(Command)];

    private Task<(Reply Reply, TimeSpan Took)> Command(int n)
    {
        var (path, key) = (_crises[n % 2 == 0 ? 0 : n % _crises.Count] + "/decisions", Fresh.Id().ToString());
        _commands.Add((path, key));
        return Timed(() => _vd.Post(path, Body(key), key));
    }

    private List<Task<(Reply Reply, TimeSpan Took)>> Boards() => Reads("/board");

    /// <summary>Boards that are in the database only.</summary>
    private List<Task<(Reply Reply, TimeSpan Took)>> Past() => Reads("/board?version=3");

    private List<Task<(Reply Reply, TimeSpan Took)>> Reads(string path) =>
        [.. Enumerable.Range(0, Wave).Select(n => Timed(() => _vd.Get(_crises[n % _crises.Count] + path)))];

    private static string Body(string key) => $$"""{"decision":"Evakuera {{key}}","motive":"Brand i trapphuset"}""";

    private static async Task<(Reply Reply, TimeSpan Took)> Timed(Func<Task<Reply>> send)
    {
        var since = Stopwatch.GetTimestamp();
        var reply = await send();
        return (reply, Stopwatch.GetElapsedTime(since));
    }

    private async Task RepeatEveryCommand()
    {
        foreach (var (path, key) in _commands)
        {
            await Eventually.So(
                async () => (await _vd.Post(path, Body(key), key)).Status == HttpStatusCode.Created,
                $"{key} is not carried out"
            );
        }
    }

    private async Task EachIsOneEvent()
    {
        await using var source = NpgsqlDataSource.Create(_server.ConnectionString);
        await using var decisions = source.CreateCommand("select count(*) from crisis.mt_events where type = 'decision_taken'");
        (await decisions.ExecuteScalarAsync()).ShouldBe((long)_commands.Count);
        await using var openings = source.CreateCommand("select count(*) from crisis.mt_doc_opening where data::text like '%Evakuera %'");
        (await openings.ExecuteScalarAsync()).ShouldBe((long)_commands.Count);
    }
}
