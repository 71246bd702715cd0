using CrisisCommand.Klo;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class AnswerOnBehalfTests
{
    [Fact]
    public void What_the_person_said_by_telephone_is_their_answer_once()
    {
        var coming = new AnswerOnBehalf(Writer, SummonsAnswer.Coming, Noon.AddMinutes(20));
        var first = After().Twice(now => coming.Decide(now, Documentation, Noon, Times)).ThenNothing();

        first.ShouldBeExactly(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Coming, Noon.AddMinutes(20), AnswerVia.Operator));
    }

    [Fact]
    public void Who_was_not_summoned_has_no_answer_to_give()
    {
        var outcome = new AnswerOnBehalf(Observer, SummonsAnswer.Declined).Decide(After(), Documentation, Noon, Times);

        outcome.Refusal!.Code.ShouldBe(KloRefusals.NotSummoned.Code);
        (outcome.Refusal.Status, outcome.Refusal.Pointer).ShouldBe((409, "#/personId"));
    }

    [Fact]
    public void The_rule_is_that_of_the_persons_own_answer()
    {
        var late = new AnswerOnBehalf(Writer, SummonsAnswer.Coming, Noon.AddMinutes(-2));
        late.Decide(After(), Documentation, Noon, Times).ShouldBeRefused(KloRefusals.EtaInThePast, "#/eta");
        late.Decide(After(StoodDown), Documentation, Noon, Times).ShouldBeRefused(KloRefusals.StoodDown);
        late.Decide(After(), Unknown, Noon, Times).ShouldBeRefused(KloRefusals.UnknownFunction);
    }
}
