using CrisisCommand.Klo;
using CrisisCommand.Klo.Endurance;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class PlanReliefTests
{
    private static readonly PlanRelief Relief = new(Writer1, Noon.AddHours(6));

    [Fact]
    public void A_relief_is_planned_once()
    {
        var klo = After(WriterStaffed);
        var first = klo.Twice(k => Relief.Decide(k, Documentation, known: true, Noon)).ThenNothing();

        first.ShouldBeExactly(new ReliefPlanned(Documentation, Writer1, Relief.At));
    }

    [Fact]
    public void Another_time_replaces_the_one_before()
    {
        var klo = After(WriterStaffed, new ReliefPlanned(Documentation, Writer1, Relief.At));
        var later = Relief with { At = Noon.AddHours(8) };
        var moved = later.Decide(klo, Documentation, known: true, Noon);

        moved.ShouldBeExactly(new ReliefPlanned(Documentation, Writer1, later.At));
        klo.Then(moved).Post(Documentation)!.Reliefs.ShouldBe([new Relief(Writer1, later.At)]);
        later.Decide(klo.Then(moved), Documentation, known: true, Noon).ShouldBeNothing();
    }

    [Fact]
    public void Who_came_is_expected_no_more() =>
        After(
                WriterStaffed,
                new ReliefPlanned(Documentation, Writer1, Relief.At),
                new HandoverAccepted(Documentation, Writer, Writer1, Mandate.Deputy)
            )
            .Post(Documentation)!
            .Reliefs.ShouldBeEmpty();

    [Fact]
    public void Refused_for_the_holder_for_nobody_known_for_the_past_and_when_all_is_over()
    {
        (Relief with { PersonId = Writer })
            .Decide(After(WriterStaffed), Documentation, true, Noon)
            .ShouldBeRefused(EnduranceRefusals.ReliefOfOneself, "#/personId");
        Relief.Decide(After(WriterStaffed), Documentation, known: false, Noon).ShouldBeRefused(KloRefusals.UnknownPerson, "#/personId");
        (Relief with { At = Noon.AddMinutes(-2) })
            .Decide(After(), Documentation, true, Noon)
            .ShouldBeRefused(EnduranceRefusals.ReliefInThePast, "#/at");
        Relief.Decide(After(), Unknown, true, Noon).ShouldBeRefused(KloRefusals.UnknownFunction);
        Relief.Decide(After(StoodDown), Documentation, true, Noon).ShouldBeRefused(KloRefusals.StoodDown);
    }
}
