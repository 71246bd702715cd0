using CrisisCommand.Klo;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class AnswerSummonsTests
{
    private static readonly AnswerSummons Coming = new(SummonsAnswer.Coming, Noon.AddMinutes(20));

    [Fact]
    public void The_summoned_person_answers_once()
    {
        var klo = After();
        var first = Coming.Decide(klo, Documentation, Writer, Noon);

        first.ShouldBeExactly(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Coming, Noon.AddMinutes(20)));
        Coming.Decide(klo.Then(first), Documentation, Writer, Noon).ShouldBeNothing();
    }

    [Fact]
    public void The_same_answer_stays_the_same_when_its_time_has_passed() =>
        Coming
            .Decide(After().Then(Coming.Decide(After(), Documentation, Writer, Noon)), Documentation, Writer, Noon.AddHours(2))
            .ShouldBeNothing();

    [Theory]
    [InlineData(SummonsAnswer.Declined, null)]
    [InlineData(SummonsAnswer.Coming, 45)]
    [InlineData(SummonsAnswer.Coming, null)]
    public void A_changed_answer_is_a_new_fact(SummonsAnswer answer, int? minutes)
    {
        var klo = After(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Coming, Noon.AddMinutes(20)));
        DateTimeOffset? eta = minutes is { } later ? Noon.AddMinutes(later) : null;

        new AnswerSummons(answer, eta)
            .Decide(klo, Documentation, Writer, Noon)
            .ShouldBeExactly(new SummonsAnswered(Documentation, Writer, answer, eta));
    }

    [Fact]
    public void Nobody_answers_who_was_not_summoned_to_that_function()
    {
        Coming.Decide(After(), Documentation, Observer, Noon).ShouldBeRefused(KloRefusals.NotSummoned);
        Coming.Decide(After(), Documentation, Vd, Noon).ShouldBeRefused(KloRefusals.NotSummoned);
        KloRefusals.NotSummoned.Status.ShouldBe(403);
    }

    [Fact]
    public void An_expected_arrival_lies_ahead_but_for_the_clock_of_a_phone()
    {
        var late = new AnswerSummons(SummonsAnswer.Coming, Noon.AddMinutes(-2));
        late.Decide(After(), Documentation, Writer, Noon).ShouldBeRefused(KloRefusals.EtaInThePast, "#/eta");

        var here = new AnswerSummons(SummonsAnswer.Coming, Noon.AddSeconds(-30));
        here.Decide(After(), Documentation, Writer, Noon)
            .ShouldBeExactly(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Coming, Noon.AddSeconds(-30)));
    }

    [Fact]
    public void Refused_for_an_unknown_function_and_after_stand_down()
    {
        Coming.Decide(After(), Unknown, Writer, Noon).ShouldBeRefused(KloRefusals.UnknownFunction);
        Coming.Decide(After(StoodDown), Documentation, Writer, Noon).ShouldBeRefused(KloRefusals.StoodDown);
    }
}
