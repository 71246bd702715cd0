using System.Net;
using System.Text.Json.Nodes;

namespace CrisisCommand.IntegrationTests.Crises;

/// <summary>A crisis that never should have been is taken back, and stays readable.</summary>
public class AnnulmentTests(Product product)
{
    private static readonly object Why = new { why = "Det var en övning på fel plats" };

    [Fact]
    public async Task It_ends_at_once_frees_its_incidents_and_stays_readable()
    {
        var (jour, writer) = (await product.As("jour"), await product.As("documentation"));
        var place = $"Prästgatan {Fresh.Id()}";
        var reported = await jour.Post(
            "/incidents",
            new
            {
                kind = "fire",
                place,
                text = "Rök",
            }
        );
        var incident = reported.ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();
        var crisis = await jour.DeclareCrisis(incident);
        await writer.Staff(crisis, "documentation", "documentation");

        var key = $"{Fresh.Id()}";
        for (var i = 0; i < 2; i++)
        {
            (await jour.Post($"/crises/{crisis}/annulment", Why, key)).ShouldBe(HttpStatusCode.NoContent);
        }

        (await jour.Post($"/crises/{crisis}/annulment", Why)).ShouldBeRefused(HttpStatusCode.Conflict, "crises.already-annulled");
        var shown = await jour.Crisis(crisis);
        shown["status"]!.GetValue<string>().ShouldBe("annulled");
        (shown["annulment"]!["by"]!.GetValue<string>(), shown["annulment"]!["why"]!.GetValue<string>()).ShouldBe(
            ("jour", "Det var en övning på fel plats")
        );
        shown["incidents"]!.AsArray().ShouldBeEmpty();
        (await jour.Get($"/incidents/{incident}")).Json["crises"]!.AsArray().ShouldBeEmpty();
        (await jour.Get("/crises?open=true&limit=100")).Json.AsArray().ShouldNotContain(c => Id(c!) == crisis);
        (await jour.Get("/crises?open=false&limit=100")).Json.AsArray().Single(c => Id(c!) == crisis)!["status"]!
            .GetValue<string>()
            .ShouldBe("annulled");
        // It was no crisis: another from the same incident is none that was declared already.
        (await jour.Post("/crises", Again(incident))).ShouldBe(HttpStatusCode.Created);
        (await writer.Get($"/crises/{crisis}/board")).Json["status"]!.GetValue<string>().ShouldBe("annulled");
        (await writer.Get($"/crises/{crisis}/after-action")).Json["crisis"]!["status"]!.GetValue<string>().ShouldBe("annulled");
    }

    [Fact]
    public async Task Nobody_does_it_who_neither_declared_nor_leads_it()
    {
        var (vd, stranger) = (await product.As("vd"), await product.Newcomer("kim"));
        var crisis = await vd.DeclareCrisis();
        (await stranger.Post($"/crises/{crisis}/annulment", Why)).ShouldBe(HttpStatusCode.NotFound);
        foreach (var insider in new[] { "documentation", "jour", "vd-1" })
        {
            var caller = await product.As(insider);
            (await caller.Post($"/crises/{crisis}/annulment", Why)).ShouldBeRefused(HttpStatusCode.Forbidden, "access.not-permitted");
        }

        (await (await product.As("operator")).Post($"/crises/{crisis}/annulment", Why)).ShouldBe(HttpStatusCode.Forbidden);
        (await vd.Crisis(crisis))["status"]!.GetValue<string>().ShouldBe("open");
    }

    private static Guid Id(JsonNode crisis) => crisis["crisisId"]!.GetValue<Guid>();

    private static object Again(Guid incident) =>
        new
        {
            kind = "fire",
            title = $"Ny bedömning {Fresh.Id()}",
            reason = "Det brinner ändå",
            incidentIds = new[] { incident },
        };
}
