using CrisisCommand.Klo;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class SummonsDueTests
{
    private static readonly SummonsDue Due = new(Guid.Empty, Documentation, Writer, AnswerBy, Guid.Empty);
    private static readonly SummonsUnanswered Unanswered = new(Documentation, Writer);
    private static readonly FunctionSummoned WriterNext = new(Documentation, Writer1, 1, AnswerBy + Times.AnswerWithin);

    [Fact]
    public void Whoever_is_silent_is_followed_by_the_next_in_order_once()
    {
        var first = After().Twice(now => Due.Decide(now, AnswerBy, Times), by: PersonId.System).ThenNothing();

        first.ShouldBeExactly(Unanswered, WriterNext);
    }

    [Fact]
    public void The_last_who_is_silent_leaves_the_function_vacant() =>
        (Due with { Person = Writer1, AnswerBy = WriterNext.AnswerBy })
            .Decide(After(Unanswered, WriterNext), WriterNext.AnswerBy, Times)
            .ShouldBeExactly(Unanswered with { Person = Writer1 }, new FunctionLeftVacant(Documentation));

    [Fact]
    public void Nothing_before_the_time_or_after_the_end() =>
        new[]
        {
            Due.Decide(After(), AnswerBy.AddTicks(-1), Times),
            Due.Decide(After(StoodDown), AnswerBy, Times),
            (Due with { Function = Unknown }).Decide(After(), AnswerBy, Times),
        }.ShouldAllBe(o => o == Outcome.Nothing);

    [Theory]
    [InlineData(SummonsAnswer.Coming)]
    [InlineData(SummonsAnswer.Declined)]
    public void Nothing_once_an_answer_has_come(SummonsAnswer answer) =>
        Due.Decide(After(new SummonsAnswered(Documentation, Writer, answer, null)), AnswerBy, Times).ShouldBeNothing();

    /// <summary>A person summoned anew has a new time, which the timer of the earlier summons does not take from them.</summary>
    [Fact]
    public void Only_the_very_summons_ends()
    {
        var again = WriterSummoned with { AnswerBy = AnswerBy.AddMinutes(1) };
        var klo = After(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Declined, null), again);

        Due.Decide(klo, AnswerBy.AddMinutes(5), Times).ShouldBeNothing();
        (Due with { AnswerBy = again.AnswerBy }).Decide(klo, again.AnswerBy, Times).Events[0].ShouldBe(Unanswered);
    }

    [Fact]
    public void Who_never_answered_is_recorded_also_when_the_function_is_held()
    {
        var held = After(WriterStaffed with { Person = Observer });
        var first = Due.Decide(held, AnswerBy, Times);

        first.ShouldBeExactly(Unanswered);
        Due.Decide(held.Then(PersonId.System, first), AnswerBy, Times).ShouldBeNothing();
    }

    [Fact]
    public void Whoever_came_has_answered()
    {
        Due.Decide(After(WriterStaffed), AnswerBy, Times).ShouldBeNothing();
        var passedOn = new HandoverAccepted(Documentation, Writer, Observer, Mandate.Appointed);
        Due.Decide(After(WriterStaffed, passedOn), AnswerBy, Times).ShouldBeNothing();
    }

    [Fact]
    public void A_late_answer_counts()
    {
        var klo = After(Unanswered, WriterNext, new SummonsAnswered(Documentation, Writer, SummonsAnswer.Coming, null));
        var late = (Due with { Person = Writer1, AnswerBy = WriterNext.AnswerBy }).Decide(klo, WriterNext.AnswerBy, Times);

        // The first is on the way: the function is not vacant although the last in order is silent.
        late.ShouldBeExactly(Unanswered with { Person = Writer1 });
    }

    [Fact]
    public void The_time_of_the_plan_goes_before_the_options()
    {
        var klo = Fold.Of<KloActivation>(
            Facts(new KloConvened(PlanName.Normal, 1, [new(Documentation, [Writer, Writer1], AnswerWithinMinutes: 10)]), WriterSummoned)
        );
        Due.Decide(klo, AnswerBy, Times).Events[1].ShouldBe(WriterNext with { AnswerBy = AnswerBy.AddMinutes(10) });
    }

    /// <summary>After a change of plan the timers are set anew, for what is still waited for.</summary>
    [Fact]
    public void What_is_waited_for_has_a_timer_each()
    {
        var klo = After(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Coming, null), LeaderStaffed)
            .By(Observer, new HolderCalled(Leader, Vd, AnswerBy));
        SummonsClock
            .Running(new TimersMoved(Guid.Empty, Guid.Empty), klo, Times)
            .ShouldBe(
                new IKloTimer[]
                {
                    new HolderCallDue(Guid.Empty, Leader, Vd, AnswerBy, Guid.Empty),
                    new ArrivalDue(Guid.Empty, Documentation, Writer, Noon, null, Noon + Times.ArriveWithin, Guid.Empty),
                }
            );
        SummonsClock
            .Running(new TimersMoved(Guid.Empty, Guid.Empty), After(), Times)
            .Select(t => t.Decide(After(), AnswerBy, Times).Events.Length)
            .ShouldBe([2, 2]);
    }
}
