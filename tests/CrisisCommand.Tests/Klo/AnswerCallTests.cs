using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class AnswerCallTests
{
    private static KloActivation Called => After(LeaderStaffed).By(Vd1, new HolderCalled(Leader, Vd, AnswerBy));

    [Fact]
    public void The_holder_answers_once()
    {
        var first = Called.Twice(now => AnswerCall.Decide(now, Leader, Vd), by: Vd).ThenNothing();

        first.ShouldBeExactly(new HolderAnswered(Leader, Vd));
    }

    [Fact]
    public void A_silent_holder_who_comes_back_before_a_takeover_ends_the_silence()
    {
        var silent = Called.By(PersonId.System, new HolderSilent(Leader, Vd), new FunctionSummoned(Leader, Vd1, 1, AnswerBy));
        var back = AnswerCall.Decide(silent, Leader, Vd);

        back.ShouldBeExactly(new HolderAnswered(Leader, Vd));
        silent.Then(Vd, back).Post(Leader)!.HolderSilentSince.ShouldBeNull();
        TakeOver.Decide(silent.Then(Vd, back), Leader, Vd1).ShouldBeRefused(KloRefusals.HolderNotSilent);
    }

    [Fact]
    public void Nobody_answers_for_the_holder_and_nobody_once_it_is_over()
    {
        AnswerCall.Decide(Called, Leader, Vd1).ShouldBeRefused(KloRefusals.NotHolder);
        AnswerCall.Decide(After(), Leader, Vd).ShouldBeRefused(KloRefusals.NotHolder);
        AnswerCall.Decide(Called, Unknown, Vd).ShouldBeRefused(KloRefusals.UnknownFunction);
        AnswerCall.Decide(Called.By(Vd1, StoodDown), Leader, Vd).ShouldBeRefused(KloRefusals.StoodDown);
    }
}
