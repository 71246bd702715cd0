using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Tests.Klo;
using static CrisisCommand.Tests.Crises.CrisisGiven;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

public class StandDownTests
{
    [Fact]
    public void A_crisis_is_stood_down_once()
    {
        var standDown = new StandDown(Text("Faran är över"));
        standDown.Decide(Crisis()).ShouldBeExactly(new KloStoodDown(standDown.Text));
        standDown.Decide(Crisis(StoodDown)).ShouldBeRefused(CrisisRefusals.StoodDown);
    }
}
