using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests.Crises;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Boards;

public class BoardNamesTests(Product product)
{
    [Fact]
    public async Task An_incident_has_its_name_and_place_and_a_board_of_the_past_those_of_then()
    {
        var vd = await product.As("vd");
        var incident = await vd.ReportIncident();
        var crisis = await vd.DeclareCrisis(incident);

        var first = await Incident(vd, $"/crises/{crisis}/board");
        (Text(first, "kind"), Text(first, "kindName"), Text(first, "place"), Text(first, "severity")).ShouldBe(
            ("fire", "Brand", "Ekholmen 3", "unknown")
        );
        await vd.Learns(crisis, incident, 1);
        var before = (await vd.Get($"/crises/{crisis}/board")).Json["version"]!.GetValue<long>();
        (await vd.Post($"/incidents/{incident}/assessment", new { severity = "extreme", text = "Taket brinner" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        await vd.Learns(crisis, incident, 3);

        Text(await Incident(vd, $"/crises/{crisis}/board"), "severity").ShouldBe("extreme");
        Text(await Incident(vd, $"/crises/{crisis}/board?version={before}"), "severity").ShouldBe("unknown");
    }

    [Fact]
    public async Task An_alarm_brings_its_headline_and_an_observer_gets_no_words_of_it()
    {
        var (vd, tib, observer) = (await product.As("vd"), await product.As("tib"), await product.As("observer"));
        var alarm = new
        {
            source = "tib",
            kind = "explosion",
            place = "Hemlig gata 7",
            text = "Hemligt larm",
        };
        var raised = (await tib.Post("/alarms", alarm)).ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();
        var crisis = await vd.DeclareCrisis(raised);
        await Written(vd, crisis);

        Text(await Incident(vd, $"/crises/{crisis}/board"), "place").ShouldBe("Hemlig gata 7");
        var masked = (await observer.Get($"/crises/{crisis}/board")).ShouldBe(HttpStatusCode.OK);
        var incident = masked.Json["incidents"]![0]!;
        (Text(incident, "kind"), Text(incident, "place")).ShouldBe(("explosion", "[maskad]"));
        masked.Text.ShouldNotContain("emlig");
        masked.Json["latest"]!.AsArray().ShouldAllBe(l => l!["byName"] == null);
        masked.Json["declaredByName"].ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_shows_a_board_finds_every_name_on_it()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await Written(vd, crisis);
        var name = (await vd.Get($"/crises/{crisis}/klo")).Json["persons"]!["vd"]!.GetValue<string>();

        var board = (await vd.Get($"/crises/{crisis}/board")).Json;

        (Text(board, "declaredByName"), Text(board, "kindName")).ShouldBe((name, "Brand"));
        var decision = board["openDecisions"]![0]!;
        (Text(decision, "byName"), Text(decision, "executorName")).ShouldBe((name, "Kommunikation"));
        Text(board["openTasks"]![0]!, "functionName").ShouldBe("Kommunikation");
        var situation = board["situation"]!;
        (Text(situation, "byName"), Text(situation["status"]![0]!, "areaName")).ShouldBe((name, "Skärholmen"));
        Text(board["latest"]![0]!, "byName").ShouldBe(name);
        board["latest"]![0]!["eventId"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_board_as_it_happened_has_late_entries_in_their_place_and_no_receipt()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var then = (await vd.Get($"/crises/{crisis}")).Json["declaredAt"]!.GetValue<DateTimeOffset>();
        var entry = await vd.Post($"/crises/{crisis}/entries", new { text = "Rök i trapphus B", occurredAt = then.AddSeconds(-1) });
        var id = entry.ShouldBe(HttpStatusCode.Created).Json["eventId"];
        var at = $"asOf={then.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ}";
        (await vd.Post($"/crises/{crisis}/entries/{id}/correction", new { text = "Trapphus C", why = "Fel" })).ShouldBe(
            HttpStatusCode.Created
        );

        var known = (await vd.Get($"/crises/{crisis}/board?{at}&as=known")).ShouldBe(HttpStatusCode.OK);
        var happened = (await vd.Get($"/crises/{crisis}/board?{at}&as=happened")).ShouldBe(HttpStatusCode.OK);

        known.Json["latest"]!.AsArray().ShouldNotContain(l => Text(l!, "kind") == "entry_written");
        known.Header("Board-Receipt").ShouldNotBeNull();
        var line = happened.Json["latest"]!.AsArray().Single(l => Text(l!, "kind") == "entry_written")!;
        (Text(line, "words").Contains("Trapphus C", StringComparison.Ordinal), line["corrected"]!.GetValue<bool>()).ShouldBe((true, true));
        happened.Header("Board-Receipt").ShouldBeNull();
        happened.Json["happenedBy"]!.GetValue<DateTimeOffset>().ShouldBe(then);
        (await vd.Get($"/crises/{crisis}/board?as=happened")).ShouldBe(HttpStatusCode.OK);
        (await vd.Get($"/crises/{crisis}/board?as=wished")).ShouldBeRefused(HttpStatusCode.BadRequest, "boards.no-such-view", "?as");
        (await vd.Get($"/crises/{crisis}/board?as=happened&version=3")).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "boards.version-or-instant"
        );
    }

    [Fact]
    public async Task The_difference_between_two_versions_is_told_in_words_with_the_lines_between()
    {
        var (vd, observer) = (await product.As("vd"), await product.As("observer"));
        var crisis = await vd.DeclareCrisis();
        await Written(vd, crisis);
        (await vd.Post($"/crises/{crisis}/decisions/1/execution", new { text = "Klart" })).ShouldBe(HttpStatusCode.NoContent);

        var between = $"/crises/{crisis}/board/difference?from=12&to=15";
        var read = (await vd.Get(between)).ShouldBe(HttpStatusCode.OK).Json;
        read["changes"]!
            .AsArray()
            .Select(c => (Text(c!, "cell"), Text(c!, "change"), Text(c!, "words")))
            .ShouldBe([
                ("decision", "decision-closed", "Beslut 1 är inte längre öppet: Hemligt beslut"),
                ("task", "task-given", "Uppgift till Kommunikation: Hemlig uppgift"),
                ("situation", "situation-reported", "Lägesbild: Hemligt läge"),
                ("situation", "status-reported", "Skärholmen: kritiskt"),
            ]);
        read["lines"]!.AsArray().Select(l => l!["version"]!.GetValue<long>()).ShouldBe([13, 14, 15]);
        read["lineCount"]!.GetValue<long>().ShouldBe(3);

        (await observer.Get(between)).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("emlig");
        (await vd.Get(between, ("Accept-Language", "en"))).Text.ShouldContain("Task for Communications");
        (await vd.Get($"/crises/{crisis}/board/difference?from=15&to=15")).Json["changes"]!.AsArray().ShouldBeEmpty();
        var problems = new[]
        {
            ("from=15&to=12", "boards.from-after-to"),
            ("from=1", "boards.no-version"),
            ("from=1&to=99", "boards.unknown-version"),
        };
        foreach (var (query, problem) in problems)
        {
            (await vd.Get($"/crises/{crisis}/board/difference?{query}")).Problem.ShouldBe(problem);
        }
    }

    private static async Task Written(Caller vd, Guid crisis)
    {
        string[] paths = ["decisions", "tasks", "situation"];
        object[] bodies =
        [
            new
            {
                decision = "Hemligt beslut",
                motive = "Hemligt",
                executor = "communications",
            },
            new { text = "Hemlig uppgift", function = "communications" },
            new { text = "Hemligt läge", status = new[] { new { area = "skarholmen", status = "critical" } } },
        ];
        foreach (var (path, body) in paths.Zip(bodies))
        {
            (await vd.Post($"/crises/{crisis}/{path}", body)).ShouldBe(HttpStatusCode.Created);
        }
    }

    private static async Task<JsonNode> Incident(Caller who, string board) =>
        (await who.Get(board)).ShouldBe(HttpStatusCode.OK).Json["incidents"]![0]!;

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
