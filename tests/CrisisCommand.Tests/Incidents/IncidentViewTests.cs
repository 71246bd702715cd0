using System.Text.Json;
using System.Text.Json.Nodes;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Tests.House;
using static CrisisCommand.Tests.Alarms.AlarmGiven;

namespace CrisisCommand.Tests.Incidents;

/// <summary>What is listed, as older builds stored it: it takes what happens next, and is shown.</summary>
public class IncidentViewTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_list_stored_before_the_newest_stood_beside_takes_what_comes()
    {
        var stored = JsonSerializer.SerializeToNode(
            After(IncidentView.Begin(Id("I")), new AlarmReceived(Alarm("A"), true)),
            Composition.Stored
        )!;
        var incident = stored["incident"]!.AsObject();
        foreach (var since in new[] { "contents", "latest", "latestOfAlarms", "cancelledBySender" })
        {
            incident.Remove(since).ShouldBeTrue(since);
        }

        incident["alarmText"] = JsonNode.Parse("""{"c":"x"}""");

        var view = After(stored.Deserialize<IncidentView>(Composition.Stored)!, new AlarmUpdated(Alarm("U", 1)));

        (view.Incident.Text, view.Incident.Latest!.What, view.Open).ShouldBe((Alarm("U").Text, ReportedFact.AlarmUpdate, true));
    }

    private static IncidentView After(IncidentView view, IDomainEvent fact) => view.After(new(fact, 1, Guid.Empty, Noon, new("tib")));
}
