using System.Net;
using CrisisCommand.Platform.Texts;
using Microsoft.AspNetCore.Hosting;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>The product without an organisation, and with one operator.</summary>
public sealed class EmptyProduct : Product
{
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("CrisisCommand:Seed", "false");
        host.UseSetting("Access:FirstOperator", "operator");
    }
}

/// <summary>The first day: one operator sets the organisation up alone, does not become its CEO, and has no say in who leads from then on.</summary>
public class FirstDayTests(EmptyProduct product) : IClassFixture<EmptyProduct>
{
    private static readonly object Declare = new
    {
        kind = "fire",
        title = "Brand",
        reason = "Fara",
        evenSo = true,
    };

    [Fact]
    public async Task The_operator_sets_the_organisation_up_and_leads_nothing()
    {
        var operations = await product.As("operator");
        foreach (var person in new[] { "vd", "vd-1", "staff-1" })
        {
            (await operations.Put($"/persons/{person}", new { name = person })).ShouldBe(HttpStatusCode.NoContent);
        }

        var vd = await product.As("vd");
        (await vd.Put("/klo/plans/normal", PlanOf("vd"))).ShouldBe(HttpStatusCode.Forbidden);
        (await operations.Put("/klo/plans/wartime", PlanOf("vd"))).ShouldBe(HttpStatusCode.Forbidden);
        (await operations.Put("/klo/plans/own", PlanOf("staff-1"))).ShouldBe(HttpStatusCode.Forbidden);
        (await operations.Put("/klo/plans/normal", PlanOf("operator"))).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "klo.first-plan-of-oneself"
        );
        (await operations.Put("/klo/plans/normal", PlanOf("vd", "operator"))).ShouldBe(HttpStatusCode.Conflict);

        (await operations.Put("/klo/plans/normal", PlanOf("vd", "vd-1"))).ShouldBe(HttpStatusCode.NoContent);
        foreach (var plan in new[] { "normal", "wartime", "own" })
        {
            (await operations.Put($"/klo/plans/{plan}", PlanOf("staff-1"))).ShouldBe(HttpStatusCode.Forbidden);
        }

        (await operations.Post("/crises", Declare)).ShouldBe(HttpStatusCode.Forbidden);
        (await operations.Post("/persons/staff-1/roles", new { role = "on-call-manager" })).ShouldBe(HttpStatusCode.Accepted);
        (await vd.Post("/persons/staff-1/roles/on-call-manager/confirmation")).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Put("/klo/plans/normal", PlanOf("vd", "vd-1", "operator"))).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Post("/crises", Declare)).ShouldBe(HttpStatusCode.Created);
    }

    private static object PlanOf(string leader, params string[] deputies) =>
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
                    deputies,
                },
            },
        };
}
