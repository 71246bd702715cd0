using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;
using static CrisisCommand.Tests.Crises.CrisisGiven;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

public class SetLevelTests
{
    private static readonly SetLevel Full = new(CrisisLevel.Full, Text("Flera områden berörs"));

    [Fact]
    public void A_level_is_set_once_and_set_otherwise_again()
    {
        Crisis().Twice(now => Full.Decide(now, Story.Areas)).ThenNothing().ShouldBeExactly(new CrisisLevelSet(CrisisLevel.Full, Full.Why));

        var raised = Crisis(new CrisisLevelSet(CrisisLevel.Full, Full.Why));
        (Full with { Why = Text("Ett skäl till") }).Decide(raised, Story.Areas).ShouldBeNothing();
        (raised.Level!.Level, raised.Level.By, raised.Level.Since).ShouldBe((CrisisLevel.Full, Vd, Noon));

        var lower = new SetLevel(CrisisLevel.Elevated, Text("Läget stabilt"));
        lower.Decide(raised, Story.Areas).ShouldBeExactly(new CrisisLevelSet(CrisisLevel.Elevated, lower.Why));
    }

    [Fact]
    public void A_level_that_the_company_does_not_have_is_refused()
    {
        var unknown = new SetLevel(new("purple"), Text("Varför inte")).Decide(Crisis(), Story.Areas).Refusal!;
        (unknown.Code, unknown.Status, unknown.Pointer, unknown.Arguments[0]).ShouldBe(
            ("reference.unknown-level", 400, "#/level", "purple")
        );
    }

    [Fact]
    public void A_crisis_that_is_over_has_no_level_to_set()
    {
        var over = Crisis(new CrisisLevelSet(CrisisLevel.Full, Full.Why), new KloStoodDown(Text("Över")));
        Full.Decide(over, Story.Areas).ShouldBeRefused(CrisisRefusals.StoodDown);
        Full.Decide(over, Story.Areas).ShouldBeRefused(CrisisRefusals.StoodDown);
    }
}
