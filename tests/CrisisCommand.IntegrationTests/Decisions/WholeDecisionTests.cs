using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Decisions;

/// <summary>A revision is a whole decision, and one that is written down late says so.</summary>
public class WholeDecisionTests(Product product)
{
    private static readonly object Revision = new
    {
        decision = "Utrym hus 5",
        motive = "Rasrisk",
        why = "Fel hus",
    };

    [Fact]
    public async Task A_revision_keeps_what_it_does_not_speak_of_clears_what_it_nulls_and_both_executors_see_it()
    {
        var (vd, decisions) = await Begin();
        var whole = new
        {
            decision = "Utrym",
            evenSo = true,
            motive = "Rök",
            alternatives = "Avvakta",
            executor = "situation",
            dueAt = "2099-01-01T00:00:00Z",
        };
        var (situation, documentation) = (await product.As("situation"), await product.As("documentation"));
        var basis = (await vd.Post(decisions, whole)).ShouldBe(HttpStatusCode.Created).Json["eventId"]!;

        var kept = (await vd.Post($"{decisions}/1/revision", Revision)).ShouldBe(HttpStatusCode.Created);
        Fields((await vd.Get(kept.Location!)).Json, "alternatives", "executor", "dueAt")
            .ShouldBe(["Avvakta", "situation", "2099-01-01T00:00:00Z"]);
        (await situation.Get(decisions.Replace("/decisions", "/me"))).Json["decisions"]![0]!["number"]!.GetValue<int>().ShouldBe(2);

        var given = """{"decision":"Utrym hus 5","motive":"Rök","why":"Fel hus","executor":"documentation","dueAt":null,"basis":["ID"]}""";
        var moved = (await vd.Post($"{decisions}/2/revision", given.Replace("ID", (string)basis!))).ShouldBe(HttpStatusCode.Created);
        var after = (await vd.Get(moved.Location!)).Json;
        Fields(after, "alternatives", "executor").ShouldBe(["Avvakta", "documentation"]);
        (after["dueAt"], after["basis"]!.AsArray().Count).ShouldBe((null, 1));
        (await documentation.Get(decisions.Replace("/decisions", "/me"))).Json["decisions"]![0]!["number"]!.GetValue<int>().ShouldBe(3);
        var mine = (await situation.Get(decisions.Replace("/decisions", "/me"))).Json;
        mine["decisions"]!.AsArray().ShouldBeEmpty();
        ((string)mine["notices"]![0]!["text"]!).ShouldContain("Beslut 2, som du skulle verkställa, ersattes av beslut 3");
        ((string)(await vd.Get($"{decisions}/2")).Json["history"]![1]!["words"]!).ShouldContain(
            "(ändrat: vem som verkställer, tidigare Lägesbild och analys; när det ska vara klart, tidigare 2099-01-01 01:00:00 +01:00; underlaget)"
        );
        var unchanged = """{"decision":"Utrym","motive":"Rök","why":"Igen","executor":null,"alternatives":null,"basis":null}""";
        var bare = (await vd.Get((await vd.Post($"{decisions}/3/revision", unchanged)).ShouldBe(HttpStatusCode.Created).Location!)).Json;
        (bare["executor"], bare["alternatives"], bare["basis"]!.AsArray().Count).ShouldBe((null, null, 0));
    }

    [Fact]
    public async Task What_was_decided_a_while_ago_says_why_and_rests_on_no_later_board()
    {
        var (vd, decisions) = await Begin();
        var board = await vd.Get(decisions.Replace("/decisions", "/board"));
        var receipt = board.Header("Board-Receipt");
        var late = TimeProvider.System.GetUtcNow().AddMinutes(-20);
        object At(DateTimeOffset decidedAt, string? lateReason = null, string? seen = null) =>
            new
            {
                decision = "Utrym",
                evenSo = true,
                motive = "Rök",
                decidedAt,
                lateReason,
                receipt = seen,
            };

        (await vd.Post(decisions, At(late))).ShouldBe(HttpStatusCode.BadRequest).Problem.ShouldBe("decisions.late-reason-required");
        (await vd.Post(decisions, At(late, "Telefonen var död"))).ShouldBe(HttpStatusCode.Created);
        (await vd.Post(decisions, At(DateTimeOffset.UnixEpoch, "Glömd")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .Problem.ShouldBe("decisions.too-long-ago");
        (await vd.Post(decisions, At(late, "Sent", receipt)))
            .ShouldBe(HttpStatusCode.Conflict)
            .Problem.ShouldBe("decisions.receipt-later-than-decision");
        (await vd.Get($"{decisions}/1")).Json["lateReason"]!.GetValue<string>().ShouldBe("Telefonen var död");
        var timeline = await vd.Get(decisions.Replace("/decisions", "/timeline?kinds=decision_taken"));
        ((string)timeline.Json[0]!["words"]!).ShouldContain("antecknat senare: Telefonen var död");
    }

    private async Task<(Caller Vd, string Decisions)> Begin()
    {
        var vd = await product.As("vd");
        return (vd, $"/crises/{await vd.DeclareCrisis()}/decisions");
    }

    private static IEnumerable<string?> Fields(JsonNode node, params string[] names) => names.Select(n => (string?)node[n]);
}
