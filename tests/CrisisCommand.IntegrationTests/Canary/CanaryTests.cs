using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrisisCommand.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace CrisisCommand.IntegrationTests.Canary;

/// <summary>The product with one feature more, whose right the leader has.</summary>
public sealed class CanaryProduct : Product
{
    private readonly string _access = Path.GetTempFileName();

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        using var stream = typeof(AccessPolicy).Assembly.GetManifestResourceStream("CrisisCommand.Access.access.json")!;
        var access = JsonNode.Parse(stream, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })!;
        access["leader"]!.AsArray().Add("ring-canary");
        File.WriteAllText(_access, access.ToJsonString());
        host.UseSetting("Access:File", _access);
        host.ConfigureTestServices(s => s.AddCanary());
    }
}

/// <summary>Adding a feature touches its own files and access.json: this one is registered, guarded, stored, worded and shown as any other.</summary>
public class CanaryTests(CanaryProduct product) : IClassFixture<CanaryProduct>
{
    private static readonly object Song = new { song = "Kvitter" };

    [Fact]
    public async Task A_feature_of_other_files_is_one_of_the_house()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var path = $"/crises/{crisis}/canary";
        var refused = await (await product.As("auditor")).Post(path, Song);
        refused.ShouldBeRefused(HttpStatusCode.Forbidden, "access.not-permitted");

        (await vd.Post(path, Song, "canary-1")).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Post(path, Song, "canary-1")).ShouldBe(HttpStatusCode.NoContent).Header("Idempotency-Replayed").ShouldBe("true");
        var again = await vd.Post(path, Song);

        again.ShouldBeRefused(HttpStatusCode.Conflict, "canary.rung-already");
        again.Json["detail"]!.GetValue<string>().ShouldBe("Kanariefågeln har sjungit redan.");
        (await product.Scalar<long>("select count(*) from crisis.mt_events where type = 'canary_rung'")).ShouldBe(1);
        (await vd.Get($"/crises/{crisis}/timeline")).Text.ShouldContain("Kanariefågeln sjöng: Kvitter");
        (await vd.Get($"/crises/{crisis}/board")).Text.ShouldContain("Kanariefågeln sjöng: Kvitter");
        (await vd.Get($"/crises/{crisis}/timeline", ("Accept-Language", "en"))).Text.ShouldContain("The canary sang: Kvitter");
        (await vd.Get($"/crises/{crisis}/me")).Text.ShouldContain("\"ring-canary\"");
    }
}
