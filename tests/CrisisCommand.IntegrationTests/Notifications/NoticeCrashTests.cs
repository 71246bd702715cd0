using CrisisCommand.IntegrationTests.Crash;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>The product is killed while a provider has its message and has not answered yet.</summary>
[Collection(Alone.Name)]
public sealed class NoticeCrashTests : IAsyncLifetime
{
    private const string Number = "+46701740680";
    private readonly PostgresServer _server = new("notice-crash");
    private Gateway _gateway = null!;
    private ProductProcess _product = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.Start();
        await _server.Create();
        _product = new ProductProcess(
            _server,
            settings: [("Webhook__Url", _gateway.Address.ToString()), ("Webhook__Secret", Gateway.Secret), ("Notices__Timeout", "00:00:10")]
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
    public async Task The_attempt_without_result_is_made_again_under_the_same_id_and_no_other_one()
    {
        Guid crisis;
        using (var http = _product.Client())
        {
            var vd = await Vd(http);
            var person = new { name = "Skrivare", phones = new[] { Number } };
            (await vd.Put("/persons/documentation", person)).ShouldBe(System.Net.HttpStatusCode.NoContent);
            (await vd.Put("/persons/documentation/reachability", """{"channels":[{"channel":"sms"}]}""")).ShouldBe(
                System.Net.HttpStatusCode.NoContent
            );
            // That they are reached there now is told them there first.
            await Eventually.Is(() => Task.FromResult(_gateway.To(Number).Count), n => n == 1);
            _gateway.ThenSilence("sms", Number);
            crisis = await vd.DeclareCrisis();
            await Eventually.Is(() => Task.FromResult(Summonses().Count), n => n == 1);
            await vd.Notice(crisis, "situation", n => n.HasResult(0, "accepted"));
        }

        await _product.Kill();
        await _product.Start();

        using var again = _product.Client();
        var notice = await (await Vd(again)).Notice(crisis, "documentation", n => n.HasResult(0, "accepted"));
        notice.Attempts().ShouldBe(["sms 1 accepted"]);
        Summonses().Select(s => s.Id).ShouldBe([Summonses()[0].Id, Summonses()[0].Id]);
        // What had its result before the crash is not sent again.
        _gateway
            .All.Where(s => s.Channel == "sms")
            .GroupBy(s => s.NoticeId)
            .Where(g => g.Count() > 1)
            .Select(g => g.First().To)
            .ShouldBe([Number]);
    }

    private IReadOnlyList<Sent> Summonses() => [.. _gateway.To(Number).Where(s => s.Text.Contains("kallas in", StringComparison.Ordinal))];

    private static async Task<Caller> Vd(HttpClient http) => new(http, "vd", "live", await http.GetStringAsync("/development/tokens/vd"));
}
