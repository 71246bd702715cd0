using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Decisions;

/// <summary>In what capacity somebody decided: one rule, and the same in the event, its header, the journal, the log and the list of decisions.</summary>
public class CapacityTests(Product product)
{
    private static readonly object Evacuate = new
    {
        evenSo = true,
        decision = "Utrym hus 4",
        motive = "Rasrisk",
    };

    [Fact]
    public async Task Before_anybody_is_in_place_the_leader_by_plan_acts_as_such_and_another_convener_as_convener()
    {
        var (vd, jour) = (await product.As("vd"), await product.As("jour"));
        var crisis = await jour.DeclareCrisis();
        await Decided(jour, crisis, Evacuate);
        await Decided(vd, crisis, Evacuate);

        var convened = await EventOf(crisis, "klo_convened");
        await ShouldHaveBeen(vd, crisis, 1, null, "convener", convened);
        await ShouldHaveBeen(vd, crisis, 2, "crisis-leader", "acting-ordinary", convened);
        // Nobody leads beside who has taken the function.
        await vd.Staff(crisis, "crisis-leader", "vd-1");
        (await jour.Post($"/crises/{crisis}/decisions", Evacuate))
            .ShouldBe(HttpStatusCode.Forbidden)
            .Problem.ShouldBe("access.not-permitted");
        await Decided(await product.As("vd-1"), crisis, Evacuate);
        await ShouldHaveBeen(vd, crisis, 3, "crisis-leader", "deputy", await EventOf(crisis, "function_staffed"));
    }

    [Fact]
    public async Task Who_holds_two_functions_decides_in_the_one_that_decisions_are_delegated_to_and_may_revise_what_they_decided()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "crisis-leader", "vd");
        await vd.Staff(crisis, "business-support", "business-support");
        await vd.Staff(crisis, "property-operations", "business-support");
        await Delegate(vd, crisis, "property-operations");
        var holder = await product.As("business-support");

        await Decided(holder, crisis, Evacuate);
        await ShouldHaveBeen(vd, crisis, 1, "property-operations", "delegated", await EventOf(crisis, "decisions_delegated"));
        var revision = new
        {
            decision = "Utrym hus 5",
            motive = "Rasrisk",
            why = "Fel hus",
        };
        (await holder.Post($"/crises/{crisis}/decisions/1/revision", revision)).ShouldBe(HttpStatusCode.Created);
        (await holder.Post($"/crises/{crisis}/decisions/2/execution", new { text = "Tomt" })).ShouldBe(HttpStatusCode.NoContent);
        // What the leader decided is the leader's.
        await Decided(vd, crisis, Evacuate);
        (await holder.Post($"/crises/{crisis}/decisions/3/revision", revision))
            .ShouldBe(HttpStatusCode.Forbidden)
            .Problem.ShouldBe("access.not-permitted");
        (await holder.Post($"/crises/{crisis}/decisions/3/withdrawal", new { why = "Nej" }))
            .ShouldBe(HttpStatusCode.Forbidden)
            .Problem.ShouldBe("access.not-permitted");
    }

    [Fact]
    public async Task A_function_may_be_named_where_it_is_ones_own_and_gives_the_right()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "crisis-leader", "vd");
        await vd.Staff(crisis, "situation", "vd");
        await Delegate(vd, crisis, "situation");
        object In(string function) =>
            new
            {
                decision = "Utrym",
                evenSo = true,
                motive = "Rök",
                function,
            };

        await Decided(vd, crisis, In("situation"));
        await Decided(vd, crisis, Evacuate);
        await ShouldHaveBeen(vd, crisis, 1, "situation", "delegated", await EventOf(crisis, "decisions_delegated"));
        ((string?)(await DecisionOf(vd, crisis, 2))["capacity"]!["function"]).ShouldBe("crisis-leader");
        var decisions = $"/crises/{crisis}/decisions";
        (await vd.Post(decisions, In("catering"))).ShouldBe(HttpStatusCode.BadRequest).Problem.ShouldBe("access.unknown-function");
        (await vd.Post(decisions, In("documentation"))).ShouldBe(HttpStatusCode.Forbidden).Problem.ShouldBe("access.not-your-function");
        await vd.Staff(crisis, "communications", "vd");
        (await vd.Post(decisions, In("communications"))).ShouldBe(HttpStatusCode.Forbidden).Problem.ShouldBe("access.not-permitted");
    }

    [Fact]
    public async Task A_delegation_to_an_ordinary_holder_before_they_are_in_place_is_told_as_one()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await Delegate(vd, crisis, "property-operations");

        await Decided(await product.As("property-operations"), crisis, Evacuate);

        await ShouldHaveBeen(vd, crisis, 1, "property-operations", "delegated", await EventOf(crisis, "decisions_delegated"));
    }

    private static async Task Delegate(Caller leader, Guid crisis, string function) =>
        (await leader.Put($"/crises/{crisis}/functions/{function}/delegation", new { scope = "Upp till en miljon" })).ShouldBe(
            HttpStatusCode.NoContent
        );

    private static async Task Decided(Caller by, Guid crisis, object decision) =>
        (await by.Post($"/crises/{crisis}/decisions", decision)).ShouldBe(HttpStatusCode.Created);

    private async Task<Guid> EventOf(Guid crisis, string type) =>
        (await product.StoredEvents(crisis)).Last(e => (string)e!["type"]! == type)!["id"]!.GetValue<Guid>();

    private static async Task<JsonNode> DecisionOf(Caller reader, Guid crisis, int number) =>
        (await reader.Get($"/crises/{crisis}/decisions/{number}")).ShouldBe(HttpStatusCode.OK).Json;

    /// <summary>Everywhere that it is told: what is stored, its headers, and what three answers say of it.</summary>
    private async Task ShouldHaveBeen(Caller reader, Guid crisis, int number, string? function, string mandate, Guid by)
    {
        var answer = await DecisionOf(reader, crisis, number);
        var id = answer["eventId"]!.GetValue<Guid>();
        var record = (await reader.Get($"/crises/{crisis}/journal")).Json.AsArray().Single(e => e!["eventId"]!.GetValue<Guid>() == id)!;
        var line = (await reader.Get($"/crises/{crisis}/timeline")).Json.AsArray().Single(e => e!["eventId"]!.GetValue<Guid>() == id)!;
        foreach (var told in new[] { answer, record, line, record["data"]! })
        {
            ((string?)told["function"]).ShouldBe(function);
            var capacity = told["capacity"]!;
            ((string?)capacity["function"], (string?)capacity["mandate"], capacity["by"]!.GetValue<Guid>()).ShouldBe(
                (function, mandate, by)
            );
        }
    }
}
