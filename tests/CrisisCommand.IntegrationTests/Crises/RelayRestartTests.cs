using CrisisCommand.Platform.Texts;
using Npgsql;

namespace CrisisCommand.IntegrationTests.Crises;

/// <summary>The relay over the end of a node and of its database's patience: a database of its own, since both are taken away under it.</summary>
public class RelayRestartTests
{
    private const int Reports = 20;

    [Fact]
    public async Task A_node_that_ends_between_the_fact_and_its_relay_loses_and_doubles_nothing()
    {
        await using var product = await Started();
        var vd = await product.As("vd");
        var incident = await vd.ReportIncident();
        var crisis = await vd.DeclareCrisis(incident);
        await vd.Learns(crisis, incident, 1);
        var held = await HoldProgress(product);
        await vd.Verify(incident);
        for (var i = 0; i < Reports; i++)
        {
            await vd.Verify(incident, $"Rapport {i}");
        }

        long heardBefore = 0;
        await product.Restart(async () =>
        {
            heardBefore = await Heard(product);
            await held.DisposeAsync();
        });
        vd = await product.As("vd");

        await vd.Learns(crisis, incident, Reports + 3);
        (await product.ReportsIn(crisis)).Select(r => r.IncidentVersion).ShouldBe(EveryVersion(Reports + 3));
        heardBefore.ShouldBe(1, "Something was relayed before the node ended: this run has shown nothing.");
    }

    [Fact]
    public async Task Messages_that_come_a_second_time_change_nothing()
    {
        await using var product = await Started();
        var vd = await product.As("vd");
        var incident = await vd.ReportIncident();
        var crisis = await vd.DeclareCrisis(incident);
        await vd.Verify(incident);
        await vd.Learns(crisis, incident, 3);
        var reached = await Progress(product);

        // As after a crash before its progress was kept: the subscription begins once more near the first event.
        await product.Restart(() =>
            Product.Sql(
                product.ConnectionString,
                "update crisis.mt_event_progression set last_seq_id = 1 where name like 'incident-relay%'"
            )
        );
        vd = await product.As("vd");
        await Eventually.Is(() => Progress(product), seen => seen >= reached);
        await vd.Verify(incident);

        await vd.Learns(crisis, incident, 4);
        (await product.ReportsIn(crisis)).Select(r => r.IncidentVersion).ShouldBe([1, 3, 4]);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_for_a_while_delays_the_relay_and_no_more()
    {
        await using var product = await Started();
        var vd = await product.As("vd");
        var incident = await vd.ReportIncident();
        var crisis = await vd.DeclareCrisis(incident);
        await vd.Learns(crisis, incident, 1);

        await using (await HoldProgress(product))
        {
            await vd.Verify(incident);
            await Eventually.Is(() => Waiting(product), waiting => waiting > 0);
            await Eventually.Is(() => Waiting(product), waiting => waiting == 0);
        }

        await vd.Learns(crisis, incident, 3);
        (await product.ReportsIn(crisis)).Select(r => r.IncidentVersion).ShouldBe([1, 3]);
    }

    private static async Task<Product> Started()
    {
        var product = new Product();
        await product.InitializeAsync();
        return product;
    }

    /// <summary>
    /// Until it is disposed, no subscription can move on: what it did in the same transaction does not happen either. The server ends who
    /// holds a transaction open for 30 s, and twenty reports take longer on a busy machine; this one may.
    /// </summary>
    private static async Task<IAsyncDisposable> HoldProgress(Product product)
    {
        var connection = new NpgsqlConnection(product.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand(
            "set idle_in_transaction_session_timeout = 0; begin; select 1 from crisis.mt_event_progression where name like 'incident-relay%' for update",
            connection
        );
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    private static Task<long> Progress(Product product) =>
        product.Scalar<long>("select last_seq_id from crisis.mt_event_progression where name like 'incident-relay%'");

    private static Task<long> Heard(Product product) =>
        product.Scalar<long>("select count(*) from crisis.mt_events where type = 'incident_report_received'");

    /// <summary>How many sessions wait for a lock: one while the relay tries to move on, none once it has given up.</summary>
    private static Task<long> Waiting(Product product) =>
        product.Scalar<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

    /// <summary>Version 2 is the link itself, which is no report.</summary>
    private static IEnumerable<long> EveryVersion(int last) => Enumerable.Range(1, last).Select(v => (long)v).Where(v => v != 2);
}
