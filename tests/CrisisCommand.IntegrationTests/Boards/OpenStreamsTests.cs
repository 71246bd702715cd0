using System.Net;
using System.Net.Sockets;
using System.Text;
using CrisisCommand.Access;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Boards;

/// <summary>The product with room for few streams.</summary>
public sealed class NarrowProduct : Product
{
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Streams:PerPerson", "3");
        host.UseSetting("Streams:PerAddress", "5");
        host.UseSetting("Streams:Connections", "1");
    }
}

/// <summary>However many streams somebody opens, others find room and the leader decides.</summary>
public class OpenStreamsTests(NarrowProduct product) : IClassFixture<NarrowProduct>
{
    private static readonly string[] Forms =
    [
        "/api/live/crises/{0}/board/stream",
        "/live/crises/{0}/stream",
        "/live/crises/{0}/moves",
        "/api/live/crises/{0}/board/stream",
        "/live/crises/{0}/moves",
    ];

    [Fact]
    public async Task A_person_has_so_many_streams_of_all_forms_together_and_an_address_so_many_of_all_persons()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        var (one, other) = (await Auditor(), await Auditor());
        var open = await Open(one, crisis, 3);

        await ShouldBeRefused(one, crisis);
        open.AddRange(await Open(other, crisis, 2));
        await ShouldBeRefused(other, crisis);

        // A place is free as soon as its stream is over, and what is no stream was never counted.
        open[0].Dispose();
        (await one.Get($"/crises/{crisis}/board")).ShouldBe(HttpStatusCode.OK);
        open.Add(await Eventually.Is(() => Try(one, crisis), stream => stream is not null) ?? throw new InvalidOperationException());
        await Leave(open, crisis, one);
    }

    /// <summary>Who is refused costs nothing: neither a look at the journal, nor a place in the queue of those who may.</summary>
    [Fact]
    public async Task What_one_more_stream_of_a_person_needs_is_known_and_what_a_decision_needs_is_nobody_elses()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var (known, unknown) = (await Auditor(), await Auditor());
        var open = await Open(known, crisis, 1);

        using (await product.Services.GetRequiredService<WatchersShare>().Take(default))
        {
            // All that watchers may take is taken. Whoever watches already needs none of it for another stream; a newcomer waits for it.
            open.Add((await Try(known, crisis)).ShouldNotBeNull());
            open.Add((await Try(known, crisis)).ShouldNotBeNull());
            var waits = unknown.Once.Get($"/crises/{crisis}/board/stream");
            (await vd.Post($"/crises/{crisis}/decisions", new { decision = "Utrym", motive = "Rök" })).ShouldBe(HttpStatusCode.Created);
            (await waits).ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        await Leave(open, crisis, known);
    }

    /// <summary>Sibling: a reader who does not read. What waits for it is bounded, and it is shown out.</summary>
    [Fact]
    public async Task Whoever_does_not_read_what_they_are_sent_is_shown_out()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var lazy = await Auditor();
        var reading = await Open(lazy, crisis, 2);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(product.Address.Host, product.Address.Port);
        var request =
            $"GET /api/live/crises/{crisis}/board/stream HTTP/1.1\r\nHost: {product.Address.Authority}\r\nAuthorization: Bearer {lazy.Token}\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        await Eventually.Is(() => Place(lazy, crisis), isFree => !isFree);

        var text = new string('x', CommittedText.MaxLength);
        await Eventually.Is(
            async () =>
            {
                (await vd.Post($"/crises/{crisis}/situation", new { text })).ShouldBe(HttpStatusCode.Created);
                (
                    await vd.Post(
                        $"/crises/{crisis}/decisions",
                        new
                        {
                            decision = text,
                            motive = text,
                            evenSo = true,
                        }
                    )
                ).ShouldBe(HttpStatusCode.Created);
                return await Place(lazy, crisis);
            },
            isFree => isFree
        );
        reading.ShouldAllBe(r => !r.Ended.IsCompleted);
        reading.ForEach(r => r.Dispose());
    }

    private Task<Caller> Auditor() => product.Newcomer("auditor", StandingRole.Auditor);

    private async Task<List<StreamReading>> Open(Caller who, Guid crisis, int count)
    {
        var open = new List<StreamReading>();
        foreach (var form in Forms.Take(count))
        {
            // What an earlier test has left may be on its way out still.
            var path = string.Format(null, form, crisis);
            open.Add((await Eventually.Is(() => StreamReading.TryOpen(who, product.Http, path), s => s is not null))!);
            await open[^1].Has("id: ");
        }

        return open;
    }

    private async Task ShouldBeRefused(Caller who, Guid crisis)
    {
        var reply = await who.Get($"/crises/{crisis}/board/stream");
        reply.ShouldBeRefused(HttpStatusCode.TooManyRequests, "platform.too-many-streams");
        int.Parse(reply.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBePositive();
    }

    private Task<StreamReading?> Try(Caller who, Guid crisis) => StreamReading.TryOpen(who, product.Http, $"/live/crises/{crisis}/moves");

    private async Task<bool> Place(Caller who, Guid crisis)
    {
        using var stream = await Try(who, crisis);
        return stream is not null;
    }

    /// <summary>Leaves the product as the next test expects it: with room.</summary>
    private async Task Leave(List<StreamReading> open, Guid crisis, Caller who)
    {
        open.ForEach(stream => stream.Dispose());
        var places = await Eventually.Is(() => Try(who, crisis), stream => stream is not null);
        places!.Dispose();
    }
}
