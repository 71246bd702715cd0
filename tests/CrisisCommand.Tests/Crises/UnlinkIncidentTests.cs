using CrisisCommand.Crises;
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
        Crisis(Linked)
            .Twice(now => unlink.Decide(now, IncidentId))
            .ThenRefused(CrisisRefusals.NotLinked)
            .ShouldBeExactly(new IncidentUnlinked(IncidentId, unlink.Why));
    }

    [Fact]
    public void Refused_after_stand_down() =>
        new UnlinkIncident(Text("Fel adress")).Decide(Crisis(Linked, StoodDown), IncidentId).ShouldBeRefused(CrisisRefusals.StoodDown);
}
