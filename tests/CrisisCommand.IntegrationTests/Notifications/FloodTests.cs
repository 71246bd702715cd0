using System.Diagnostics;
using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>The product as it was before alarms were folded: the control.</summary>
public sealed class UnfoldedProduct : FloodProduct
{
    protected override (string, string)[] Limits =>
        [("AtOnce", "1000000"), ("PerSender", "1000000"), ("PerPerson", "1000000"), ("InAll", "1000000")];
}

/// <summary>Bounds so low that a flood reaches them.</summary>
public sealed class BoundedProduct : FloodProduct
{
    protected override (string, string)[] Limits =>
        [("AtOnce", "1"), ("Intervals:0", "00:00:01"), ("Intervals:1", "00:00:01"), ("PerSender", "2")];
}

/// <summary>Thousands of alarms are a handful of messages, and nobody else waits for them. CRISISCOMMAND_FLOOD says how many.</summary>
[Collection(Crash.Alone.Name)]
public class FloodTests(ITestOutputHelper output)
{
    private static readonly int Size = int.TryParse(Environment.GetEnvironmentVariable("CRISISCOMMAND_FLOOD"), out var given) ? given : 100;

    [Fact]
    public async Task A_flood_is_one_message_and_lines_that_count_it_whole_and_others_go_first()
    {
        await using var product = new FloodProduct();
        await ((IAsyncLifetime)product).InitializeAsync();

        var (other, summons) = await Measured(product);

        var told = await Whole(product);
        output.WriteLine($"{Size} alarms: {told.Count} messages to one person; another's after {other}, a summons after {summons}");
        told.AlarmsTold().ShouldBe(Size + 1);
        told.Count.ShouldBeLessThanOrEqualTo(8);
        told.Where(m => m.Text.Contains("larm från")).ShouldAllBe(m => m.Text.Contains("Listan: https://kris.bostad.example/live"));
        // On a quiet machine a second; what is pinned is that it is not the flood that they wait for.
        other.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        summons.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        // What was held back is on record in some hundred facts at most, not in a stream for each alarm.
        var notices = await product.Scalar<long>("select count(*) from crisis.mt_doc_noticeview where data->>'ofAlarms' = 'true'");
        notices.ShouldBeLessThanOrEqualTo(8);
    }

    /// <summary>The control: the same flood with the folding off is as many messages as alarms.</summary>
    [Fact]
    public async Task Unfolded_it_is_as_many_messages_as_alarms()
    {
        await using var product = new UnfoldedProduct();
        await ((IAsyncLifetime)product).InitializeAsync();

        var (other, summons) = await Measured(product);

        var told = await Whole(product);
        output.WriteLine($"{Size} alarms: {told.Count} messages to one person; another's after {other}, a summons after {summons}");
        told.Count.ShouldBe(Size + 1);
    }

    [Fact]
    public async Task A_bound_counts_on_tells_the_operator_once_and_the_list_says_what_waits()
    {
        await using var product = new BoundedProduct();
        await ((IAsyncLifetime)product).InitializeAsync();
        var (tib, op) = (await product.As("tib"), await product.As("operator"));

        // One alone, and a summary: with that the two messages of the hour are out.
        await tib.Flood(5);
        await Eventually.Is(() => Task.FromResult(product.Gateway.To(FloodProduct.Jour).OfAlarms().Count), n => n == 2);
        for (var seen = 10; seen <= 20; seen += 5)
        {
            await tib.Flood(5);
            await Eventually.Is(async () => product.Gateway.To(FloodProduct.Jour).AlarmsTold() + await Held(op), n => n == seen);
        }

        await Eventually.Is(
            () => Task.FromResult(string.Join('\n', product.Gateway.To(FloodProduct.Operator).Select(m => m.Text))),
            texts => texts.Contains("har nått gränsen 2 meddelanden i timmen")
        );
        product.Gateway.To(FloodProduct.Operator).Count(m => m.Text.Contains("har nått gränsen")).ShouldBe(1);
        var held = (await op.Get("/notices/held")).ShouldBe(HttpStatusCode.OK).Json.AsArray().Single()!;
        (held["sender"]!.GetValue<string>(), held["person"]!.GetValue<string>()).ShouldBe(("tib", "jour"));
        held["bound"]!.GetValue<string>().ShouldBe("sender");
        (await op.Get("/notices?limit=200")).Json.AsArray().ShouldContain(n => n!["purpose"]!.GetValue<string>() == "message-bound");
        product.Gateway.To(FloodProduct.Jour).OfAlarms().Count.ShouldBe(2);
        // Another sender is not held back by it.
        await (await product.As("vd")).Alarm("fire", "Storholmen 12");
        await Eventually.Is(
            () => Task.FromResult(product.Gateway.To(FloodProduct.Jour)),
            m => m.Any(s => s.Text.Contains("Storholmen 12"))
        );
        (await (await product.As("tib")).Get("/notices/held")).ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<int> Held(Caller reader) =>
        (await reader.Get("/notices/held")).ShouldBe(HttpStatusCode.OK).Json.AsArray().Sum(h => h!["held"]!.GetValue<int>());

    /// <summary>In the midst of a flood: how long until another sender's alarm, and a summons, are with the gateway.</summary>
    private static async Task<(TimeSpan Other, TimeSpan Summons)> Measured(FloodProduct product)
    {
        var (tib, vd) = (await product.As("tib"), await product.As("vd"));
        var flood = tib.Flood(Size);
        var began = Stopwatch.GetTimestamp();
        await Until(async () => await product.Scalar<long>("select count(*) from crisis.mt_doc_incidentview") > Size / 2, began);
        var since = Stopwatch.GetTimestamp();
        await vd.Alarm("explosion", "Storholmen 12");
        var crisis = vd.DeclareCrisis();
        var other = Until(() => Task.FromResult(product.Gateway.To(FloodProduct.Jour).Any(m => m.Text.Contains("Storholmen 12"))), since);
        var summons = Until(() => Task.FromResult(product.Gateway.To(FloodProduct.Vd).Any(m => m.Text.Contains("kallas in"))), since);
        await Task.WhenAll(flood, crisis, other, summons);
        return (await other, await summons);
    }

    private static async Task<IReadOnlyList<Sent>> Whole(FloodProduct product)
    {
        var began = Stopwatch.GetTimestamp();
        await Until(() => Task.FromResult(product.Gateway.To(FloodProduct.Jour).AlarmsTold() >= Size + 1), began);
        return product.Gateway.To(FloodProduct.Jour).OfAlarms();
    }

    /// <summary>Also on a machine that has much else to do.</summary>
    private static async Task<TimeSpan> Until(Func<Task<bool>> so, long since)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!await so() && Stopwatch.GetElapsedTime(since) < TimeSpan.FromMinutes(5))
        {
            await timer.WaitForNextTickAsync();
        }

        return Stopwatch.GetElapsedTime(since);
    }
}
