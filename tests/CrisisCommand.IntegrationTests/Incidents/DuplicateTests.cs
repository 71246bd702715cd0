using System.Net;
using CrisisCommand.IntegrationTests.Crises;

namespace CrisisCommand.IntegrationTests.Incidents;

/// <summary>One incident that came in twice: a person says so, and takes it back.</summary>
public class DuplicateTests(Product product)
{
    [Fact]
    public async Task Both_stay_and_each_leads_to_the_other_until_it_is_taken_back()
    {
        var jour = await product.As("jour");
        var (one, other) = (await jour.ReportIncident(), await jour.ReportIncident("Brandlarm i samma trapphus"));
        for (var i = 0; i < 2; i++)
        {
            (await jour.Post($"/incidents/{one}/duplicate", new { of = other })).ShouldBe(HttpStatusCode.NoContent);
        }

        var (marked, original) = ((await jour.Get($"/incidents/{one}")).Json, (await jour.Get($"/incidents/{other}")).Json);
        (marked["duplicateOf"]!.GetValue<Guid>(), marked["open"]!.GetValue<bool>()).ShouldBe((other, true));
        original["duplicates"]!.AsArray().ShouldHaveSingleItem()!.GetValue<Guid>().ShouldBe(one);
        var refused = await jour.Post($"/incidents/{other}/duplicate", new { of = one });
        refused.ShouldBeRefused(HttpStatusCode.Conflict, "incidents.duplicate-of-duplicate", "#/of");
        refused.Json["of"]!.GetValue<Guid>().ShouldBe(other);

        (await jour.Delete($"/incidents/{one}/duplicate", new { why = "Det är grannhuset" })).ShouldBe(HttpStatusCode.NoContent);
        (await jour.Get($"/incidents/{one}")).Json["duplicateOf"].ShouldBeNull();
        (await jour.Get($"/incidents/{other}")).Json["duplicates"]!.AsArray().ShouldBeEmpty();
        (await jour.Delete($"/incidents/{one}/duplicate", new { why = "En gång till" })).ShouldBeRefused(
            HttpStatusCode.NotFound,
            "incidents.no-duplicate"
        );
    }

    [Fact]
    public async Task Only_who_handles_incidents_says_so()
    {
        var (jour, tib) = (await product.As("jour"), await product.As("tib"));
        var (one, other) = (await jour.ReportIncident(), await jour.ReportIncident());
        (await tib.Post($"/incidents/{one}/duplicate", new { of = other })).ShouldBe(HttpStatusCode.Forbidden);
        (await jour.Post($"/incidents/{one}/duplicate", new { of = Fresh.Id() })).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "incidents.unknown-original",
            "#/of"
        );
    }
}
