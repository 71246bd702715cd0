using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Crises.CrisisGiven;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

public class UnlinkIncidentTests
{
    [Fact]
    public void A_linked_incident_is_unlinked_once()
    {
        var unlink = new UnlinkIncident(Text("Fel adress"));
        var first = Crisis(Linked).Twice(now => unlink.Decide(now, CrisisId, IncidentId)).ThenRefused(CrisisRefusals.NotLinked);

        first.Events.ShouldBe([new IncidentUnlinked(IncidentId, unlink.Why)]);
        var (stream, events) = first.Elsewhere.ShouldHaveSingleItem();
        stream.ShouldBe(IncidentId);
        events.ShouldBe([new IncidentReleasedFromCrisis(CrisisId)]);
    }

    [Fact]
    public void Refused_after_stand_down() =>
        new UnlinkIncident(Text("Fel adress"))
            .Decide(Crisis(Linked, StoodDown), CrisisId, IncidentId)
            .ShouldBeRefused(CrisisRefusals.StoodDown);
}
