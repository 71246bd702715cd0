using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using CrisisCommand.IntegrationTests.Pages;
using CrisisCommand.IntegrationTests.Platform;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>Keys in wrong hands serve nobody from the rotation on, on any node; what must outlive it does.</summary>
public class KeyRotationTests(LonelyProduct product) : IClassFixture<LonelyProduct>
{
    [Fact]
    public async Task A_rotation_ends_sessions_and_links_on_every_node_and_machines_go_on()
    {
        await using var second = new SecondNode(product);
        await second.InitializeAsync();
        using var browsing = await Browsing.As("vd", product);
        var (kept, link) = (browsing.Cookie, Links(product).Seal("summons", new(Realm.Live, Fresh.Id(), 1, DateTimeOffset.MaxValue)));
        var (machine, secret) = await SigningMachine();
        foreach (var node in new Product[] { product, second })
        {
            await Eventually.Is(() => Browsing.With(kept, node), s => s == HttpStatusCode.OK);
            Links(node).Open("summons", link).ShouldNotBeNull();
        }

        (await (await product.As("vd")).Post("/keys/rotation", new { why = "Nej" })).ShouldBe(HttpStatusCode.Forbidden);
        var rotated = await (await product.As("operator")).Post("/keys/rotation", new { why = "Bärbar dator stulen" });
        rotated.ShouldBe(HttpStatusCode.NoContent);

        (await Browsing.With(kept, product)).ShouldBe(HttpStatusCode.Redirect);
        Links(product).Open("summons", link).ShouldBeNull();
        await Eventually.Is(() => Browsing.With(kept, second), s => s == HttpStatusCode.Redirect);
        await Eventually.Is(() => Task.FromResult(Links(second).Open("summons", link)), opened => opened is null);
        (await Signed(machine, secret, product)).ShouldBe(HttpStatusCode.Created);
        (await Signed(machine, secret, second)).ShouldBe(HttpStatusCode.Created);

        // What is sealed from here on is opened everywhere, also after a restart; what was sealed before is not.
        using var again = await Browsing.As("vd", product);
        await Eventually.Is(() => Browsing.With(again.Cookie, second), s => s == HttpStatusCode.OK);
        await product.Restart();
        (await Browsing.With(again.Cookie, product)).ShouldBe(HttpStatusCode.OK);
        (await Browsing.With(kept, product)).ShouldBe(HttpStatusCode.Redirect);
        (await Signed(machine, secret, product)).ShouldBe(HttpStatusCode.Created);
    }

    /// <summary>The journal that knew of the rotation is gone, the setting that stands outside it is not.</summary>
    [Fact]
    public async Task What_a_restored_dump_brings_back_does_not_come_back_into_use()
    {
        using var browsing = await Browsing.As("vd", product);
        var kept = browsing.Cookie;
        await using (var asRestored = new SecondNode(product))
        {
            await asRestored.InitializeAsync();
            // The control: without the setting it does.
            await Eventually.Is(() => Browsing.With(kept, asRestored), s => s == HttpStatusCode.OK);
        }

        await using var restored = new NodeSince(product, TimeProvider.System.GetUtcNow());
        await restored.InitializeAsync();
        (await Browsing.With(kept, restored)).ShouldBe(HttpStatusCode.Redirect);

        await using var otherwiseWrapped = new NodeBy(product, Path.Combine(Path.GetTempPath(), $"crisiscommand-{Fresh.Id():N}.pem"));
        await otherwiseWrapped.InitializeAsync();
        (await Browsing.With(kept, otherwiseWrapped)).ShouldBe(HttpStatusCode.Redirect);
        using var anew = await Browsing.As("vd", otherwiseWrapped);
        (await anew.Get("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static SignedLinks Links(Product node) => node.Services.GetRequiredService<SignedLinks>();

    private async Task<(Caller Machine, string Secret)> SigningMachine()
    {
        var machine = await product.NewMachine("city");
        var secret = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var issue = new
        {
            name = "sign",
            kind = "webhook",
            secret,
        };
        (await (await product.As("operator")).Post($"/machines/{machine.Person}/keys", issue)).ShouldBe(HttpStatusCode.NoContent);
        return (machine, secret);
    }

    private static async Task<HttpStatusCode> Signed(Caller machine, string secret, Product node)
    {
        const string body = """{"source": "tib", "kind": "fire", "place": "Ekholmen 3", "text": "Rök"}""";
        var (id, now) = ($"msg_{Fresh.Id():N}", TimeProvider.System.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/live/alarms?sender={machine.Person}");
        request.Headers.Add(StandardWebhooks.IdHeader, id);
        request.Headers.Add(StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardWebhooks.SignatureHeader, StandardWebhooks.Of(secret)!.Sign(id, now, Encoding.UTF8.GetBytes(body)));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await node.Http.SendAsync(request);
        return response.StatusCode;
    }

    private sealed class NodeSince(Product first, DateTimeOffset notBefore) : Product
    {
        protected override void Configure(IWebHostBuilder host)
        {
            base.Configure(host);
            host.UseSetting("ConnectionStrings:CrisisCommand", first.ConnectionString);
            host.UseSetting("Keys:NotBefore", notBefore.ToString("O"));
        }
    }

    private sealed class NodeBy(Product first, string certificate) : Product
    {
        protected override void Configure(IWebHostBuilder host)
        {
            base.Configure(host);
            host.UseSetting("ConnectionStrings:CrisisCommand", first.ConnectionString);
            host.UseSetting("Keys:Certificate", certificate);
        }
    }
}
