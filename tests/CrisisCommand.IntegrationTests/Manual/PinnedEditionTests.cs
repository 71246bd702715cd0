using System.Net;
using CrisisCommand.Platform.Texts;
using Microsoft.AspNetCore.Hosting;

namespace CrisisCommand.IntegrationTests.Manual;

/// <summary>A crisis is worked by the edition that it was declared under, whatever lies in the folder later. A database of its own.</summary>
public class PinnedEditionTests
{
    private const string General = """
        ---
        title: Grund
        number: 1
        kinds: all
        revised: 2026-11-24
        ---

        ## crisis-leader

        ### Omedelbart

        - [ ] (ring-112) Ring 112.

        """;

    [Fact]
    public async Task The_pinned_edition_stays_when_a_node_starts_with_another()
    {
        await using var product = new ProductWithManual();
        await product.InitializeAsync();
        var vd = await product.As("vd");
        var before = await vd.DeclareCrisis();
        (await vd.Post($"/crises/{before}/manual/brand/brytpunkt/done")).ShouldBe(HttpStatusCode.NoContent);
        var pinned = Version((await vd.Get($"/crises/{before}/manual")).Json);
        Version((await vd.Get("/manual")).Json).ShouldBe(pinned);

        product.Write("grund.md", General);
        await product.Restart();
        vd = await product.As("vd");

        var inForce = Version((await vd.Get("/manual")).Json);
        inForce.ShouldNotBe(pinned);
        var still = (await vd.Get($"/crises/{before}/manual")).ShouldBe(HttpStatusCode.OK).Json;
        Version(still).ShouldBe(pinned);
        still["cards"]!.AsArray().Select(c => c!["card"]!.GetValue<string>()).ShouldBe(["forsta-30-minuterna", "brand"]);
        (await vd.Post($"/crises/{before}/manual/brand/avsparrning/done")).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Post($"/crises/{before}/manual/grund/ring-112/done")).ShouldBeRefused(HttpStatusCode.NotFound, "manual.unknown-card");
        WebUtility.HtmlDecode((await vd.Get($"/crises/{before}/manual/print")).Text).ShouldContain("Kort 2: Brand");

        var after = await vd.DeclareCrisis();
        Version((await vd.Get($"/crises/{after}/manual")).Json).ShouldBe(inForce);
        (await vd.Post($"/crises/{after}/manual/grund/ring-112/done")).ShouldBe(HttpStatusCode.NoContent);
        (await product.Scalar<long>("select count(*) from crisis.mt_doc_keptedition")).ShouldBe(4, "two editions in two realms");

        await product.Restart();
        (await product.Scalar<long>("select count(*) from crisis.mt_doc_keptedition")).ShouldBe(4, "kept once");
    }

    [Fact]
    public async Task A_manual_that_cannot_be_used_stops_the_start()
    {
        await using var product = new ProductWithManual();
        product.Write("grund.md", General.Replace("### Omedelbart", "### Snart"));
        var stopped = await Should.ThrowAsync<Exception>(product.InitializeAsync().AsTask());
        stopped.ToString().ShouldContain("grund.md:10: 'Snart' is no horizon");
    }

    private static string Version(System.Text.Json.Nodes.JsonNode read) => read["version"]!.GetValue<string>();

    /// <summary>Started with the built-in manual until files are written.</summary>
    private sealed class ProductWithManual : Product, IAsyncDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("manual");
        private bool _written;

        public void Write(string name, string text)
        {
            File.WriteAllText(Path.Combine(_folder.FullName, name), text);
            _written = true;
        }

        protected override void Configure(IWebHostBuilder host)
        {
            base.Configure(host);
            if (_written)
            {
                host.UseSetting("Manual:Folder", _folder.FullName);
            }
        }

        async ValueTask IAsyncDisposable.DisposeAsync()
        {
            _folder.Delete(recursive: true);
            await base.DisposeAsync();
        }
    }
}
