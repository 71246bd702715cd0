using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Klo;

public class PlansTests(Product product)
{
    [Fact]
    public async Task The_seeded_plan_reads_as_it_is_adopted()
    {
        var vd = await product.As("vd");
        var plan = (await vd.Get("/klo/plans/wartime")).ShouldBe(HttpStatusCode.OK);

        plan.ETag.ShouldBe("\"1\"");
        plan.Json["functions"]!.AsArray().Count.ShouldBe(9);
        var leader = plan.Json["functions"]![0]!;
        leader.ToJsonString().ShouldContain("\"deputies\":[\"vd-1\",\"vd-2\"]");
        (leader["key"]!.GetValue<string>(), leader["name"]!.GetValue<string>(), leader["holder"]!.GetValue<string>()).ShouldBe(
            ("crisis-leader", "Krisledare (VD)", "vd")
        );
        leader["mandate"]!.GetValue<string>().ShouldNotBeEmpty();
        plan.Json["persons"]!["vd-1"]!.GetValue<string>().ShouldNotBeEmpty();
        (await vd.Get("/klo/plans/wartime", ("If-None-Match", "\"1\""))).ShouldBe(HttpStatusCode.NotModified);
        (await vd.Get("/klo/plans/peacetime")).ShouldBe(HttpStatusCode.NotFound).Problem.ShouldBe("klo.unknown-plan");
    }

    [Fact]
    public async Task What_is_read_can_be_adopted_as_the_next_version()
    {
        var vd = await product.As("vd");
        var functions = (await vd.Get("/klo/plans/normal")).Json["functions"]!.ToJsonString();
        var name = $"plan-{Fresh.Id():N}";

        var first = await vd.Put($"/klo/plans/{name}", $"{{\"functions\":{functions}}}");
        first.ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"1\"");
        var second = await vd.Put($"/klo/plans/{name}", $"{{\"functions\":{functions}}}", headers: ("If-Match", "\"1\""));
        second.ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"2\"");
        var stale = await vd.Put($"/klo/plans/{name}", $"{{\"functions\":{functions}}}", headers: ("If-Match", "\"1\""));
        stale.ShouldBe(HttpStatusCode.PreconditionFailed).Json["currentVersion"]!.GetValue<long>().ShouldBe(2);

        (await vd.Get($"/klo/plans/{name}")).Json["functions"]!.ToJsonString().ShouldBe(functions);
    }

    [Fact]
    public async Task A_plan_with_a_fault_is_refused_with_the_place_of_the_fault()
    {
        var vd = await product.As("vd");
        await Refused(vd, "klo.no-leader", "#/functions", Function("documentation", "documentation"));
        await Refused(vd, "klo.function-twice", "#/functions", Function("crisis-leader", "vd"), Function("crisis-leader", "vd-1"));
        await Refused(vd, "klo.deputy-twice", "#/functions/0/deputies", Function("crisis-leader", "vd", "vd-1", "vd-1"));
        await Refused(vd, "klo.unknown-person", "#/functions", Function("crisis-leader", "nobody-here"));
    }

    [Fact]
    public async Task Plans_are_listed_by_name_a_page_at_a_time()
    {
        var vd = await product.As("vd");
        var names = new List<string>();
        for (string? next = "/klo/plans?limit=1"; next is not null; )
        {
            var page = (await vd.Get(next)).ShouldBe(HttpStatusCode.OK);
            names.AddRange(page.Json.AsArray().Select(p => p!["name"]!.GetValue<string>()));
            next = page.Header("Link")?.Split('<', '>')[1];
        }

        names.ShouldBeUnique();
        names.ShouldBeInOrder();
        names.ShouldContain("normal");
        names.ShouldContain("wartime");
        (await vd.Get("/klo/plans?limit=201")).ShouldBe(HttpStatusCode.BadRequest).Problem.ShouldBe("platform.limit-invalid");
    }

    private static async Task Refused(Caller caller, string code, string pointer, params JsonObject[] functions)
    {
        var body = new JsonObject { ["functions"] = new JsonArray([.. functions]) };
        var refused = (await caller.Put("/klo/plans/faulty", body.ToJsonString())).ShouldBe(HttpStatusCode.BadRequest);
        refused.Problem.ShouldBe(code);
        refused.Json["errors"]![0]!["pointer"]!.GetValue<string>().ShouldBe(pointer);
    }

    private static JsonObject Function(string key, string holder, params string[] deputies) =>
        new()
        {
            ["key"] = key,
            ["name"] = key,
            ["mandate"] = "Ansvarar",
            ["holder"] = holder,
            ["deputies"] = new JsonArray([.. deputies.Select(d => JsonValue.Create(d))]),
        };
}
