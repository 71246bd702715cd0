using CrisisCommand.Klo;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class CallHolderTests
{
    [Fact]
    public void A_holder_is_called_once()
    {
        var klo = After(LeaderStaffed);
        var first = klo.Twice(k => CallHolder.Decide(k, Leader, Vd1, Noon, Times), by: Vd1).ThenNothing();

        first.ShouldBeExactly(new HolderCalled(Leader, Vd, AnswerBy));
        CallHolder.Decide(klo.Then(Vd1, first), Leader, Observer, Noon, Times).ShouldBeNothing();
    }

    [Fact]
    public void Nobody_calls_themselves_or_a_holder_who_is_silent_already()
    {
        CallHolder.Decide(After(LeaderStaffed), Leader, Vd, Noon, Times).ShouldBeRefused(KloRefusals.CallsOneself);
        var silent = After(LeaderStaffed).By(PersonId.System, new HolderSilent(Leader, Vd));
        CallHolder.Decide(silent, Leader, Vd1, Noon, Times).ShouldBeRefused(KloRefusals.AlreadySilent);
    }

    [Fact]
    public void Refused_where_nobody_holds_it_for_an_unknown_function_and_after_stand_down()
    {
        CallHolder.Decide(After(), Leader, Vd1, Noon, Times).ShouldBeRefused(KloRefusals.NotStaffed);
        CallHolder.Decide(After(LeaderStaffed), Unknown, Vd1, Noon, Times).ShouldBeRefused(KloRefusals.UnknownFunction);
        CallHolder.Decide(After(LeaderStaffed, StoodDown), Leader, Vd1, Noon, Times).ShouldBeRefused(KloRefusals.StoodDown);
    }
}
