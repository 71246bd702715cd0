using System.Net;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>Outside crises one's rights are those of every adopted plan, whatever the organisation calls it.</summary>
public class PlannedRightsTests(Product product)
{
    private static readonly object Declare = new
    {
        kind = "fire",
        title = "Brand",
        reason = "Fara",
        evenSo = true,
    };

    [Fact]
    public async Task Whoever_leads_by_a_third_plan_has_a_leaders_rights_as_long_as_it_says_so()
    {
        var vd = await product.As("vd");
        var leader = await product.Newcomer("third-leader");
        var plan = $"/klo/plans/third-{Fresh.Id():N}";
        (await leader.Post("/crises", Declare)).ShouldBe(HttpStatusCode.Forbidden);
        (await leader.Get("/access")).Text.ShouldNotContain("adopt-plan");

        (await vd.Put(plan, PlanOf(leader.Person))).ShouldBe(HttpStatusCode.NoContent);

        (await leader.Get("/access")).Text.ShouldContain("adopt-plan");
        (await leader.Post("/crises", Declare)).ShouldBe(HttpStatusCode.Created);
        // Nor does an id that a plan names become a machine's.
        var operations = await product.As("operator");
        (await operations.Put($"/machines/{leader.Person}", new { name = "Larm" })).ShouldBe(HttpStatusCode.Conflict);

        (await vd.Put(plan, PlanOf("vd"))).ShouldBe(HttpStatusCode.NoContent);
        (await leader.Post("/crises", Declare)).ShouldBe(HttpStatusCode.Forbidden);
        (await leader.Get("/access")).Text.ShouldNotContain("adopt-plan");
    }

    private static object PlanOf(string leader) =>
        new
        {
            functions = new[]
            {
                new
                {
                    key = "crisis-leader",
                    name = "Ledare",
                    mandate = "Leder",
                    holder = leader,
                    deputies = Array.Empty<string>(),
                },
            },
        };
}
