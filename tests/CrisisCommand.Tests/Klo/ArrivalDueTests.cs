using CrisisCommand.Klo;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class ArrivalDueTests
{
    private static readonly SummonsAnswered Coming = new(Documentation, Writer, SummonsAnswer.Coming, null);
    private static readonly DateTimeOffset Missed = Noon + Times.ArriveWithin;
    private static readonly ArrivalDue Due = new(Guid.Empty, Documentation, Writer, Noon, null, Missed, Guid.Empty);
    private static readonly ArrivalOverdue Overdue = new(Documentation, Writer);

    [Fact]
    public void Whoever_does_not_come_as_they_said_is_followed_by_the_next_once()
    {
        var first = After(Coming).Twice(now => Due.Decide(now, Missed, Times), by: PersonId.System).ThenNothing();

        first.ShouldBeExactly(Overdue, new FunctionSummoned(Documentation, Writer1, 1, Missed + Times.AnswerWithin));
    }

    [Fact]
    public void The_last_who_does_not_come_leaves_the_function_vacant()
    {
        var klo = After(new SummonsUnanswered(Documentation, Writer), new FunctionSummoned(Documentation, Writer1, 1, AnswerBy))
            .By(Writer1, Coming with { Person = Writer1 });
        (Due with { Person = Writer1 })
            .Decide(klo, Missed, Times)
            .ShouldBeExactly(Overdue with { Person = Writer1 }, new FunctionLeftVacant(Documentation));
    }

    [Fact]
    public void Nothing_before_the_time_after_the_end_or_once_somebody_is_in_place() =>
        new[]
        {
            Due.Decide(After(Coming), Missed.AddTicks(-1), Times),
            Due.Decide(After(Coming, StoodDown), Missed, Times),
            Due.Decide(After(Coming, WriterStaffed), Missed, Times),
            Due.Decide(After(Coming, WriterStaffed with { Person = Observer }), Missed, Times),
            Due.Decide(After(Coming, Coming with { Answer = SummonsAnswer.Declined }), Missed, Times),
            (Due with { Function = Unknown }).Decide(After(Coming), Missed, Times),
        }.ShouldAllBe(o => o == Outcome.Nothing);

    [Fact]
    public void A_later_answer_has_a_time_of_its_own()
    {
        (Due with { AnsweredAt = Noon.AddMinutes(-1) }).Decide(After(Coming), Missed, Times).ShouldBeNothing();
        // Also one of the same moment, as the random runs found.
        (Due with { Eta = Noon, At = Noon.AddMinutes(10) })
            .Decide(After(Coming with { Eta = Noon }, Coming), Missed, Times)
            .ShouldBeNothing();
    }

    [Fact]
    public void A_time_that_was_given_is_waited_for_and_a_little_longer_but_not_for_ever()
    {
        Times.MissedAt(null, Noon).ShouldBe(Noon.AddHours(1));
        Times.MissedAt(Noon.AddMinutes(20), Noon).ShouldBe(Noon.AddMinutes(30));
        Times.MissedAt(DateTimeOffset.MaxValue, Noon).ShouldBe(Noon.AddDays(1));
    }

    [Fact]
    public void Times_make_sense()
    {
        Times.AreSane.ShouldBeTrue();
        (Times with { AnswerWithin = TimeSpan.Zero }).AreSane.ShouldBeFalse();
        (Times with { ArriveWithin = TimeSpan.FromDays(2) }).AreSane.ShouldBeFalse();
        (Times with { ArrivalGrace = TimeSpan.FromSeconds(-1) }).AreSane.ShouldBeFalse();
    }
}
