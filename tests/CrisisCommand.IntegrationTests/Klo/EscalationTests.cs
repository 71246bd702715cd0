using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Klo;

/// <summary>What follows when those who are summoned do not come, or those who lead fall silent.</summary>
public class EscalationTests(ImpatientProduct product) : IClassFixture<ImpatientProduct>
{
    private const string Writing = "documentation";

    [Fact]
    public async Task Nobody_answers_and_the_function_stands_on_the_board_as_vacant_until_somebody_comes_after_all()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();

        var vacant = await Until(vd, crisis, Writing, f => f["vacantSince"] is not null);

        vacant["summons"]!
            .AsArray()
            .Select(s => (Text(s!["person"]), s["rank"]!.GetValue<int>(), s["silentAt"] is not null))
            .ShouldBe([("documentation", 0, true), ("documentation-1", 1, true), ("documentation-2", 2, true)]);
        (await OnBoard(vd, crisis))["vacantSince"]!.GetValue<string>().ShouldBe(Text(vacant["vacantSince"]));
        (await EventsOf(crisis, Writing)).ShouldBe([
            "function_summoned documentation",
            "summons_unanswered documentation",
            "function_summoned documentation-1",
            "summons_unanswered documentation-1",
            "function_summoned documentation-2",
            "summons_unanswered documentation-2",
            "function_left_vacant ",
        ]);

        // Late is better than never; and whoever then does not come is missed in their turn.
        var late = await product.As("documentation-2");
        (await late.Get($"/crises/{crisis}/me")).Json["summonses"]!.AsArray().ShouldHaveSingleItem()!["silentAt"].ShouldNotBeNull();
        await Done(late.Post($"/crises/{crisis}/functions/{Writing}/answer", new { answer = "coming" }));
        (await EventsOf(crisis, Writing))[7].ShouldBe("summons_answered documentation-2");
        var missed = await Until(vd, crisis, Writing, f => f["summons"]![2]!["overdueAt"] is not null);
        missed["vacantSince"].ShouldNotBeNull();

        // Anybody may be summoned then.
        await Done(vd.Post($"/crises/{crisis}/functions/{Writing}/summons", new { personId = "jour" }));
        await vd.Staff(crisis, Writing, "jour");
        var held = await Function(vd, crisis, Writing);
        (Text(held["holder"]), Text(held["mandate"]), held["vacantSince"]).ShouldBe(("jour", "appointed", null));
        (await vd.Post($"/crises/{crisis}/functions/{Writing}/summons", new { personId = "auditor" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "klo.already-staffed"
        );
    }

    [Fact]
    public async Task A_silent_leaders_function_is_taken_over_and_the_leader_sees_it_first()
    {
        var (vd, first) = (await product.As("vd"), await product.As("vd-1"));
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "crisis-leader", "vd");
        var leader = $"/crises/{crisis}/functions/crisis-leader";
        (await first.Post(leader + "/takeover")).ShouldBeRefused(HttpStatusCode.Conflict, "klo.holder-not-silent");
        (await vd.Post(leader + "/call")).ShouldBeRefused(HttpStatusCode.Conflict, "klo.calls-oneself");
        (await first.Post($"/crises/{crisis}/functions/situation/takeover")).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "klo.only-leader-taken-over"
        );

        await Done(first.Post(leader + "/call"));
        (await Mine(vd, crisis))["calls"]!.AsArray().ShouldHaveSingleItem();
        await Until(vd, crisis, "crisis-leader", f => f["holderSilentSince"] is not null);
        (await Mine(first, crisis))["summonses"]!.AsArray().Select(s => Text(s!["function"])).ShouldContain("crisis-leader");
        (await (await product.As("situation")).Post(leader + "/takeover")).ShouldBeRefused(HttpStatusCode.Forbidden, "klo.not-deputy");
        await Done(first.Post(leader + "/takeover"));
        await Done(first.Post(leader + "/takeover"));

        var taken = await Function(vd, crisis, "crisis-leader");
        (Text(taken["holder"]), Text(taken["mandate"]), Text(taken["takenOver"]!["from"])).ShouldBe(("vd-1", "deputy", "vd"));
        var mine = await Mine(vd, crisis);
        mine.AsObject().Select(field => field.Key).Skip(2).First().ShouldBe("notices");
        var notice = mine["notices"]!.AsArray().ShouldHaveSingleItem()!;
        (Text(notice["by"]), Text(notice["at"])).ShouldBe(("vd-1", Text(taken["since"])));
        notice["text"]!.GetValue<string>().ShouldContain("övertogs av");
        mine["functions"]!.AsArray().ShouldBeEmpty();
        (await vd.Post(leader + "/presence")).ShouldBeRefused(HttpStatusCode.Forbidden, "klo.not-holder");
        (await EventsOf(crisis, "crisis-leader")).Count(e => e.StartsWith("function_taken_over", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_sign_of_life_in_time_ends_the_call()
    {
        var (vd, first) = (await product.As("vd"), await product.As("vd-1"));
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "crisis-leader", "vd");
        await Done(first.Post($"/crises/{crisis}/functions/crisis-leader/call"));
        await Done(vd.Post($"/crises/{crisis}/functions/crisis-leader/presence"));

        // Another function goes all its way meanwhile, and the leader's does not move.
        await Until(vd, crisis, Writing, f => f["vacantSince"] is not null);

        (await Function(vd, crisis, "crisis-leader"))["holderSilentSince"].ShouldBeNull();
        (await EventsOf(crisis, "crisis-leader")).ShouldNotContain(e => e.StartsWith("holder_silent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_node_that_ends_while_summonses_wait_loses_and_doubles_none()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        await product.Restart(() => Eventually.Is(() => IsPast(crisis), past => past));

        var vd = await product.As("vd");
        await Eventually.Is(() => Klo(vd, crisis), k => k["functions"]!.AsArray().All(f => f!["vacantSince"] is not null));

        foreach (var function in (await Klo(vd, crisis))["functions"]!.AsArray().Select(f => Text(f!["key"])))
        {
            var events = await EventsOf(crisis, function);
            (events.Count, events.Distinct().Count()).ShouldBe((7, 7), string.Join('\n', events));
        }
    }

    /// <summary>Whether every first summons of the crisis is due by the clock of the database.</summary>
    private async Task<bool> IsPast(Guid crisis) =>
        await product.Scalar<bool>(
            "select bool_and((data ->> 'answerBy')::timestamptz < now()) from crisis.mt_events "
                + $"where stream_id = '{crisis}' and type = 'function_summoned'"
        );

    private async Task<IReadOnlyList<string>> EventsOf(Guid crisis, string function) =>
        [
            .. (await product.StoredEvents(crisis))
                .Where(e => e!["data"]!["function"] is { } f && Text(f) == function)
                .Select(e => $"{Text(e!["type"])} {(e["data"]!["person"] is { } p ? Text(p) : "")}"),
        ];

    private static Task<JsonNode> Until(Caller caller, Guid crisis, string function, Func<JsonNode, bool> so) =>
        Eventually.Is(() => Function(caller, crisis, function), so);

    private static async Task<JsonNode> Function(Caller caller, Guid crisis, string function) =>
        (await Klo(caller, crisis))["functions"]!.AsArray().Single(f => Text(f!["key"]) == function)!;

    private static async Task<JsonNode> OnBoard(Caller caller, Guid crisis) =>
        (await caller.Get($"/crises/{crisis}/board")).ShouldBe(HttpStatusCode.OK).Json["functions"]!
            .AsArray()
            .Single(f => Text(f!["function"]) == Writing)!;

    private static async Task<JsonNode> Klo(Caller caller, Guid crisis) =>
        (await caller.Get($"/crises/{crisis}/klo")).ShouldBe(HttpStatusCode.OK).Json;

    private static async Task<JsonNode> Mine(Caller caller, Guid crisis) =>
        (await caller.Get($"/crises/{crisis}/me")).ShouldBe(HttpStatusCode.OK).Json;

    private static async Task Done(Task<Reply> reply) => (await reply).ShouldBe(HttpStatusCode.NoContent);

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
