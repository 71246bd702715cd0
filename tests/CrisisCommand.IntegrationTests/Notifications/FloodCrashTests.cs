using CrisisCommand.IntegrationTests.Crash;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>The node is killed in the middle of a flood, with alarms held back: they are told all the same, each once.</summary>
[Collection(Alone.Name)]
public sealed class FloodCrashTests : IAsyncLifetime
{
    private const int Size = 200;
    private readonly PostgresServer _server = new("flood-crash");
    private Gateway _gateway = null!;
    private ProductProcess _product = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.Start();
        await _server.Create();
        _product = new ProductProcess(
            _server,
            settings:
            [
                ("Webhook__Url", _gateway.Address.ToString()),
                ("Webhook__Secret", Gateway.Secret),
                ("Notices__Limits__Intervals__0", "00:00:08"),
                ("Installation__File", Path.Combine(_server.State, "installation")),
            ]
        );
        await _product.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await _server.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task What_was_held_back_is_told_after_a_kill_and_nothing_is_told_twice()
    {
        using (var http = _product.Client())
        {
            var (tib, vd) = (await As(http, "tib"), await As(http, "vd"));
            var person = new { name = "Jour", phones = new[] { FloodProduct.Jour } };
            (await vd.Put("/persons/jour", person)).ShouldBe(System.Net.HttpStatusCode.NoContent);
            (await vd.Put("/persons/jour/reachability", """{"channels":[{"channel":"sms"}]}""")).ShouldBe(
                System.Net.HttpStatusCode.NoContent
            );
            // The kill breaks what is under way: what was not answered may be there or not.
            var flood = tib.Flood(Size).ContinueWith(f => f.Exception, TaskScheduler.Default);
            await Eventually.So(async () => await Count("alerts_held_back") > 0, "nothing is held back");
            await _product.Kill();
            await flood;
        }

        await _product.Start();

        await Eventually.Is(
            async () =>
                (
                    Told: _gateway.To(FloodProduct.Jour).AlarmsTold(),
                    Alerted: await Count("on_call_alerted", "and data->>'person' = 'jour'")
                ),
            seen => seen.Told == seen.Alerted
        );
        (await Count("alarm_received")).ShouldBe(await Count("on_call_alerted", "and data->>'person' = 'jour'"));
        _gateway.To(FloodProduct.Jour).DistinctBy(m => m.NoticeId).Count().ShouldBeLessThan(8);
    }

    private async Task<long> Count(string type, string more = "")
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(_server.ConnectionString);
        await using var command = source.CreateCommand($"select count(*) from crisis.mt_events where type = '{type}' {more}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<Caller> As(HttpClient http, string person) =>
        new(http, person, "live", await http.GetStringAsync($"/development/tokens/{person}"));
}
