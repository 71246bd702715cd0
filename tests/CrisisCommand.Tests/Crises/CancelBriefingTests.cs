using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Crises.CrisisGiven;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

public class CancelBriefingTests
{
    private static readonly StaffBriefingCalled Called = new(Noon.AddHours(1), null, null);
    private static readonly CancelBriefing Cancel = new(Text("Alla är ute på plats"));

    [Fact]
    public void The_next_briefing_is_called_off_once()
    {
        var cancelled = new StaffBriefingCancelled(Called.At, Cancel.Why);
        Crisis(Called).Twice(now => Cancel.Decide(now, Noon)).ThenRefused(CrisisRefusals.NoBriefing).ShouldBeExactly(cancelled);
        Crisis(Called, cancelled).Briefing.ShouldBeNull();
    }

    [Fact]
    public void One_that_was_never_called_or_has_been_is_not()
    {
        Cancel.Decide(Crisis(), Noon).ShouldBeRefused(CrisisRefusals.NoBriefing);
        Cancel.Decide(Crisis(Called), Called.At).ShouldBeRefused(CrisisRefusals.NoBriefing);
        Cancel.Decide(Crisis(Called, new KloStoodDown(Text("Över"))), Noon).ShouldBeRefused(CrisisRefusals.StoodDown);
    }
}
