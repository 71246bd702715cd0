using System.Globalization;
using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>
/// The product and its database are killed again and again under load; afterwards every client's own ledger must agree with the journal.
/// ops/crash.sh runs the long form.
/// </summary>
[Collection(Alone.Name)]
public sealed class CrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Clients = 12;
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(1);

    private readonly PostgresServer _server = new("crash");
    private readonly Ledger _ledger = new();
    private readonly Random _random = new(112);
    private ProductProcess _product = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.Create();
        _product = new ProductProcess(_server);
        await _product.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Whatever_dies_each_acknowledged_command_is_one_event()
    {
        var faults = await UnderLoad(async () =>
        {
            // The deaths of the database spread evenly among those of the product.
            var (products, databases) = (Times("PRODUCT", 3), Times("DATABASE", 1));
            for (var n = 0; n < products; n++)
            {
                await KillProduct();
                for (var m = n * databases / products; m < (n + 1) * databases / products; m++)
                {
                    await KillDatabase(m);
                }
            }
        });

        faults.ShouldBeEmpty();
    }

    /// <summary>The control: were receipts not kept, the very same check would see it. The product has no such switch, so the database loses them.</summary>
    [Fact]
    public async Task Without_receipts_the_ledger_does_not_agree()
    {
        await Product.Sql(
            _server.ConnectionString,
            """
            create function crisis.forget() returns trigger language plpgsql as
                'begin delete from crisis.mt_doc_receipt where tenant_id = new.tenant_id and id = new.id; return null; end';
            create trigger forget after insert on crisis.mt_doc_receipt for each row execute function crisis.forget();
            """
        );

        var faults = await UnderLoad(KillProduct);

        faults.ShouldContain(fault => fault.EndsWith("is 2 decisions", StringComparison.Ordinal), string.Join('\n', faults.Take(20)));
    }

    private async Task<IReadOnlyList<string>> UnderLoad(Func<Task> deaths)
    {
        var crises = await Declare();
        using var enough = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(n => new LedgerClient(_product, _ledger, crises, n).Run(enough.Token)).ToList();
        await Pause();
        await deaths();
        // However slow the machine: a run without commands sent twice to who has died since would prove nothing, in either test.
        var repeats = _ledger.Repeats;
        await Eventually.So(() => Task.FromResult(_ledger.Repeats >= repeats + 5), "no client repeats what was answered");
        await enough.CancelAsync();
        await Task.WhenAll(clients);
        output.WriteLine($"{_ledger.Entries.Count} commands, {_ledger.Retries} repeated without an answer");
        return await new LedgerCheck(_ledger, _server.ConnectionString).Faults();
    }

    private async Task<List<string>> Declare()
    {
        using var http = _product.Client();
        var vd = new Caller(http, "vd", "live", await http.GetStringAsync("/development/tokens/vd"), patient: true);
        var crises = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var declared = await vd.Post("/crises", """{"kind":"fire","title":"Brand","reason":"Rök","evenSo":true}""");
            crises.Add(declared.ShouldBe(HttpStatusCode.Created).Location!);
        }

        return crises;
    }

    private async Task KillProduct()
    {
        await Pause();
        await _product.Kill();
        await _product.Start();
    }

    private async Task KillDatabase(int n)
    {
        await Pause();
        await (n % 2 == 0 ? _server.Kill() : _server.StopAtOnce());
        await _server.Start();
        using var http = _product.Client();
        await Eventually.So(() => ProductProcess.Ready(http), "the product does not find its database again");
    }

    private Task Pause() => TimePasses.For(BetweenKills * (0.5 + _random.NextDouble()));

    private static int Times(string what, int otherwise) =>
        Environment.GetEnvironmentVariable($"CRISISCOMMAND_CRASH_{what}") is { Length: > 0 } times
            ? int.Parse(times, CultureInfo.InvariantCulture)
            : otherwise;
}
