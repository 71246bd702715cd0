using System.Net;
using System.Text.Json.Nodes;

namespace CrisisCommand.IntegrationTests.Crises;

/// <summary>A crisis ends by two persons, who see what is still open and why the first says that it is over.</summary>
public class StandDownTests(Product product)
{
    [Fact]
    public async Task The_first_proposes_the_second_confirms_and_both_are_told_what_is_open()
    {
        var (vd, writer) = (await product.As("vd"), await product.As("documentation"));
        var incident = await vd.ReportIncident();
        var crisis = await vd.DeclareCrisis(incident);
        var path = $"/crises/{crisis}";
        (await vd.Post(path + "/functions/documentation/staffing", new { personId = "documentation" })).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Post(path + "/decisions", new { decision = "Utrym", motive = "Rök" })).ShouldBe(HttpStatusCode.Created);
        (await vd.Post(path + "/decisions", new { decision = "Spärra", motive = "Rök" })).ShouldBe(HttpStatusCode.Created);
        (await vd.Post(path + "/decisions/1/execution", new { text = "Utrymt" })).ShouldBe(HttpStatusCode.NoContent);
        var given = await vd.Post(path + "/tasks", new { text = "Ring hyresgästerna", function = "documentation" });
        var task = given.ShouldBe(HttpStatusCode.Created).Json["taskId"]!.GetValue<Guid>();

        var over = path + "/stand-down";
        var proposed = (await writer.Post(over, new { text = "Branden är släckt" })).ShouldBe(HttpStatusCode.OK);
        Told(proposed.Json).ShouldBe(("proposed", "2", $"{task}", $"{incident}"));
        Told((await writer.Post(over, new { text = "Branden är släckt" })).ShouldBe(HttpStatusCode.OK).Json).State.ShouldBe("proposed");

        var waiting = (await vd.Crisis(crisis))["standDownProposal"]!;
        (waiting["by"]!.GetValue<string>(), waiting["why"]!.GetValue<string>()).ShouldBe(("documentation", "Branden är släckt"));
        (await vd.Get(path + "/me")).Json["standDownReason"]!.GetValue<string>().ShouldBe("Branden är släckt");

        var ended = (await vd.Post(over, new { text = "Faran är över" })).ShouldBe(HttpStatusCode.OK);
        Told(ended.Json).ShouldBe(("stoodDown", "2", $"{task}", $"{incident}"));
        (await vd.Crisis(crisis))["standDownProposal"].ShouldBeNull();
    }

    [Fact]
    public async Task A_leader_alone_ends_it_at_once_and_the_same_command_is_answered_the_same()
    {
        var vd = await product.As("vd");
        var (over, key) = ($"/crises/{await vd.DeclareCrisis()}/stand-down", $"{Fresh.Id()}");
        for (var i = 0; i < 2; i++)
        {
            var told = (await vd.Post(over, new { text = "Falsklarm" }, key)).ShouldBe(HttpStatusCode.OK).Json;
            Told(told).ShouldBe(("stoodDown", "", "", ""));
        }
    }

    private static (string State, string Decisions, string Tasks, string Incidents) Told(JsonNode told) =>
        (told["state"]!.GetValue<string>(), Listed(told["openDecisions"]!), Listed(told["openTasks"]!), Listed(told["openIncidents"]!));

    private static string Listed(JsonNode list) => string.Join(' ', list.AsArray().Select(n => n!.ToString()));
}
