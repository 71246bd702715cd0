using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Incidents.IncidentGiven;

namespace CrisisCommand.Tests.Incidents;

public class CloseIncidentTests
{
    private static readonly CloseIncident Close = new(Text("Släckt"));

    [Fact]
    public void Is_closed_once()
    {
        After().Twice(now => Close.Decide(now)).ThenRefused(IncidentRefusals.Closed).ShouldBeOnly(Closed);
        After(Closed).Open.ShouldBeFalse();
    }
}
