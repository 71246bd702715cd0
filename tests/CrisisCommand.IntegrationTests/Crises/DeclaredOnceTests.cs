using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests.Platform;

namespace CrisisCommand.IntegrationTests.Crises;

/// <summary>What is declared once is declared once, however many press at the same instant.</summary>
public class DeclaredOnceTests(Product product)
{
    private const string Already = "urn:crisis-command:crises.already-declared";

    [Fact]
    public async Task Of_many_who_declare_the_same_at_the_same_instant_one_does()
    {
        var vd = await product.As("vd");
        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => vd.Post("/crises", Titled("Samtidigt"))));
        await OneOf(vd, replies);
    }

    [Fact]
    public async Task Two_nodes_are_no_way_around_it()
    {
        await using var node = new SecondNode(product);
        await node.InitializeAsync();
        var (here, there) = (await product.As("vd"), await node.As("vd"));
        for (var round = 0; round < 3; round++)
        {
            var declare = Titled($"På två noder {round}");
            await OneOf(here, await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? here : there).Post("/crises", declare))));
        }
    }

    [Fact]
    public async Task Of_those_who_declare_from_the_same_incident_one_does()
    {
        var vd = await product.As("vd");
        var incident = await vd.ReportIncident();
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => vd.Post("/crises", Titled($"Ur samma händelse {i}", incident)))
        );
        await OneOf(vd, replies);
    }

    [Fact]
    public async Task Whoever_is_asked_declares_another_or_the_same_again_when_the_first_is_over()
    {
        var vd = await product.As("vd");
        var first = Created(await vd.Post("/crises", Titled("Frågas först")));
        (await vd.Post("/crises", Titled("frågas  FÖRST"))).ShouldBe(HttpStatusCode.Conflict);
        var another = Titled("Frågas först");
        another["evenSo"] = true;
        var second = Created(await vd.Post("/crises", another));

        await vd.StandDown(first);
        Named(await vd.Post("/crises", Titled("Frågas först"))).ShouldBe(second);
        await vd.StandDown(second);
        Created(await vd.Post("/crises", Titled("Frågas först")));
    }

    [Fact]
    public async Task The_same_command_again_is_its_own_answer_and_no_second_crisis()
    {
        var vd = await product.As("vd");
        var (declare, key, refusedKey) = (Titled("Samma nyckel"), Fresh.Id().ToString(), Fresh.Id().ToString());
        var first = Created(await vd.Post("/crises", declare, key));
        Created(await vd.Post("/crises", declare, key)).ShouldBe(first);
        Named(await vd.Post("/crises", declare, refusedKey)).ShouldBe(first);
        Named(await vd.Post("/crises", declare, refusedKey)).ShouldBe(first);
    }

    private static async Task OneOf(Caller caller, IReadOnlyList<Reply> replies)
    {
        var crisis = Created(replies.Single(r => r.Status == HttpStatusCode.Created));
        replies.Where(r => r.Status != HttpStatusCode.Created).ShouldAllBe(r => Named(r) == crisis);
        (await caller.Get($"/crises/{crisis}")).ShouldBe(HttpStatusCode.OK);
    }

    private static Guid Created(Reply reply) => reply.ShouldBe(HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>();

    private static Guid Named(Reply reply)
    {
        var problem = reply.ShouldBe(HttpStatusCode.Conflict).Json;
        problem["type"]!.GetValue<string>().ShouldBe(Already);
        return problem["crisisId"]!.GetValue<Guid>();
    }

    private static JsonObject Titled(string title, params Guid[] incidents) =>
        new()
        {
            ["kind"] = "other",
            ["title"] = title,
            ["reason"] = "Fara för liv",
            ["incidentIds"] = new JsonArray([.. incidents.Select(i => (JsonNode)i)]),
        };
}
