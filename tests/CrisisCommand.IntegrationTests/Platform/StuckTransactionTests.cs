using System.Diagnostics;
using System.Net;
using CrisisCommand.Platform.Texts;
using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>A transaction that stands still with a number of the journal drawn: messages go on without it, and it is not lost when it comes.</summary>
public sealed class StuckTransactionTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Forever = TimeSpan.FromHours(1);

    /// <summary>Quiet enough that nothing would have gone on by then.</summary>
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task Messages_go_round_a_stuck_transaction_and_its_own_go_out_when_it_commits()
    {
        await using var product = new StuckProduct();
        await product.InitializeAsync();
        var pattern = await product.Declared();
        await product.Told(pattern);

        await using var stuck = await Stuck.Begin(product, pattern);
        var since = Stopwatch.GetTimestamp();
        await product.Told(await product.Declared());
        output.WriteLine($"messages go on {Stopwatch.GetElapsedTime(since).TotalSeconds:F1} s after a transaction stands still");
        await product.Told(await product.Declared());
        (await product.Notices(stuck.Crisis)).ShouldBe(0);

        await stuck.Commit();
        since = Stopwatch.GetTimestamp();
        await product.Told(stuck.Crisis);
        output.WriteLine($"its own go out {Stopwatch.GetElapsedTime(since).TotalSeconds:F1} s after it commits");
        // What comes late comes once: as many as in the crisis that it is a copy of.
        await product.Told(await product.Declared());
        (await product.Notices(stuck.Crisis)).ShouldBe(await product.Notices(pattern));
    }

    /// <summary>What is undone after all leaves nothing behind, and stops nobody.</summary>
    [Fact]
    public async Task A_stuck_transaction_that_is_undone_is_passed_for_good()
    {
        await using var product = new StuckProduct();
        await product.InitializeAsync();
        var pattern = await product.Declared();
        await product.Told(pattern);

        var stuck = await Stuck.Begin(product, pattern);
        await product.Told(await product.Declared());
        await stuck.DisposeAsync();

        await product.Told(await product.Declared());
        (await product.Notices(stuck.Crisis)).ShouldBe(0);
    }

    /// <summary>The control: without passing it, nobody is told anything for as long as it stands.</summary>
    [Fact]
    public async Task Without_going_round_nobody_is_told_until_it_ends()
    {
        await using var product = new StuckProduct(passAfter: Forever);
        await product.InitializeAsync();
        var pattern = await product.Declared();
        await product.Told(pattern);

        await using var stuck = await Stuck.Begin(product, pattern);
        var other = await product.Declared();
        await TimePasses.For(AWhile);
        (await product.Notices(other)).ShouldBe(0);

        await stuck.Commit();
        await product.Told(other);
        await product.Told(stuck.Crisis);
    }

    /// <summary>The control: passing it without looking for what comes late loses it.</summary>
    [Fact]
    public async Task Without_looking_back_what_comes_late_is_lost()
    {
        await using var product = new StuckProduct(lookBack: TimeSpan.Zero);
        await product.InitializeAsync();
        var pattern = await product.Declared();
        await product.Told(pattern);

        await using var stuck = await Stuck.Begin(product, pattern);
        await product.Told(await product.Declared());
        await stuck.Commit();
        await product.Told(await product.Declared());

        await TimePasses.For(AWhile);
        (await product.Notices(stuck.Crisis)).ShouldBe(0);
    }

    /// <summary>Our own sessions are ended by the server when they stand still: a node that hangs holds nothing for long.</summary>
    [Fact]
    public async Task The_server_ends_what_a_session_of_ours_leaves_standing()
    {
        await using var product = new StuckProduct();
        await product.InitializeAsync();
        var source = (NpgsqlDataSource)product.Services.GetService(typeof(NpgsqlDataSource))!;
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var write = new NpgsqlCommand("select nextval('crisis.mt_events_sequence')", connection))
        {
            await write.ExecuteScalarAsync();
        }

        var sessions = $"select count(*) from pg_stat_activity where pid = {connection.ProcessID}";
        await Eventually.So(async () => await product.Scalar<long>(sessions) == 0, "the session stands");

        await Should.ThrowAsync<NpgsqlException>(() => transaction.CommitAsync());
        await product.Told(await product.Declared());
    }
}

/// <summary>A product of one test's own: a stuck transaction is everybody's.</summary>
internal sealed class StuckProduct(TimeSpan? passAfter = null, TimeSpan? lookBack = null) : Product
{
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        if (passAfter is { } pass)
        {
            host.UseSetting("Gaps:PassAfter", pass.ToString());
        }

        if (lookBack is { } every)
        {
            host.UseSetting("Gaps:Every", every.ToString());
        }
    }

    public async Task<Guid> Declared()
    {
        var vd = await As("vd");
        // Under load a command may be answered 503; the same key makes one crisis of it, however often it is sent.
        var key = Fresh.Id().ToString();
        var declared = await Eventually.Is(
            () => vd.Post("/crises", """{"kind":"fire","title":"Brand","reason":"Rök","evenSo":true}""", key),
            r => r.Status == HttpStatusCode.Created
        );
        return declared.Json["crisisId"]!.GetValue<Guid>();
    }

    public async Task<int> Notices(Guid crisis) =>
        (
            await Eventually.Is(
                async () => await (await As("vd")).Get($"/notices?crisisId={crisis}&limit=200"),
                r => r.Status == HttpStatusCode.OK
            )
        )
            .Json.AsArray()
            .Count;

    /// <summary>Waits until the nine who are summoned have a message each.</summary>
    public Task Told(Guid crisis) => Eventually.Is(() => Notices(crisis), n => n >= 9);
}

/// <summary>A session of somebody else's, without our limits: it has copied a crisis to another id, and neither commits nor goes away.</summary>
internal sealed class Stuck(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid crisis) : IAsyncDisposable
{
    public Guid Crisis => crisis;

    public static async Task<Stuck> Begin(Product product, Guid pattern)
    {
        var connection = new NpgsqlConnection(product.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        var crisis = Fresh.Id();
        await using var copy = new NpgsqlCommand(
            $"""
            insert into crisis.mt_streams
            select (jsonb_populate_record(s, jsonb_build_object('id', '{crisis}'))).* from crisis.mt_streams s where id = '{pattern}';
            insert into crisis.mt_events
            select (jsonb_populate_record(e, jsonb_build_object(
                'seq_id', nextval('crisis.mt_events_sequence'), 'id', gen_random_uuid(), 'stream_id', '{crisis}'))).*
            from crisis.mt_events e where stream_id = '{pattern}' order by version;
            """,
            connection
        );
        await copy.ExecuteNonQueryAsync();
        return new(connection, transaction, crisis);
    }

    public Task Commit() => transaction.CommitAsync();

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
