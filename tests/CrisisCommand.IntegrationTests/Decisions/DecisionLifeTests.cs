using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Decisions;

/// <summary>What becomes of a decision, and how it is read.</summary>
public class DecisionLifeTests(Product product)
{
    private static readonly object Decision = new
    {
        decision = "Utrym hus 4",
        evenSo = true,
        motive = "Rasrisk",
        alternatives = "Avvakta",
        executor = "property-operations",
        dueAt = "2027-01-01T12:00:00+01:00",
    };
    private static readonly object Revision = new
    {
        decision = "Utrym hus 5",
        motive = "Rasrisk",
        why = "Fel hus",
    };

    [Fact]
    public async Task A_decision_is_read_with_its_history()
    {
        var (vd, decisions) = await Begin();
        await vd.Post(decisions, Decision);
        (await vd.Post($"{decisions}/1/execution", new { text = "Huset är tomt" })).ShouldBe(HttpStatusCode.NoContent);

        var reply = (await vd.Get($"{decisions}/1")).ShouldBe(HttpStatusCode.OK);
        var one = reply.Json;

        Fields(one, "decision", "motive", "alternatives", "by", "executor", "dueAt", "status")
            .ShouldBe(["Utrym hus 4", "Rasrisk", "Avvakta", "vd", "property-operations", "2027-01-01T11:00:00Z", "executed"]);
        var history = one["history"]!.AsArray();
        Fields(history[0]!, "kind", "by", "text", "eventId").ShouldBe(["taken", "vd", null, (string)one["eventId"]!]);
        Fields(history[1]!, "kind", "by", "text", "words")
            .ShouldBe(["executed", "vd", "Huset är tomt", "Beslut 1 är verkställt: Huset är tomt"]);
        (await vd.Get($"{decisions}/1", ("If-None-Match", reply.ETag!))).ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task It_is_read_in_English_by_who_prefers_it()
    {
        var (vd, decisions) = await Begin();
        await vd.Post(decisions, Decision);
        await vd.Post($"{decisions}/1/withdrawal", new { why = "Ingen fara" });

        var history = (await vd.Get($"{decisions}/1", ("Accept-Language", "en"))).Json["history"]!.AsArray();

        Fields(history[1]!, "kind", "why", "words").ShouldBe(["withdrawn", "Ingen fara", "Decision 1 is withdrawn: Ingen fara"]);
    }

    [Fact]
    public async Task A_revision_is_a_new_decision_that_names_the_old_one()
    {
        var (vd, decisions) = await Begin();
        await vd.Post(decisions, Decision);

        var reply = (await vd.Post($"{decisions}/1/revision", Revision)).ShouldBe(HttpStatusCode.Created);

        reply.Json["number"]!.GetValue<int>().ShouldBe(2);
        reply.Location.ShouldEndWith("/decisions/2");
        var old = (await vd.Get($"{decisions}/1")).Json;
        var (status, revisedBy) = ((string)old["status"]!, (int)old["revisedBy"]!);
        (status, revisedBy).ShouldBe(("revised", 2));
        Fields(old["history"]![1]!, "kind", "why").ShouldBe(["revised", "Fel hus"]);
        var renewed = (await vd.Get(reply.Location!)).Json;
        ((string)renewed["status"]!, (int)renewed["revises"]!).ShouldBe(("taken", 1));
        ((string)renewed["eventId"]!).ShouldBe((string)reply.Json["eventId"]!);
    }

    [Theory]
    [InlineData("execution", "text", "Beslut 1 är återkallat.")]
    [InlineData("withdrawal", "why", "Beslut 1 är återkallat.")]
    public async Task Only_an_open_decision_is_changed(string change, string field, string detail)
    {
        var (vd, decisions) = await Begin();
        await vd.Post(decisions, Decision);
        (await vd.Post($"{decisions}/1/withdrawal", new { why = "Ingen fara" })).ShouldBe(HttpStatusCode.NoContent);

        var content = new Dictionary<string, string> { [field] = "Klart" };
        var reply = await vd.Post($"{decisions}/1/{change}", content);

        reply.ShouldBeRefused(HttpStatusCode.Conflict, "decisions.not-open");
        ((string)reply.Json["detail"]!).ShouldBe(detail);
        (await vd.Post($"{decisions}/1/revision", Revision)).ShouldBeRefused(HttpStatusCode.Conflict, "decisions.not-open");
        (await vd.Post($"{decisions}/2/{change}", content)).ShouldBeRefused(HttpStatusCode.NotFound, "decisions.unknown");
    }

    [Fact]
    public async Task After_the_stand_down_nothing_is_decided()
    {
        var (vd, decisions) = await Begin();
        await vd.Post(decisions, Decision);
        await product.StandDown(Guid.Parse(decisions.Split('/')[2]));

        (await vd.Post(decisions, Decision)).ShouldBeRefused(HttpStatusCode.Conflict, "decisions.stood-down");
        (await vd.Post($"{decisions}/1/revision", Revision)).ShouldBeRefused(HttpStatusCode.Conflict, "decisions.stood-down");
        (await vd.Post($"{decisions}/1/execution", new { text = "Klart" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "decisions.stood-down"
        );
        (await vd.Get($"{decisions}/1")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_list_is_paged_and_filtered()
    {
        var (vd, decisions) = await Begin();
        for (var i = 0; i < 5; i++)
        {
            await vd.Post(decisions, Decision);
        }

        await vd.Post($"{decisions}/2/withdrawal", new { why = "Ingen fara" });

        (await Follow(vd, $"{decisions}?limit=2")).ShouldBe([
            [1, 2],
            [3, 4],
            [5],
        ]);
        (await Follow(vd, $"{decisions}?limit=3&status=taken")).ShouldBe([
            [1, 3, 4],
            [5],
        ]);
        (await Follow(vd, $"{decisions}?status=withdrawn")).ShouldBe([
            [2],
        ]);
        (await Follow(vd, $"{decisions}?limit=5")).ShouldBe([
            [1, 2, 3, 4, 5],
        ]);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_a_wrong_question_is_refused()
    {
        var (vd, decisions) = await Begin();

        (await vd.Get(decisions)).Json.AsArray().ShouldBeEmpty();
        (await vd.Get($"{decisions}/1")).ShouldBeRefused(HttpStatusCode.NotFound, "decisions.unknown");
        (await vd.Get($"/crises/{Fresh.Id()}/decisions")).ShouldBeRefused(HttpStatusCode.NotFound, "platform.not-found");
        (await vd.Get($"/crises/{Fresh.Id()}/decisions/1")).ShouldBeRefused(HttpStatusCode.NotFound, "platform.not-found");
        (await vd.Get($"{decisions}?status=1")).ShouldBeRefused(HttpStatusCode.BadRequest, "decisions.unknown-status");
        (await vd.Get($"{decisions}?limit=0")).ShouldBeRefused(HttpStatusCode.BadRequest, "platform.limit-invalid");
        (await vd.Get($"{decisions}?limit=201")).ShouldBeRefused(HttpStatusCode.BadRequest, "platform.limit-invalid");
        (await vd.Get($"{decisions}?after=x")).ShouldBeRefused(HttpStatusCode.BadRequest, "platform.cursor-invalid");
    }

    private async Task<(Caller Vd, string Decisions)> Begin()
    {
        var vd = await product.As("vd");
        return (vd, $"/crises/{await vd.DeclareCrisis()}/decisions");
    }

    private static async Task<List<int[]>> Follow(Caller caller, string first)
    {
        var pages = new List<int[]>();
        for (var next = first; next is not null; )
        {
            var reply = (await caller.Get(next)).ShouldBe(HttpStatusCode.OK);
            pages.Add([.. reply.Json.AsArray().Select(d => (int)d!["number"]!)]);
            next = reply.Header("Link")?.Split('<', '>')[1];
        }

        return pages;
    }

    private static IEnumerable<string?> Fields(JsonNode node, params string[] names) => names.Select(n => (string?)node[n]);
}
