using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

public sealed class ReportTests(Product product, Browser browser)
{
    [Theory]
    [InlineData("live", true)]
    [InlineData("ovning", false)]
    public async Task The_report_is_read_and_printed_by_everybody(string realm, bool script)
    {
        var id = await Declared(realm);
        await using var window = await browser.As("vd", product.Address, Screen.Desk with { Script = script });
        await window.Page.GotoAsync($"/{realm}/crises/{id}/report");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Brand, Ekholmen 3");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Img)).ToHaveCountAsync(2);
        (await window.Page.TitleAsync()).StartsWith("ÖVNING", StringComparison.Ordinal).ShouldBe(realm != "live");
        if (script)
        {
            await window.ShouldBeFit();
        }

        await window.Picture($"report-{realm}", whole: true);
        window.Errors.ShouldBeEmpty();
        // Nothing of the navigation is printed.
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_style_sheet_is_let_in_by_the_policy()
    {
        var id = await Declared("live");
        await using var window = await browser.As("vd", product.Address);
        await window.Page.GotoAsync($"/live/crises/{id}/report");
        (await window.Page.Locator("table").First.EvaluateAsync<string>("t => getComputedStyle(t).borderCollapse")).ShouldBe("collapse");
        window.Errors.ShouldBeEmpty();
    }

    /// <summary>A short crisis in which there is something of everything that the report tells.</summary>
    private async Task<Guid> Declared(string realm)
    {
        var vd = await product.As("vd", realm);
        var report = new
        {
            kind = "fire",
            place = "Ekholmen 3",
            text = "Brand i trapphus",
        };
        var incident = (await Made(vd, "/incidents", report))["incidentId"]!.GetValue<Guid>();
        var crisis = new
        {
            kind = "fire",
            title = "Brand, Ekholmen 3",
            reason = "Fara för liv",
            evenSo = true,
            incidentIds = new[] { incident },
        };
        var path = $"/crises/{(await Made(vd, "/crises", crisis))["crisisId"]!.GetValue<Guid>()}";
        foreach (var (function, person) in new[] { ("crisis-leader", "vd"), ("documentation", "documentation") })
        {
            var staffed = await vd.Post($"{path}/functions/{function}/staffing", new { personId = person });
            staffed.ShouldBe(System.Net.HttpStatusCode.NoContent);
        }

        var situation = await Made(vd, $"{path}/situation", new { text = "Under kontroll, inte släckt" });
        var basis = new[] { situation["eventId"]!.GetValue<Guid>() };
        await Made(
            vd,
            $"{path}/decisions",
            new
            {
                decision = "Öppna mottagningsplats",
                motive = "Evakuerade behöver värme",
                basis,
            }
        );
        var task = (await Made(vd, $"{path}/tasks", new { text = "Ordna filtar", function = "people-support" }))[
            "taskId"
        ]!.GetValue<Guid>();
        (await vd.Post($"{path}/tasks/{task}/done", new { text = "På plats" })).ShouldBe(System.Net.HttpStatusCode.NoContent);
        await Made(vd, $"{path}/tasks", new { text = "Beställ sanering", function = "property-operations" });
        var entry = (await Made(vd, $"{path}/entries", new { text = "14 hushåll evakuerade", category = "contact" }))[
            "eventId"
        ]!.GetValue<Guid>();
        await Made(vd, $"{path}/entries/{entry}/correction", new { text = "12 hushåll evakuerade", why = "Hörde fel" });
        return Guid.Parse(path["/crises/".Length..]);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> Made(Caller caller, string path, object body) =>
        (await caller.Post(path, body)).ShouldBe(System.Net.HttpStatusCode.Created).Json;
}
