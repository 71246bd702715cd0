using System.Net;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>What /health/ready says, in words, of each thing that would otherwise stop in silence; and that one bad row stops one crisis.</summary>
public sealed class HealthTests(HealthProduct product) : IClassFixture<HealthProduct>
{
    [Fact]
    public async Task A_node_that_is_well_says_so_of_every_part()
    {
        var said = await product.Said(s => s.Contains("\"name\":\"journals\"", StringComparison.Ordinal));
        said.ShouldContain("\"status\":");
        foreach (var part in new[] { "store", "clock", "subscriptions", "journals" })
        {
            said.ShouldContain($"\"name\":\"{part}\"");
        }
    }

    [Theory]
    [InlineData("delete from crisis.mt_events where stream_id = '{0}' and version = {1}")]
    [InlineData(
        "update crisis.mt_events set type = 'never_heard_of', mt_dotnet_type = 'No.Such, Thing' where stream_id = '{0}' and version = {1}"
    )]
    [InlineData("update crisis.mt_events set data = '[]' where stream_id = '{0}' and version = {1}")]
    public async Task One_bad_row_takes_down_its_crisis_only_and_is_named(string spoil)
    {
        var vd = await product.As("vd");
        var (spoilt, sound) = (await vd.Declared(), await vd.Declared());
        var version = await vd.Version(spoilt);
        await vd.Write(spoilt);
        await vd.Write(spoilt);

        await product.Spoil(string.Format(null, spoil, spoilt, version + 1));

        // Whoever reads it after a start, and whoever had it in memory already.
        await using (var other = new Access.OtherNode(product))
        {
            await other.Read(StreamKinds.Crisis, spoilt);
        }

        await product.Said(s => s.Contains($"{spoilt} version {version + 1}", StringComparison.Ordinal));
        var board = await Eventually.Is(() => vd.Get($"/crises/{spoilt}/board"), b => b.Json["version"]?.GetValue<long>() == version);
        board.ShouldBe(HttpStatusCode.OK).Json["brokenAt"]!.GetValue<long>().ShouldBe(version + 1);
        var refused = await vd.Post($"/crises/{spoilt}/entries", new { text = "Mer" });
        refused.ShouldBe(HttpStatusCode.ServiceUnavailable).Problem.ShouldBe("platform.journal-broken");
        await vd.Write(sound);
        (await vd.Get("/crises?open=true")).ShouldBe(HttpStatusCode.OK);
        (await vd.Get($"/crises/{sound}/board")).Json["brokenAt"].ShouldBeNull();
        var later = await vd.Declared();
        await Eventually.Is(async () => (await vd.Get($"/notices?crisisId={later}&limit=200")).Json.AsArray().Count, n => n >= 9);
    }

    /// <summary>The last rows gone, with the head still saying how many there were.</summary>
    [Fact]
    public async Task A_journal_that_ends_before_its_head_is_broken_too()
    {
        var vd = await product.As("vd");
        var crisis = await vd.Declared();
        await vd.Write(crisis);
        var head = await vd.Version(crisis);
        // As Marten keeps the number of an append that failed: nothing is missing there.
        var failed = Fresh.Id();
        await product.Spoil(
            $"""
            insert into crisis.mt_streams (id, tenant_id, version) values ('{failed}', 'live', 0);
            insert into crisis.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
            values (nextval('crisis.mt_events_sequence'), gen_random_uuid(), '{failed}', 1, '[]', 'tombstone', now(), 'live')
            """
        );

        await product.Spoil($"delete from crisis.mt_events where stream_id = '{crisis}' and version = {head}");

        var said = await product.Said(s => s.Contains($"{crisis} version {head}: this version is missing", StringComparison.Ordinal));
        said.ShouldNotContain(failed.ToString());
    }

    [Fact]
    public async Task A_time_in_the_future_is_named_and_does_not_spread()
    {
        var vd = await product.As("vd");
        var (poisoned, sound) = (await vd.Declared(), await vd.Declared());

        await product.Spoil(
            $"update crisis.mt_events set timestamp = now() + interval '2 hours' where stream_id = '{poisoned}' "
                + $"and version = (select max(version) from crisis.mt_events where stream_id = '{poisoned}')"
        );

        await product.Said(s =>
            s.Contains($"{poisoned}", StringComparison.Ordinal) && s.Contains("ahead of time", StringComparison.Ordinal)
        );
        await vd.Write(sound);
        (
            await product.Scalar<double>(
                $"select extract(epoch from max(timestamp) - now())::float8 from crisis.mt_events where stream_id = '{sound}'"
            )
        ).ShouldBeLessThan(2);
    }

    [Fact]
    public async Task A_subscription_that_nobody_runs_is_named_with_the_age_of_what_it_has_not_handled()
    {
        await (await product.As("vd")).Declared();
        var source = product.Services.GetRequiredService<NpgsqlDataSource>();
        var check = new SubscriptionsHealth(source, [new EventFollower(new Nobody())], TimeProvider.System);
        var context = new HealthCheckContext { Registration = new("subscriptions", check, null, null) };

        var result = await Eventually.Is(
            () => check.CheckHealthAsync(context),
            r => r.Description!.Contains("unhandled event", StringComparison.Ordinal)
        );

        result.Status.ShouldBe(HealthStatus.Degraded);
        result.Description!.ShouldContain("nobody:All has no running owner");
    }

    private sealed class Nobody() : BatchSubscription("nobody")
    {
        public override Task ProcessEventsAsync(
            EventRange page,
            ISubscriptionController controller,
            IDocumentOperations operations,
            IMessageBus bus,
            CancellationToken cancellationToken
        ) => Task.CompletedTask;
    }
}

/// <summary>Its database is spoilt, so that it is nobody else's.</summary>
public sealed class HealthProduct : Product;
