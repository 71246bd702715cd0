using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Crises.CrisisGiven;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

public class CallBriefingTests
{
    private static readonly CallBriefing AtOne = new(Noon.AddHours(1), Text("Hornsgatan"), Text("Läge, inriktning, uppgifter"));
    private static readonly StaffBriefingCalled Called = new(AtOne.At, AtOne.Place, AtOne.Agenda);

    [Fact]
    public void A_briefing_is_called_once()
    {
        Crisis().Twice(now => AtOne.Decide(now, Noon)).ThenNothing().ShouldBeExactly(Called);
        AtOne.Decide(Crisis(Called), Noon.AddHours(2)).ShouldBeNothing();

        var known = Crisis(Called).Briefing!;
        (known.At, known.Place, known.Agenda, known.By).ShouldBe((AtOne.At, AtOne.Place, AtOne.Agenda, Vd));
    }

    [Fact]
    public void Another_time_or_place_replaces_the_one_before()
    {
        var atTwo = AtOne with { At = Noon.AddHours(2) };
        atTwo.Decide(Crisis(Called), Noon).ShouldBeExactly(new StaffBriefingCalled(atTwo.At, atTwo.Place, atTwo.Agenda));

        var elsewhere = new CallBriefing(AtOne.At, Text("Teams"));
        elsewhere.Decide(Crisis(Called), Noon).ShouldBeExactly(new StaffBriefingCalled(AtOne.At, elsewhere.Place, null));
        Crisis(Called, new StaffBriefingCalled(atTwo.At, null, null)).Briefing!.At.ShouldBe(atTwo.At);
    }

    [Fact]
    public void A_time_that_has_been_is_refused_but_for_what_clocks_may_differ()
    {
        var atOne = AtOne.At;
        AtOne.Decide(Crisis(), atOne.AddMinutes(1)).ShouldBeExactly(Called);
        AtOne.Decide(Crisis(), atOne.AddMinutes(1).AddSeconds(1)).ShouldBeRefused(CrisisRefusals.BriefingInThePast, "#/at");
        AtOne.Decide(Crisis(), atOne.AddMinutes(1).AddSeconds(1)).ShouldBeRefused(CrisisRefusals.BriefingInThePast, "#/at");
    }

    [Fact]
    public void Nobody_is_briefed_when_it_is_over() =>
        AtOne.Decide(Crisis(new KloStoodDown(Text("Över"))), Noon).ShouldBeRefused(CrisisRefusals.StoodDown);
}
