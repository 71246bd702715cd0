using CrisisCommand.IntegrationTests.Alarms;
using CrisisCommand.IntegrationTests.Crises;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Pages;

/// <summary>Whoever looks at an incident sees that somebody else speaks of its alarm.</summary>
public class ConflictPageTests(Product product)
{
    private const string Mark = "Motstridiga uppgifter";

    [Fact]
    public async Task A_claim_is_marked_on_the_incident_among_the_open_ones_and_on_the_wall()
    {
        var (tib, vd, other) = (await product.As("tib"), await product.As("vd"), await product.Newcomer("employee"));
        var alarm = new CapMessage();
        var incident = await alarm.Take(tib);
        var crisis = await vd.DeclareCrisis(Guid.Parse(incident));
        using var browsing = await Browsing.As("vd", product);
        (await Page(browsing, $"/live/incidents/{incident}")).ShouldNotContain(Mark);

        var claim = (await alarm.Cancel().Post(other)).Json;

        var page = await Page(browsing, $"/live/incidents/{incident}");
        page.ShouldContain(Mark);
        page.ShouldContain($"/live/incidents/{claim["incidentId"]}");
        (await Page(browsing, "/live")).ShouldContain(Mark);
        await Eventually.Is(() => Page(browsing, $"/live/crises/{crisis}"), wall => wall.Contains(Mark, StringComparison.Ordinal));
    }

    private static async Task<string> Page(Browsing browsing, string path) =>
        System.Net.WebUtility.HtmlDecode(await (await browsing.Get(path)).EnsureSuccessStatusCode().Content.ReadAsStringAsync());
}
