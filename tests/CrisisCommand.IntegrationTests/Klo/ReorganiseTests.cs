using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Klo;

/// <summary>Plans have versions that are read and compared, and a crisis goes over to another one.</summary>
public class ReorganiseTests(Product product)
{
    [Fact]
    public async Task Each_version_of_a_plan_is_read_as_it_stood()
    {
        var vd = await product.As("vd");
        var name = await Adopt(vd, Function("crisis-leader", "vd", "vd-1"), Function("documentation", "documentation"));
        await Adopt(vd, name, Function("crisis-leader", "vd"));

        (await vd.Get($"/klo/plans/{name}")).ShouldBe(HttpStatusCode.OK).Json["functions"]!.AsArray().Count.ShouldBe(1);
        var first = (await vd.Get($"/klo/plans/{name}?version=1")).ShouldBe(HttpStatusCode.OK);
        (first.ETag, first.Json["version"]!.GetValue<long>(), first.Json["functions"]!.AsArray().Count).ShouldBe(("\"1\"", 1, 2));
        foreach (var version in new[] { "0", "3", "-1", "first", "" })
        {
            (await vd.Get($"/klo/plans/{name}?version={version}")).ShouldBeRefused(
                HttpStatusCode.NotFound,
                "klo.unknown-plan-version",
                "version"
            );
        }

        var versions = (await vd.Get($"/klo/plans/{name}/versions")).ShouldBe(HttpStatusCode.OK).Json.AsArray();
        versions.Select(v => $"{v!["version"]} {v["by"]} {v["functions"]}").ShouldBe(["1 vd 2", "2 vd 1"]);
        versions[0]!["adoptedAt"]!.GetValue<DateTimeOffset>().ShouldBe(first.Json["adoptedAt"]!.GetValue<DateTimeOffset>());
        var page = await vd.Get($"/klo/plans/{name}/versions?limit=1");
        var next = (await vd.Get(page.Header("Link")!.Split('<', '>')[1])).Json.AsArray();
        next.ShouldHaveSingleItem()!["version"]!.GetValue<long>().ShouldBe(2);
        (await vd.Get("/klo/plans/peacetime/versions")).ShouldBeRefused(HttpStatusCode.NotFound, "klo.unknown-plan");
    }

    [Fact]
    public async Task Two_versions_are_compared()
    {
        var vd = await product.As("vd");
        var one = await Adopt(vd, Function("crisis-leader", "vd", "vd-1"), Function("documentation", "documentation"));
        var other = await Adopt(vd, Function("crisis-leader", "vd", "vd-1"), Function("civil-supply", "jour"));
        await Adopt(vd, other, Function("crisis-leader", "vd", "vd-2"), Function("civil-supply", "jour"));

        var latest = (await vd.Get($"/klo/plans/comparison?from={one}:1&to={other}")).ShouldBe(HttpStatusCode.OK).Json;
        (latest["from"]!["version"]!.GetValue<long>(), latest["to"]!["version"]!.GetValue<long>()).ShouldBe((1, 2));
        var comparison = latest["comparison"]!;
        (comparison["added"]!.ToJsonString(), comparison["removed"]!.ToJsonString()).ShouldBe(
            ("[\"civil-supply\"]", "[\"documentation\"]")
        );
        var leader = comparison["changed"]!.AsArray().ShouldHaveSingleItem()!;
        (leader["deputiesAdded"]!.ToJsonString(), leader["deputiesRemoved"]!.ToJsonString()).ShouldBe(("[\"vd-2\"]", "[\"vd-1\"]"));
        latest["functions"]!["documentation"]!.GetValue<string>().ShouldBe("documentation");
        latest["persons"]!["vd-2"]!.GetValue<string>().ShouldNotBeEmpty();

        // The same words in two versions are not the same commitment, and yet no change.
        (
            await vd.Get($"/klo/plans/comparison?from={one}:1&to={other}:1")
        ).Json["comparison"]!["kept"]!.ToJsonString().ShouldBe("[\"crisis-leader\"]");
    }

    [Fact]
    public async Task A_comparison_of_what_there_is_not_is_refused_by_its_name()
    {
        var vd = await product.As("vd");
        (await vd.Get("/klo/plans/comparison?to=normal")).ShouldBeRefused(HttpStatusCode.BadRequest, "klo.plan-reference", "from");
        (await vd.Get("/klo/plans/comparison?from=normal&to=normal:one")).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "klo.plan-reference",
            "to"
        );
        (await vd.Get("/klo/plans/comparison?from=normal:1:2&to=normal")).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "klo.plan-reference",
            "from"
        );
        (await vd.Get("/klo/plans/comparison?from=normal&to=peacetime")).ShouldBeRefused(HttpStatusCode.NotFound, "klo.unknown-plan", "to");
        (await vd.Get("/klo/plans/comparison?from=wartime:99&to=normal")).ShouldBeRefused(
            HttpStatusCode.NotFound,
            "klo.unknown-plan-version",
            "from"
        );
        (
            await vd.Put(
                "/klo/plans/comparison",
                new JsonObject { ["functions"] = new JsonArray(Function("crisis-leader", "vd")) }.ToJsonString()
            )
        ).ShouldBeRefused(HttpStatusCode.BadRequest, "klo.reserved-plan-name", "name");
    }

    [Fact]
    public async Task A_crisis_goes_over_to_another_plan_with_its_holders()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "crisis-leader", "vd");
        await vd.Staff(crisis, "documentation", "documentation");
        var plan = await Adopt(
            vd,
            Function("crisis-leader", "vd"),
            Function("war-diary", "documentation"),
            Function("civil-supply", "jour")
        );
        var path = $"/crises/{crisis}/reorganisation";
        var mapped = new
        {
            plan,
            why = "Höjd beredskap",
            mapping = new[] { new { from = "documentation", to = "war-diary" } },
        };

        (await vd.Post(path, new { plan, why = "Höjd beredskap" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "klo.held-unmapped",
            "#/mapping"
        );
        (await vd.Post(path, new { plan = "peacetime", why = "Fred" })).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "klo.unknown-plan",
            "#/plan"
        );
        (await vd.Post(path, mapped with { mapping = [new { from = "catering", to = "war-diary" }] })).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "klo.mapped-from-unknown",
            "#/mapping/0/from"
        );
        var first = (await vd.Post(path, mapped)).ShouldBe(HttpStatusCode.NoContent).ETag;
        (await vd.Post(path, mapped)).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe(first);

        var klo = (await vd.Get($"/crises/{crisis}/klo")).Json;
        klo["functions"]!
            .AsArray()
            .Select(f => $"{f!["key"]} {f["holder"]} {f["summons"]!.AsArray().LastOrDefault()?["person"]}".TrimEnd())
            .ShouldBe(["crisis-leader vd vd", "war-diary documentation documentation", "civil-supply  jour"]);
        (await vd.Get($"/crises/{crisis}")).Json["plan"]!.GetValue<string>().ShouldBe(plan);

        // The journal knows the new functions, the decisions who holds them, and the proof by which way.
        (await vd.Post($"/crises/{crisis}/tasks", new { text = "Ordna drivmedel", function = "civil-supply" })).ShouldBe(
            HttpStatusCode.Created
        );
        (await vd.Post($"/crises/{crisis}/tasks", new { text = "För loggen", function = "documentation" })).Problem.ShouldBe(
            "journal.unknown-function"
        );
        var proof = (await vd.Get($"/crises/{crisis}/staffing-proof")).Json["functions"]!.AsArray();
        var diary = proof.Single(f => f!["function"]!["key"]!.GetValue<string>() == "war-diary")!;
        diary["intervals"]![0]!["holder"]!["passing"]!.GetValue<string>().ShouldBe("reorganised");

        await product.StandDown(crisis);
        (await vd.Post(path, new { plan = "normal", why = "Fred" })).ShouldBeRefused(HttpStatusCode.Conflict, "klo.stood-down");
    }

    private static Task<string> Adopt(Caller caller, params JsonObject[] functions) => Adopt(caller, $"plan-{Fresh.Id():N}", functions);

    private static async Task<string> Adopt(Caller caller, string name, params JsonObject[] functions)
    {
        var body = new JsonObject { ["functions"] = new JsonArray([.. functions]) };
        (await caller.Put($"/klo/plans/{name}", body.ToJsonString())).ShouldBe(HttpStatusCode.NoContent);
        return name;
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
