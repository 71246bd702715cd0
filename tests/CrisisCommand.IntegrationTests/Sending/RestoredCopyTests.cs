using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests.Notifications;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Sending;

/// <summary>A database that was restored elsewhere, with summonses under way and timers that have run out, calls nobody until a person says so.</summary>
[Collection(Crash.Alone.Name)]
public sealed class RestoredCopyTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crisiscommand-").FullName;
    private readonly List<IAsyncDisposable> _running = [];
    private readonly List<string> _databases = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(_running))
        {
            await one.DisposeAsync();
        }

        foreach (var database in _databases)
        {
            await DrillProduct.Drop(database);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_restored_copy_calls_nobody_until_an_operator_says_so_and_then_as_was_said()
    {
        var (crisis, copy) = await Restored();
        await UntilItEscalates(copy, crisis);

        var (vd, op) = (await copy.As("vd"), await copy.As("operator"));
        copy.Gateway.All.ShouldBeEmpty();
        var state = (await op.Get("/sending")).ShouldBe(HttpStatusCode.OK).Json;
        (state["on"]!.GetValue<bool>(), state["held"]!.GetValue<string>()).ShouldBe((false, "copy"));
        state["waiting"]!.GetValue<int>().ShouldBeGreaterThan(8);
        (await copy.Http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await copy.Http.GetStringAsync("/health/ready")).ShouldContain("Degraded");

        var start = new { why = "Återläst efter haveri" };
        (await vd.Post("/sending/start", start)).ShouldBeRefused(HttpStatusCode.Forbidden, "access.not-permitted");
        (await op.Post("/sending/start", start, key: "release")).ShouldBe(HttpStatusCode.NoContent);
        (await op.Post("/sending/start", start, key: "release")).ShouldBe(HttpStatusCode.NoContent).Replayed.ShouldBeTrue();
        await Eventually.Is(async () => (await op.Get("/sending")).Json, s => s["on"]!.GetValue<bool>());
        (await op.Get("/sending")).Json["why"]!.GetValue<string>().ShouldBe("Återläst efter haveri");
        (await op.Post("/sending/start", start)).ShouldBeRefused(HttpStatusCode.Conflict, "sending.already-on");

        // What was overdue waits for a person, and what happens from now on goes out.
        var waiting = await op.Notice(crisis, "documentation", n => n["waiting"]!.GetValue<bool>());
        waiting["operatorReason"]!.GetValue<string>().ShouldBe("held");
        copy.Gateway.To("+46701740695").ShouldBeEmpty();
        var later = await vd.DeclareCrisis();
        await vd.Notice(later, "documentation", n => n.HasResult(0, "accepted"));
        copy.Gateway.To("+46701740695").Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_overdue_goes_out_where_the_operator_says_so()
    {
        var (crisis, copy) = await Restored();
        await UntilItEscalates(copy, crisis);
        var op = await copy.As("operator");

        (await op.Post("/sending/start", new { why = "Övertar driften", overdue = "send" })).ShouldBe(HttpStatusCode.NoContent);

        await Eventually.Is(() => Task.FromResult(copy.Gateway.All.Count), n => n > 0);
    }

    /// <summary>The control: unprotected, the very same copy calls at once.</summary>
    [Fact]
    public async Task Unprotected_it_calls()
    {
        var (_, copy) = await Restored(isProtected: false);
        await Eventually.Is(() => Task.FromResult(copy.Gateway.All.Count), n => n > 0);
    }

    [Fact]
    public async Task Of_two_databases_of_one_installation_one_sends()
    {
        var file = Path.Combine(_folder, "shared");
        var original = await Start(new DrillProduct(await Gateway(), file));
        DrillProduct? copy = null;
        await original.Restart(async () =>
        {
            var database = await original.Restored();
            _databases.Add(database);
            copy = await Start(new DrillProduct(await Gateway(), file, database));
        });
        var (there, here) = (await original.As("operator"), await copy!.As("operator"));
        await Eventually.Is(async () => (await there.Get("/sending")).Json["on"]!.GetValue<bool>(), on => on);
        (await here.Get("/sending")).Json["held"]!.GetValue<string>().ShouldBe("copy");

        (await here.Post("/sending/start", new { why = "Flyttat" })).ShouldBe(HttpStatusCode.NoContent);

        await Eventually.Is(async () => (await here.Get("/sending")).Json["on"]!.GetValue<bool>(), on => on);
        await Eventually.Is(async () => (await there.Get("/sending")).Json["held"]?.GetValue<string>(), held => held == "other");
    }

    [Fact]
    public async Task A_database_that_goes_back_in_time_under_a_running_node_is_found_within_seconds()
    {
        var memory = Path.Combine(_folder, "own");
        var product = await Start(new DrillProduct(await Gateway(), memory));
        var op = await product.As("operator");
        await Eventually.Is(async () => (await op.Get("/sending")).Json["on"]!.GetValue<bool>(), on => on);
        await (await product.As("vd")).DeclareCrisis();
        // What was never seen is not missed: on a busy machine the node may not have looked since it was empty.
        await Eventually.Is(async () => JsonNode.Parse(await File.ReadAllTextAsync(memory))!["tip"], tip => tip is not null);

        await Eventually.Is(
            async () =>
            {
                await product.Spoil("delete from crisis.mt_events where seq_id > (select max(seq_id) - 20 from crisis.mt_events)");
                return (await op.Get("/sending")).Json["held"]?.GetValue<string>();
            },
            held => held == "behind"
        );
    }

    [Fact]
    public async Task An_exercise_is_not_started_and_holds_nothing()
    {
        var product = await Start(new DrillProduct(await Gateway()));
        (await (await product.As("operator")).Post("/sending/start", new { why = "Prov" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "sending.already-on"
        );
        // A node that was restarted on its own database goes on sending, with and without a file.
        await product.Restart();
        await Eventually.Is(async () => (await (await product.As("operator")).Get("/sending")).Json["on"]!.GetValue<bool>(), on => on);
    }

    /// <summary>A crisis with its summonses under way, and a copy of all that on which a node runs.</summary>
    private async Task<(Guid Crisis, DrillProduct Copy)> Restored(bool isProtected = true)
    {
        var original = await Start(new DrillProduct(await Gateway(), Path.Combine(_folder, "original")));
        await original.Reached("documentation", "+46701740695", null, ["sms"]);
        original.Gateway.ThenSilence("sms", "+46701740695");
        var crisis = await (await original.As("vd")).DeclareCrisis();
        await Eventually.Is(() => Task.FromResult(original.Gateway.To("+46701740695").Count), n => n == 1);
        DrillProduct? copy = null;
        await original.Restart(async () =>
        {
            var database = await original.Restored();
            _databases.Add(database);
            copy = await Start(new DrillProduct(await Gateway(), Path.Combine(_folder, "drill"), database, isProtected));
        });
        return (crisis, copy!);
    }

    /// <summary>The timers of the copy run out as those of the original do: that is on record, and nobody is called.</summary>
    private static async Task UntilItEscalates(DrillProduct copy, Guid crisis)
    {
        var vd = await copy.As("vd");
        await Eventually.Is(
            async () => (await vd.Get($"/notices?crisisId={crisis}&limit=200")).Json.AsArray().Count,
            notices => notices > 12
        );
    }

    private async Task<DrillProduct> Start(DrillProduct product)
    {
        await product.InitializeAsync();
        _running.Add(product);
        return product;
    }

    private async Task<Gateway> Gateway()
    {
        var gateway = await Notifications.Gateway.Start();
        _running.Add(gateway);
        return gateway;
    }
}
