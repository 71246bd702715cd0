using CrisisCommand.Incidents;
using static CrisisCommand.Tests.Incidents.IncidentGiven;

namespace CrisisCommand.Tests.Incidents;

public class CloseIncidentTests
{
    private static readonly CloseIncident Close = new(Text("Släckt"));

    [Fact]
    public void Is_closed_once()
    {
        Close.Decide(After()).ShouldBeOnly(Closed);
        Close.Decide(After(Closed)).ShouldOnlyRefuse(IncidentRefusals.Closed);
        After(Closed).Open.ShouldBeFalse();
    }
}
