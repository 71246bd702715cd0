using System.Net;

namespace CrisisCommand.IntegrationTests.Journal;

/// <summary>When a time passes that something was to be done by, the journal says so.</summary>
public class DeadlineTests(Product product)
{
    [Fact]
    public async Task What_is_late_becomes_a_line_of_the_log_and_what_is_done_does_not()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(1);
        var task = new
        {
            text = "Ring hyresgästerna",
            function = "documentation",
            dueAt = soon,
        };
        var given = (await vd.Post($"/crises/{crisis}/tasks", task)).ShouldBe(HttpStatusCode.Created).Json["taskId"];
        var decision = new
        {
            decision = "Utrym",
            motive = "Rök",
            executor = "property-operations",
            dueAt = soon,
        };
        (await vd.Post($"/crises/{crisis}/decisions", decision)).ShouldBe(HttpStatusCode.Created);
        var later = new
        {
            text = "Räkna de boende",
            function = "documentation",
            dueAt = soon.AddHours(1),
        };
        (await vd.Post($"/crises/{crisis}/tasks", later)).ShouldBe(HttpStatusCode.Created);

        await Eventually.Is(
            () => product.StoredEvents(crisis),
            e => e.Count(x => Type(x!).EndsWith("_overdue", StringComparison.Ordinal)) == 2
        );
        var late = (await product.StoredEvents(crisis)).Where(e => Type(e!).EndsWith("_overdue", StringComparison.Ordinal)).ToList();
        late.Select(e => Type(e!)).Order().ShouldBe(["decision_overdue", "task_overdue"]);
        late.Single(e => Type(e!) == "task_overdue")!["data"]!["taskId"]!.ToString().ShouldBe(given!.ToString());
        var lines = (await vd.Get($"/crises/{crisis}/timeline")).Json.AsArray().Select(l => l!["words"]!.GetValue<string>()).ToList();
        lines.ShouldContain(l =>
            l.StartsWith("Uppgift försenad", StringComparison.Ordinal) && l.Contains("Ring hyresgästerna", StringComparison.Ordinal)
        );
        lines.ShouldContain(l => l.StartsWith("Beslut 1 är inte verkställt", StringComparison.Ordinal));
    }

    private static string Type(System.Text.Json.Nodes.JsonNode stored) => stored["type"]!.GetValue<string>();
}
