using System.Net;
using System.Security.Cryptography;
using System.Text;
using CrisisCommand.Access;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>Floods and guesses end at a number, and nobody else waits for it.</summary>
public class LimitsTests(LimitedProduct product, UnlimitedProduct unlimited)
    : IClassFixture<LimitedProduct>,
        IClassFixture<UnlimitedProduct>
{
    private const int Burst = LimitedProduct.Burst;
    private const string Alarm = """{"source": "tib", "kind": "fire", "place": "Ekholmen 3", "text": "Rök"}""";

    private static int _address;

    [Fact]
    public async Task A_flood_of_alarms_is_told_to_come_back_and_another_sender_s_passes()
    {
        var (flooding, other) = (await product.NewMachine("flood"), await product.NewMachine("city"));

        var replies = await Task.WhenAll(Enumerable.Range(0, 3 * Burst).Select(_ => flooding.Post("/alarms", Alarm)));

        // Fewer where a busy machine had to be asked twice: that counts twice.
        replies.Count(r => r.Status == HttpStatusCode.Created).ShouldBeInRange(1, Burst);
        replies.Where(r => r.Status != HttpStatusCode.Created).ShouldAllBe(r => IsTooMany(r));
        (await other.Post("/alarms", Alarm)).ShouldBe(HttpStatusCode.Created);
    }

    /// <summary>A feed is as many alarms as are in it, and one larger than the burst is taken from whoever was quiet.</summary>
    [Fact]
    public async Task A_flood_in_feeds_is_told_to_come_back_too()
    {
        var (flooding, other) = (await product.NewMachine("feeds"), await product.NewMachine("city"));
        var (first, key) = (Feed(Burst + 5), Fresh.Id().ToString());
        (await flooding.PostBytes("/alarms", first, Alarms.CapMessage.MediaType, key)).ShouldBe(HttpStatusCode.Created);

        var second = await flooding.PostBytes("/alarms", Feed(Burst), Alarms.CapMessage.MediaType);

        second.ShouldBeRefused(HttpStatusCode.TooManyRequests, "platform.too-many");
        // As long as it takes to get room for all of them: eighteen, at one a minute.
        int.Parse(second.Header("Retry-After")!, null).ShouldBeInRange(900, 1080);
        (await flooding.Post("/alarms", Alarm)).ShouldBe(HttpStatusCode.Created);
        // Whose answer was lost sends again, and is answered: nothing is taken anew.
        (await flooding.PostBytes("/alarms", first, Alarms.CapMessage.MediaType, key)).Replayed.ShouldBeTrue();
        (await other.PostBytes("/alarms", Feed(Burst), Alarms.CapMessage.MediaType)).ShouldBe(HttpStatusCode.Created);
    }

    private static byte[] Feed(int alarms)
    {
        var entries = Enumerable
            .Range(0, alarms)
            .Select(_ => $"<entry><content type=\"text/xml\">{new Alarms.CapMessage().Xml}</content></entry>");
        return Encoding.UTF8.GetBytes($"<feed xmlns=\"http://www.w3.org/2005/Atom\">{string.Concat(entries)}</feed>");
    }

    [Fact]
    public async Task Whoever_opens_streams_without_end_is_told_to_come_back_and_others_watch()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var (restless, leader) = (await product.As("chief-of-staff"), vd);

        var statuses = new List<Reply>();
        for (var n = 0; n < 2 * Burst; n++)
        {
            statuses.Add(await restless.Get($"/crises/{crisis}/board/stream"));
        }

        statuses.Count(IsTooMany).ShouldBe(Burst);
        (await leader.Get($"/crises/{crisis}/board/stream")).Status.ShouldNotBe(HttpStatusCode.TooManyRequests);
        (await restless.Get($"/crises/{crisis}/board")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/svar/")]
    [InlineData("/kvittera/")]
    public async Task Guesses_at_links_end_while_links_that_we_sent_go_on(string way)
    {
        var address = NewAddress();
        var guesses = new List<Reply>();
        for (var n = 0; n < 2 * Burst; n++)
        {
            guesses.Add(await Ask($"{way}guess-{n}", address));
        }

        guesses.Count(IsTooMany).ShouldBe(Burst);
        guesses[0].ShouldBe(HttpStatusCode.NotFound);
        (await Ask($"{way}guess", NewAddress())).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Guesses_at_keys_end_while_the_right_key_goes_on_from_the_same_address()
    {
        var machine = await product.NewMachine("city");
        var key = await NewApiKey(machine);
        var address = NewAddress();
        (await Ask("/api/live/incidents", address, key)).ShouldBe(HttpStatusCode.OK);

        var guesses = new List<Reply>();
        for (var n = 0; n < 2 * Burst; n++)
        {
            guesses.Add(await Ask("/api/live/incidents", address, $"{machine.Person}.guess{n}"));
        }

        guesses.Count(IsTooMany).ShouldBe(Burst);
        guesses[0].ShouldBe(HttpStatusCode.Unauthorized);
        // From elsewhere too: the machine is the one that is guessed at.
        IsTooMany(await Ask("/api/live/incidents", NewAddress(), $"{machine.Person}.guess")).ShouldBeTrue();
        (await Ask("/api/live/incidents", address, key)).ShouldBe(HttpStatusCode.OK);
        (await Ask("/api/live/incidents", NewAddress(), "another-machine.guess")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Machines_that_there_are_not_are_guessed_at_no_longer()
    {
        var address = NewAddress();
        var guesses = new List<Reply>();
        for (var n = 0; n < 2 * Burst; n++)
        {
            guesses.Add(await Ask("/api/live/incidents", address, $"machine-{n}.guess"));
        }

        guesses.Count(IsTooMany).ShouldBe(Burst);
    }

    [Fact]
    public async Task Ways_to_sign_in_are_counted_by_address()
    {
        var address = NewAddress();
        var ways = new List<Reply>();
        for (var n = 0; n < 2 * Burst; n++)
        {
            ways.Add(await Ask($"/sign-in/callback?state={n}&code=x", address));
        }

        ways.Count(IsTooMany).ShouldBe(Burst);
        IsTooMany(await Ask("/sign-in", address)).ShouldBeTrue();
        IsTooMany(await Ask("/sign-in", NewAddress())).ShouldBeFalse();
    }

    /// <summary>What is held back above goes through where the limits are off: it is they that hold it.</summary>
    [Fact]
    public async Task Without_limits_all_of_it_goes_through()
    {
        var sender = await unlimited.NewMachine("flood");
        var alarms = await Task.WhenAll(Enumerable.Range(0, 2 * Burst).Select(_ => sender.Post("/alarms", Alarm)));
        alarms.ShouldAllBe(r => r.Status != HttpStatusCode.TooManyRequests);
        for (var n = 0; n < 2 * Burst; n++)
        {
            (await Ask($"/svar/guess-{n}", "192.0.2.1", other: unlimited)).ShouldBe(HttpStatusCode.NotFound);
            (await Ask("/api/live/incidents", "192.0.2.1", $"tib.guess{n}", unlimited)).ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    private static bool IsTooMany(Reply reply)
    {
        if (reply.Status != HttpStatusCode.TooManyRequests)
        {
            return false;
        }

        Probe.ShouldBeWorded(reply);
        reply.Problem.ShouldBe("platform.too-many");
        int.Parse(reply.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 120);
        return true;
    }

    /// <summary>Of a network kept for documentation (RFC 5737), another one each time.</summary>
    private static string NewAddress() => $"198.51.100.{Interlocked.Increment(ref _address)}";

    private async Task<string> NewApiKey(Caller machine)
    {
        var key = $"{machine.Person}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";
        await product.AppendTo(
            machine,
            "live",
            new MachineKeyIssued(new(machine.Person), new("a"), MachineKeyKind.ApiKey, Sha256.Of(Encoding.UTF8.GetBytes(key)))
        );
        return key;
    }

    private async Task<Reply> Ask(string path, string from, string? key = null, Product? other = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", from);
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"ApiKey {key}");
        }

        using var response = await (other ?? product).Http.SendAsync(request);
        return new Reply(response, await response.Content.ReadAsByteArrayAsync());
    }
}
