using CrisisCommand.Klo;
using CrisisCommand.Klo.Endurance;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class CancelReliefTests
{
    private static readonly ReliefPlanned Planned = new(Documentation, Writer1, Noon.AddHours(6));

    [Fact]
    public void A_planned_relief_is_cancelled_once()
    {
        var klo = After(WriterStaffed, Planned);
        var first = klo.Twice(k => CancelRelief.Decide(k, Documentation, Writer1)).ThenRefused(EnduranceRefusals.NoRelief);

        first.ShouldBeExactly(new ReliefCancelled(Documentation, Writer1));
    }

    [Fact]
    public void Refused_where_none_is_planned_or_all_is_over()
    {
        CancelRelief.Decide(After(Planned), Documentation, Observer).ShouldBeRefused(EnduranceRefusals.NoRelief);
        CancelRelief.Decide(After(Planned), Unknown, Writer1).ShouldBeRefused(KloRefusals.UnknownFunction);
        CancelRelief.Decide(After(Planned, StoodDown), Documentation, Writer1).ShouldBeRefused(KloRefusals.StoodDown);
    }
}
