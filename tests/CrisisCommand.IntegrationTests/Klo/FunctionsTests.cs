using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Klo;

/// <summary>A function's way through a crisis: summoned, answered, staffed, handed over, as everybody reads it.</summary>
public class FunctionsTests(Product product)
{
    [Fact]
    public async Task Every_holder_is_summoned_and_their_answer_is_seen()
    {
        var (vd, writer) = (await product.As("vd"), await product.As("documentation"));
        var crisis = await vd.DeclareCrisis();
        var klo = await Klo(vd, crisis);
        klo["functions"]!.AsArray().Count.ShouldBe(9);
        klo["functions"]!.AsArray().ShouldAllBe(f => f!["summons"]!.AsArray().Count == 1 && f["holder"] == null);

        var eta = DateTimeOffset.UnixEpoch.AddYears(100);
        (await writer.Post($"/crises/{crisis}/functions/documentation/answer", new { answer = "coming", eta })).ShouldBe(
            HttpStatusCode.NoContent
        );

        var summons = (await Post(vd, crisis))["summons"]![0]!;
        (summons["person"]!.GetValue<string>(), summons["rank"]!.GetValue<int>(), summons["answer"]!.GetValue<string>()).ShouldBe(
            ("documentation", 0, "coming")
        );
        summons["eta"]!.GetValue<DateTimeOffset>().ShouldBe(eta);
        summons["answeredAt"].ShouldNotBeNull();
        summons["answerBy"]!.GetValue<DateTimeOffset>().ShouldBe(summons["summonedAt"]!.GetValue<DateTimeOffset>() + Product.TimeToAnswer);
    }

    [Fact]
    public async Task Only_the_summoned_answer_and_only_for_the_time_ahead()
    {
        var (vd, writer, observer) = (await product.As("vd"), await product.As("documentation"), await product.As("observer"));
        var crisis = await vd.DeclareCrisis();
        var answer = $"/crises/{crisis}/functions/documentation/answer";

        (await observer.Post(answer, new { answer = "coming" }))
            .ShouldBe(HttpStatusCode.Forbidden)
            .Problem.ShouldBe("access.not-permitted");
        var past = (await writer.Post(answer, new { answer = "coming", eta = DateTimeOffset.UnixEpoch })).ShouldBe(
            HttpStatusCode.BadRequest
        );
        (past.Problem, past.Json["errors"]![0]!["pointer"]!.GetValue<string>()).ShouldBe(("klo.eta-in-the-past", "#/eta"));
        (await writer.Post(answer, new { answer = "perhaps" })).ShouldBe(HttpStatusCode.BadRequest);
        (await writer.Post($"/crises/{crisis}/functions/catering/answer", new { answer = "coming" }))
            .ShouldBe(HttpStatusCode.NotFound)
            .Problem.ShouldBe("klo.unknown-function");
        (await writer.Post($"/crises/{Fresh.Id()}/functions/documentation/answer", new { answer = "coming" }))
            .ShouldBe(HttpStatusCode.NotFound)
            .Problem.ShouldBe("platform.not-found");
    }

    [Fact]
    public async Task Whoever_declines_is_followed_by_the_next_at_once()
    {
        var (vd, writer, deputy) = (await product.As("vd"), await product.As("documentation"), await product.As("documentation-1"));
        var crisis = await vd.DeclareCrisis();
        var answer = $"/crises/{crisis}/functions/documentation/answer";
        (await deputy.Post(answer, new { answer = "coming" })).ShouldBe(HttpStatusCode.Forbidden).Problem.ShouldBe("klo.not-summoned");

        (await writer.Post(answer, new { answer = "declined" })).ShouldBe(HttpStatusCode.NoContent);
        var next = (await Post(vd, crisis))["summons"]![1]!;
        (next["person"]!.GetValue<string>(), next["rank"]!.GetValue<int>(), next["answer"]).ShouldBe(("documentation-1", 1, null));

        var mine = (await deputy.Get($"/crises/{crisis}/me")).ShouldBe(HttpStatusCode.OK).Json["summonses"]!.AsArray();
        mine.ShouldHaveSingleItem()!["function"]!.GetValue<string>().ShouldBe("documentation");
        (await deputy.Post(answer, new { answer = "coming" })).ShouldBe(HttpStatusCode.NoContent);
        (await Post(vd, crisis))["summons"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_function_passes_when_the_addressed_person_accepts()
    {
        var (vd, writer, deputy) = (await product.As("vd"), await product.As("documentation"), await product.As("documentation-1"));
        var crisis = await Staffed(vd);
        var handover = $"/crises/{crisis}/functions/documentation/handover";
        var offer = new { to = "documentation-1", briefing = "Loggen förd till 14.10" };

        (await writer.Post(handover, offer)).ShouldBe(HttpStatusCode.NoContent);
        var pending = (await Post(vd, crisis))["handover"]!;
        (pending["from"]!.GetValue<string>(), pending["to"]!.GetValue<string>(), pending["briefing"]!.GetValue<string>()).ShouldBe(
            ("documentation", "documentation-1", "Loggen förd till 14.10")
        );
        (await writer.Post(handover, offer)).ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("klo.handover-pending");
        (await vd.Post(handover + "/acceptance")).ShouldBe(HttpStatusCode.Forbidden).Problem.ShouldBe("klo.not-addressed");
        (await vd.Post(handover + "/refusal", new { why = "Nej" }))
            .ShouldBe(HttpStatusCode.Forbidden)
            .Problem.ShouldBe("klo.not-addressed");
        (await deputy.Post(handover + "/acceptance", headers: ("If-Match", "\"1\""))).ShouldBe(HttpStatusCode.PreconditionFailed);

        (await deputy.Post(handover + "/acceptance")).ShouldBe(HttpStatusCode.NoContent);

        var post = await Post(vd, crisis);
        (post["holder"]!.GetValue<string>(), post["mandate"]!.GetValue<string>(), post["handover"]).ShouldBe(
            ("documentation-1", "deputy", null)
        );
        (await deputy.Post(handover + "/acceptance")).ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("klo.no-handover");
    }

    [Fact]
    public async Task A_declined_handover_leaves_the_function_where_it_was()
    {
        var (vd, writer, deputy) = (await product.As("vd"), await product.As("documentation"), await product.As("documentation-1"));
        var crisis = await Staffed(vd);
        var handover = $"/crises/{crisis}/functions/documentation/handover";
        (await writer.Post(handover, new { to = "documentation-1", briefing = "Orientering" })).ShouldBe(HttpStatusCode.NoContent);

        (await deputy.Post(handover + "/refusal", new { why = "Är på plats i Rågsved" })).ShouldBe(HttpStatusCode.NoContent);

        var post = await Post(vd, crisis);
        (post["holder"]!.GetValue<string>(), post["handover"]).ShouldBe(("documentation", null));
    }

    [Fact]
    public async Task Only_the_holder_or_the_leader_offers_and_only_to_somebody_known()
    {
        var (vd, writer, deputy) = (await product.As("vd"), await product.As("documentation"), await product.As("documentation-1"));
        var crisis = await Staffed(vd);
        var handover = $"/crises/{crisis}/functions/documentation/handover";
        var offer = new { to = "documentation-1", briefing = "Orientering" };

        (await deputy.Post(handover, offer)).ShouldBe(HttpStatusCode.Forbidden).Problem.ShouldBe("access.not-permitted");
        (await vd.Post(handover, offer)).ShouldBe(HttpStatusCode.Forbidden).Problem.ShouldBe("klo.not-holder");
        var unknown = (await writer.Post(handover, new { to = "nobody-here", briefing = "Orientering" })).ShouldBe(
            HttpStatusCode.BadRequest
        );
        (unknown.Problem, unknown.Json["errors"]![0]!["pointer"]!.GetValue<string>()).ShouldBe(("klo.unknown-person", "#/to"));
        (await vd.Post($"/crises/{crisis}/functions/communications/handover", offer))
            .ShouldBe(HttpStatusCode.Conflict)
            .Problem.ShouldBe("klo.not-staffed");

        (await vd.Post($"/crises/{crisis}/functions/crisis-leader/staffing", new { personId = "vd" })).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Post(handover, offer)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_klo_has_a_version()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var read = (await vd.Get($"/crises/{crisis}/klo")).ShouldBe(HttpStatusCode.OK);

        (await vd.Get($"/crises/{crisis}/klo", ("If-None-Match", read.ETag!))).ShouldBe(HttpStatusCode.NotModified);
        (await vd.Get($"/crises/{Fresh.Id()}/klo")).ShouldBe(HttpStatusCode.NotFound);
        (await (await product.As("vd", "ovning")).Get($"/crises/{crisis}/klo")).ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Guid> Staffed(Caller vd)
    {
        var crisis = await vd.DeclareCrisis();
        (await vd.Post($"/crises/{crisis}/functions/documentation/staffing", new { personId = "documentation" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        return crisis;
    }

    private static async Task<JsonNode> Klo(Caller caller, Guid crisis) =>
        (await caller.Get($"/crises/{crisis}/klo")).ShouldBe(HttpStatusCode.OK).Json;

    private static async Task<JsonNode> Post(Caller caller, Guid crisis) =>
        (await Klo(caller, crisis))["functions"]!.AsArray().Single(f => f!["key"]!.GetValue<string>() == "documentation")!;
}
