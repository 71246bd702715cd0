using System.Net;

namespace CrisisCommand.IntegrationTests.Journal;

/// <summary>Whoever holds a function reports how it fares; the leader's picture of it all stands beside it.</summary>
public class FunctionSituationTests(Product product)
{
    [Fact]
    public async Task A_holder_reports_their_own_function_and_no_other_and_nothing_else_changes()
    {
        var (vd, operations) = (await product.As("vd"), await product.As("property-operations"));
        var crisis = $"/crises/{await vd.DeclareCrisis()}";
        (await vd.Post($"{crisis}/situation", new { text = "Läget är stabilt", nextAt = "2199-01-01T00:00:00Z" })).ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await vd.Post($"{crisis}/situation", new { text = "Läget är stabilt" })).ShouldBe(HttpStatusCode.Created);

        var own = new { status = "critical", text = "Två av tre entreprenörer borta" };
        var reported = (await operations.Post($"{crisis}/functions/property-operations/situation", own)).ShouldBe(HttpStatusCode.Created);

        var board = (await vd.Get($"{crisis}/board")).ShouldBe(HttpStatusCode.OK).Json;
        board["situation"]!["text"]!.GetValue<string>().ShouldBe("Läget är stabilt");
        var line = board["situation"]!["status"]!.AsArray().ShouldHaveSingleItem()!;
        (line["function"]!.GetValue<string>(), line["status"]!.GetValue<string>(), line["text"]!.GetValue<string>()).ShouldBe(
            ("property-operations", "critical", "Två av tre entreprenörer borta")
        );
        var logged = (await vd.Get($"{crisis}/timeline?limit=200"))
            .Json.AsArray()
            .Single(l => l!["eventId"]!.GetValue<string>() == reported.Json["eventId"]!.GetValue<string>())!;
        logged["function"]!.GetValue<string>().ShouldBe("property-operations");
        logged["words"]!.GetValue<string>().ShouldContain("Två av tre entreprenörer borta");
        var report = (await vd.Get($"{crisis}/after-action")).Json;
        report["functionReports"]!.AsArray().ShouldHaveSingleItem()!["text"]!.GetValue<string>().ShouldBe("Två av tre entreprenörer borta");
        report["situationReports"]!.AsArray().Count.ShouldBe(1);

        (await operations.Post($"{crisis}/functions/documentation/situation", own)).ShouldBeRefused(
            HttpStatusCode.Forbidden,
            "access.not-permitted"
        );
        (await operations.Post($"{crisis}/situation", new { text = "Jag vet bäst" })).ShouldBe(HttpStatusCode.Forbidden);
        (await vd.Post($"{crisis}/functions/press/situation", own)).ShouldBeRefused(HttpStatusCode.NotFound, "klo.unknown-function");
        (await operations.Post($"{crisis}/functions/property-operations/situation", new { status = "critical" })).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "platform.invalid-body",
            "#/text"
        );
    }

    [Fact]
    public async Task Whoever_is_in_two_functions_is_told_by_the_klo_and_the_board()
    {
        var vd = await product.As("vd");
        var crisis = $"/crises/{await vd.DeclareCrisis()}";
        (await vd.Post($"{crisis}/functions/situation/staffing", new { personId = "vd" })).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Post($"{crisis}/functions/crisis-leader/staffing", new { personId = "vd" })).Status.ShouldBeOneOf(
            HttpStatusCode.NoContent,
            HttpStatusCode.Conflict
        );

        var doubled = (await vd.Get($"{crisis}/klo")).Json["doubles"]!.AsArray().ShouldHaveSingleItem()!;

        doubled["person"]!.GetValue<string>().ShouldBe("vd");
        doubled["functions"]!.AsArray().Select(f => f!.GetValue<string>()).ShouldBe(["crisis-leader", "situation"]);
        var functions = (await vd.Get($"{crisis}/board")).Json["functions"]!.AsArray();
        functions.Single(f => f!["function"]!.GetValue<string>() == "situation")!["alsoIn"]![0]!
            .GetValue<string>()
            .ShouldBe("Krisledare (VD)");
        functions.Single(f => f!["function"]!.GetValue<string>() == "documentation")!["alsoIn"]!.AsArray().ShouldBeEmpty();
    }
}
