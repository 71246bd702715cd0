using System.Diagnostics;
using System.Net;
using CrisisCommand.IntegrationTests.Crash;
using CrisisCommand.Platform.Texts;
using Npgsql;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>A second node whose clock is wrong: it takes no part, says so, and comes back; the first goes on as if it were alone.</summary>
[Collection(Alone.Name)]
public sealed class SkewedNodeTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FarAhead = TimeSpan.FromHours(2);

    private readonly PostgresServer _server = new("skewed");
    private ProductProcess _sound = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.Create();
        _sound = new ProductProcess(_server, "sound");
        await _sound.Start();
        _http = _sound.Client();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _sound.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_node_whose_clock_is_wrong_takes_no_part_until_it_is_right_and_leaves_when_it_is_wrong_again()
    {
        var clock = new WrongClock(Path.Combine(_server.State, "faketime"), Ahead);
        await using var skewed = new ProductProcess(_server, "skewed", clock.Settings);
        skewed.Launch();
        using var http = skewed.Client();

        await Says(http, "ahead of the database's");
        await TakesNothing(http);
        (await Count("crisis.wolverine_nodes")).ShouldBe(1);
        await MessagesGoOut();

        clock.Set(TimeSpan.Zero);
        await Eventually.So(() => ProductProcess.Ready(http), "the node does not come back");
        await Declare(http);
        await Eventually.So(async () => await Count("crisis.wolverine_nodes") == 2, "the node has not joined");

        // Behind is as wrong as ahead: what it wrote would lie before what the others wrote already.
        clock.Set(-FarAhead);
        await Says(http, "behind the database's");
        await TakesNothing(http);
        await Eventually.So(async () => await Count("crisis.wolverine_nodes") == 1, "the node has not left");
        await MessagesGoOut();
        (await AheadOfTheDatabase()).ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    /// <summary>The control: with the limit far away, the node joins with its wrong clock, and its time is in the journal for ever.</summary>
    [Fact]
    public async Task Without_the_limit_a_wrong_clock_stands_in_the_journal()
    {
        var clock = new WrongClock(Path.Combine(_server.State, "faketime"), FarAhead);
        await using var skewed = new ProductProcess(_server, "skewed", [.. clock.Settings, ("Clock__MaxSkew", "1.00:00:00")]);
        await skewed.Start();
        using var http = skewed.Client();

        await Declare(http);

        (await AheadOfTheDatabase()).ShouldBeGreaterThan(TimeSpan.FromHours(1));
    }

    private static Task Says(HttpClient http, string words) =>
        Eventually.So(
            async () =>
            {
                try
                {
                    using var ready = await http.GetAsync("/health/ready");
                    var said = await ready.Content.ReadAsStringAsync();
                    return ready.StatusCode == HttpStatusCode.ServiceUnavailable && said.Contains(words, StringComparison.Ordinal);
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            $"the node does not say that it is {words}"
        );

    private static async Task TakesNothing(HttpClient http)
    {
        (await http.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var refused = await (await Vd(http)).Post("/crises", """{"kind":"fire","title":"Brand","reason":"Rök","evenSo":true}""");
        refused.ShouldBe(HttpStatusCode.ServiceUnavailable).Problem.ShouldBe("platform.clock-out-of-step");
    }

    /// <summary>Nine functions are summoned, and a message is composed for each.</summary>
    private async Task MessagesGoOut()
    {
        var (since, crisis) = (Stopwatch.GetTimestamp(), await Declare(_http));
        var vd = await Vd(_http);
        await Eventually.So(
            async () => (await vd.Get($"/notices?crisisId={crisis}&limit=200")).Json.AsArray().Count >= 9,
            "the summonses do not go out"
        );
        output.WriteLine($"messages of a crisis after {Stopwatch.GetElapsedTime(since).TotalSeconds:F1} s");
    }

    private static async Task<Guid> Declare(HttpClient http)
    {
        // A node's first command may take longer than a caller has to wait, where the machine has much else to do.
        var (vd, key) = (await Vd(http), Fresh.Id().ToString());
        var declared = await Eventually.Is(
            () => vd.Post("/crises", """{"kind":"fire","title":"Brand","reason":"Rök","evenSo":true}""", key),
            r => r.Status == HttpStatusCode.Created
        );
        return declared.ShouldBe(HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>();
    }

    private static async Task<Caller> Vd(HttpClient http) => new(http, "vd", "live", await http.GetStringAsync("/development/tokens/vd"));

    private async Task<TimeSpan> AheadOfTheDatabase() =>
        TimeSpan.FromSeconds(
            await Scalar<double>("select extract(epoch from max(timestamp) - clock_timestamp())::float8 from crisis.mt_events")
        );

    private Task<long> Count(string rows) => Scalar<long>($"select count(*) from {rows}");

    private async Task<T> Scalar<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
