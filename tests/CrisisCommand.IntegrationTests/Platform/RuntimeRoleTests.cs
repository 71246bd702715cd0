using System.Net;
using CrisisCommand.IntegrationTests.Crash;
using CrisisCommand.Platform.Texts;
using Npgsql;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>
/// A database that an older checkout's superuser made is carried over to an owner and a runtime role by the scripts, the product serves as
/// the runtime role, and that role can spoil nothing.
/// </summary>
[Collection(Alone.Name)]
public sealed class RuntimeRoleTests : IAsyncLifetime
{
    private readonly PostgresServer _server = new("roles");
    private string _owner = "";
    private string _runtime = "";

    public async ValueTask InitializeAsync()
    {
        await _server.Create(applied: false);
        _owner = await Checkout.Ops(_server.State, "postgres.sh", "url", "crisiscommand", "owner");
        _runtime = await Checkout.Ops(_server.State, "postgres.sh", "url", "crisiscommand", "runtime");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_database_of_before_is_carried_over_and_the_runtime_role_adds_and_changes_no_event()
    {
        var crisis = await ServedByTheSuperuser();
        (await Asserted()).Code.ShouldNotBe(0, "everything belongs to the superuser");
        await Checkout.Ops(_server.State, "postgres.sh", "roles");
        (await Host("db-apply")).ShouldBe(0);
        await ShouldBeAsserted();

        await ServedByTheRuntimeRole(crisis);
        // PostgreSQL only warns that this grants nothing: that it did not, the attacks after it show.
        await Product.Sql(_runtime, "grant all on crisis.mt_events to public");
        foreach (var attack in Attacks)
        {
            var refused = await Should.ThrowAsync<PostgresException>(() => Product.Sql(_runtime, attack), attack);
            refused.SqlState.ShouldBe("42501", attack);
        }

        await ShouldBeAsserted();
        await EveryWeakeningIsTold();
        await TheCommandsOfAProductionSystem();
    }

    private static readonly string[] Attacks =
    [
        "update crisis.mt_events set data = '{}'",
        "delete from crisis.mt_events",
        "truncate crisis.mt_events",
        "delete from crisis.mt_streams",
        "truncate crisis.mt_streams cascade",
        "drop trigger events_are_for_ever on crisis.mt_events",
        "alter table crisis.mt_events disable trigger all",
        "set session_replication_role = replica",
        "create or replace function crisis.events_are_for_ever() returns trigger language plpgsql as 'begin return null; end'",
        "create table crisis.mine (id int)",
        "create table public.mine (id int)",
        "alter table crisis.mt_events owner to crisiscommand_runtime",
        "set role crisiscommand_owner",
        "set role crisiscommand",
        "alter role crisiscommand_runtime superuser",
        "drop schema crisis cascade",
        "update crisis.mt_doc_opening set data = '{}'",
        "update crisis.mt_doc_receipt set data = '{}'",
        "delete from crisis.mt_doc_receipt",
        "copy crisis.mt_events to program 'true'",
    ];

    /// <summary>As a checkout of before ran: one role for all, and the schema applied by the node.</summary>
    private async Task<Guid> ServedByTheSuperuser()
    {
        await using var product = new ProductProcess(_server, "before", ("Database__ApplyAtStart", "true"));
        await product.Start();
        return await (await CallerOf(product)).DeclareCrisis();
    }

    private async Task ServedByTheRuntimeRole(Guid crisis)
    {
        await using var product = new ProductProcess(_server, "runtime", ("ConnectionStrings__CrisisCommand", _runtime));
        await product.Start();
        var vd = await CallerOf(product);
        (await vd.Get($"/crises/{crisis}/board")).ShouldBe(HttpStatusCode.OK);
        var decision = new { decision = "Öppna mottagningsplats", motive = "Evakuerade behöver värme" };
        (await vd.Post($"/crises/{crisis}/decisions", decision)).ShouldBe(HttpStatusCode.Created);
        var another = await vd.DeclareCrisis();
        // Subscriptions, timers and messages run on the same role: its summonses come to somebody's knowledge.
        await Eventually.Is(async () => (await vd.Get("/notices?waiting=true")).Text, t => t.Contains(another.ToString()));
        File.ReadAllText(product.Log).ShouldNotContain("42501");
    }

    private static async Task<Caller> CallerOf(ProductProcess product)
    {
        var http = product.Client();
        return new(http, "vd", "live", (await http.GetStringAsync("/development/tokens/vd")).Trim(), patient: true);
    }

    private async Task EveryWeakeningIsTold()
    {
        foreach (
            var weakening in new[]
            {
                "drop trigger events_are_for_ever on crisis.mt_events",
                "alter table crisis.mt_events disable trigger events_are_for_ever",
                "alter table crisis.mt_events enable trigger events_are_for_ever", // and no longer always
                "create or replace function crisis.events_are_for_ever() returns trigger language plpgsql as 'begin return null; end'",
                "grant update on crisis.mt_events to crisiscommand_runtime",
                "grant update (data) on crisis.mt_events to crisiscommand_runtime",
                "grant delete on crisis.mt_streams to crisiscommand_runtime",
                "grant crisiscommand_owner to crisiscommand_runtime",
                "alter role crisiscommand_runtime superuser",
            }
        )
        {
            await Product.Sql(_server.ConnectionString, weakening);
            (await Asserted()).Code.ShouldNotBe(0, weakening);
            await Product.Sql(
                _server.ConnectionString,
                "revoke crisiscommand_owner from crisiscommand_runtime; alter role crisiscommand_runtime nosuperuser;"
                    + "revoke all (data) on crisis.mt_events from crisiscommand_runtime"
            );
            (await Host("db-apply")).ShouldBe(0, weakening);
        }

        await ShouldBeAsserted();
    }

    private async Task TheCommandsOfAProductionSystem()
    {
        foreach (
            var allowed in new[]
            {
                "help",
                "db-list",
                "projections list",
                $"db-patch {Path.Combine(_server.State, "patch.sql")} -d marten://store/",
                "codegen preview",
            }
        )
        {
            var (code, output) = await HostCommand.Run(_owner, allowed);
            code.ShouldBe(0, $"{allowed}: {output}");
        }

        var events = await Events();
        foreach (var refused in new[] { "marten --reset", "resources teardown", "resources clear", "storage rebuild", "storage clear" })
        {
            (await Host(refused)).ShouldBe(2, refused);
        }

        (await Events()).ShouldBe(events);
    }

    private Task<(int Code, string Output)> Asserted() => HostCommand.Run(_owner, "db-assert");

    private async Task ShouldBeAsserted()
    {
        var (code, output) = await Asserted();
        code.ShouldBe(0, output);
    }

    private async Task<int> Host(string command) => (await HostCommand.Run(_owner, command)).Code;

    private async Task<long> Events()
    {
        await using var source = NpgsqlDataSource.Create(_server.ConnectionString);
        await using var count = source.CreateCommand("select count(*) from crisis.mt_events");
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
