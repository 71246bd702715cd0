using CrisisCommand.Klo;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class AnswerSummonsTests
{
    private static readonly AnswerSummons Yes = new(SummonsAnswer.Coming, Noon.AddMinutes(20));

    [Fact]
    public void The_summoned_person_answers_once()
    {
        var klo = After();
        var first = klo.Twice(k => Yes.Decide(k, Documentation, Writer, Noon, Times)).ThenNothing();

        first.ShouldBeExactly(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Coming, Noon.AddMinutes(20)));
    }

    [Fact]
    public void The_same_answer_stays_the_same_when_its_time_has_passed() =>
        Yes.Decide(After().Then(Yes.Decide(After(), Documentation, Writer, Noon, Times)), Documentation, Writer, Noon.AddHours(2), Times)
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
            .Decide(klo, Documentation, Writer, Noon, Times)
            .Events[0]
            .ShouldBe(new SummonsAnswered(Documentation, Writer, answer, eta));
    }

    [Fact]
    public void Nobody_answers_who_was_not_summoned_to_that_function()
    {
        Yes.Decide(After(), Documentation, Observer, Noon, Times).ShouldBeRefused(KloRefusals.NotSummoned);
        Yes.Decide(After(), Documentation, Vd, Noon, Times).ShouldBeRefused(KloRefusals.NotSummoned);
        KloRefusals.NotSummoned.Status.ShouldBe(403);
    }

    [Fact]
    public void An_expected_arrival_lies_ahead_but_for_the_clock_of_a_phone()
    {
        var late = new AnswerSummons(SummonsAnswer.Coming, Noon.AddMinutes(-2));
        late.Decide(After(), Documentation, Writer, Noon, Times).ShouldBeRefused(KloRefusals.EtaInThePast, "#/eta");

        var here = new AnswerSummons(SummonsAnswer.Coming, Noon.AddSeconds(-30));
        here.Decide(After(), Documentation, Writer, Noon, Times)
            .ShouldBeExactly(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Coming, Noon.AddSeconds(-30)));
    }

    [Fact]
    public void Refused_for_an_unknown_function_and_after_stand_down()
    {
        Yes.Decide(After(), Unknown, Writer, Noon, Times).ShouldBeRefused(KloRefusals.UnknownFunction);
        Yes.Decide(After(StoodDown), Documentation, Writer, Noon, Times).ShouldBeRefused(KloRefusals.StoodDown);
    }

    [Fact]
    public void Whoever_declines_is_followed_by_the_next_in_order_at_once()
    {
        var first = After().Twice(now => No.Decide(now, Documentation, Writer, Noon, Times)).ThenNothing();
        first.ShouldBeExactly(Declined, WriterNext);

        // A changed answer as well.
        No.Decide(After(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Coming, null)), Documentation, Writer, Noon, Times)
            .ShouldBeExactly(Declined, WriterNext);
    }

    [Fact]
    public void The_last_who_declines_leaves_the_function_vacant()
    {
        var klo = After(Declined, WriterNext);
        var last = No.Decide(klo, Documentation, Writer1, Noon, Times);
        last.ShouldBeExactly(Declined with { Person = Writer1 }, new FunctionLeftVacant(Documentation));

        klo = klo.Then(last);
        klo.Post(Documentation)!.VacantSince.ShouldBe(Noon);
        No.Decide(klo, Documentation, Writer1, Noon, Times).ShouldBeNothing();
    }

    [Fact]
    public void Nobody_else_is_summoned_while_somebody_may_still_come()
    {
        var late = After(new SummonsUnanswered(Documentation, Writer), WriterNext, Coming(Writer));
        No.Decide(late, Documentation, Writer1, Noon, Times).ShouldBeExactly(Declined with { Person = Writer1 });
        No.Decide(late, Documentation, Writer, Noon, Times).ShouldBeExactly(Declined);
    }

    [Fact]
    public void Nobody_else_is_summoned_to_a_function_that_is_held()
    {
        No.Decide(After(WriterStaffed with { Person = Observer }), Documentation, Writer, Noon, Times).ShouldBeExactly(Declined);
        No.Decide(After(WriterStaffed), Documentation, Writer, Noon, Times).ShouldBeExactly(Declined);
    }

    [Fact]
    public void Who_comes_late_after_all_ends_the_vacancy_and_is_missed_again_if_they_do_not()
    {
        var vacant = After(Declined, WriterNext, Declined with { Person = Writer1 }, new FunctionLeftVacant(Documentation));
        var late = new AnswerSummons(SummonsAnswer.Coming).Decide(vacant, Documentation, Writer1, Noon, Times);
        late.ShouldBeExactly(Coming(Writer1));
        var post = vacant.Then(late).Post(Documentation)!;
        (post.VacantSince, post.IsAwaitedOtherThan(Writer)).ShouldBe((null, true));

        No.Decide(vacant.Then(late), Documentation, Writer1, Noon, Times)
            .ShouldBeExactly(Declined with { Person = Writer1 }, new FunctionLeftVacant(Documentation));
    }

    [Fact]
    public void Somebody_who_was_missed_says_once_more_that_they_come()
    {
        var missed = After(Coming(Writer), new ArrivalOverdue(Documentation, Writer), WriterNext);
        var again = missed
            .Twice(now => new AnswerSummons(SummonsAnswer.Coming).Decide(now, Documentation, Writer, Noon, Times))
            .ThenNothing();
        again.ShouldBeExactly(Coming(Writer));
    }

    [Fact]
    public void The_way_by_which_an_answer_came_is_kept() =>
        No.Decide(After(), Documentation, Writer, Noon, Times, AnswerVia.Operator)
            .ShouldBeExactly(Declined with { Via = AnswerVia.Operator }, WriterNext);

    private static readonly AnswerSummons No = new(SummonsAnswer.Declined);
    private static readonly SummonsAnswered Declined = new(Documentation, Writer, SummonsAnswer.Declined, null);
    private static readonly FunctionSummoned WriterNext = new(Documentation, Writer1, 1, AnswerBy);

    private static SummonsAnswered Coming(PersonId person) => new(Documentation, person, SummonsAnswer.Coming, null);
}
