using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Tests.Klo;
using static CrisisCommand.Tests.Crises.CrisisGiven;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

public class UnlinkIncidentTests
{
    [Fact]
    public void A_linked_incident_is_unlinked_once()
    {
        var unlink = new UnlinkIncident(Text("Fel adress"));
        unlink.Decide(Crisis(Linked), IncidentId).ShouldBeExactly(new IncidentUnlinked(IncidentId, unlink.Why));
        unlink.Decide(Crisis(Linked, new IncidentUnlinked(IncidentId, unlink.Why)), IncidentId).ShouldBeRefused(CrisisRefusals.NotLinked);
    }

    [Fact]
    public void Refused_after_stand_down() =>
        new UnlinkIncident(Text("Fel adress")).Decide(Crisis(Linked, StoodDown), IncidentId).ShouldBeRefused(CrisisRefusals.StoodDown);
}
