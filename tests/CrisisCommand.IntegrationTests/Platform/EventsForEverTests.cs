using CrisisCommand.Platform.Texts;
using Npgsql;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>
/// Events are refused every change in the database itself, to the superuser too. Everything is rolled back, held or not. On a database of
/// its own: several of these shut everybody else out of the journal while they last.
/// </summary>
public class EventsForEverTests(LonelyProduct product) : IClassFixture<LonelyProduct>
{
    [Theory]
    [InlineData("update crisis.mt_events set data = '{}'")]
    [InlineData("update crisis.mt_events set timestamp = now() where version = 1")]
    [InlineData("update crisis.mt_events set is_archived = true where false")]
    [InlineData("delete from crisis.mt_events")]
    [InlineData("truncate crisis.mt_events")]
    [InlineData("truncate crisis.mt_streams cascade")]
    [InlineData(
        "alter table crisis.mt_events drop constraint fkey_mt_events_stream_id_tenant_id; alter table crisis.mt_events add foreign key (tenant_id, stream_id) references crisis.mt_streams (tenant_id, id) on delete cascade; delete from crisis.mt_streams"
    )]
    [InlineData("set local session_replication_role = replica; delete from crisis.mt_events")]
    [InlineData(
        "alter table crisis.mt_events disable trigger user; alter table crisis.mt_events enable trigger user; delete from crisis.mt_events"
    )]
    [InlineData("insert into crisis.mt_events select * from crisis.mt_events on conflict (seq_id) do update set data = '{}'")]
    [InlineData("merge into crisis.mt_events e using (select 1) s on true when matched then delete")]
    public async Task An_event_is_not_changed(string attack)
    {
        // The node reads on meanwhile: where the two wait for each other, the database ends one of them, and that says nothing of the events.
        var refused = await Eventually.Is(() => Attack(attack), r => r.SqlState != PostgresErrorCodes.DeadlockDetected);

        refused.MessageText.ShouldStartWith("Events are for ever");
        refused.SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task An_event_is_added() => (await product.Scalar<long>("select count(*) from crisis.mt_events")).ShouldBeGreaterThan(0);

    private async Task<PostgresException> Attack(string attack)
    {
        await using var source = NpgsqlDataSource.Create(product.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(attack, connection, transaction);
        return await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
    }
}
