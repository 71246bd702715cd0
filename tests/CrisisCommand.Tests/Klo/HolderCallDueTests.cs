using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class HolderCallDueTests
{
    private static readonly HolderCallDue Due = new(Guid.Empty, Leader, Vd, AnswerBy, Guid.Empty);
    private static readonly HolderCalled Called = new(Leader, Vd, AnswerBy);
    private static readonly HolderSilent Silent = new(Leader, Vd);

    private static KloActivation VdCalled => After(LeaderStaffed).By(Vd1, Called);

    [Fact]
    public void A_holder_who_does_nothing_is_silent_and_the_first_deputy_is_summoned_once()
    {
        var first = VdCalled.Twice(now => Due.Decide(now, AnswerBy, Times), by: PersonId.System).ThenNothing();

        first.ShouldBeExactly(Silent, new FunctionSummoned(Leader, Vd1, 1, AnswerBy + Times.AnswerWithin));
        var post = VdCalled.Then(PersonId.System, first).Post(Leader)!;
        (post.Holder, post.HolderSilentSince, post.Call).ShouldBe((Vd, Noon, null));
    }

    [Fact]
    public void Nothing_before_the_time_after_the_end_or_for_another_call() =>
        new[]
        {
            Due.Decide(VdCalled, AnswerBy.AddTicks(-1), Times),
            Due.Decide(VdCalled.By(Vd1, StoodDown), AnswerBy, Times),
            Due.Decide(After(LeaderStaffed), AnswerBy, Times),
            (Due with { AnswerBy = AnswerBy.AddMinutes(-1) }).Decide(VdCalled, AnswerBy, Times),
            (Due with { Function = Documentation }).Decide(VdCalled, AnswerBy, Times),
        }.ShouldAllBe(o => o == Outcome.Nothing);

    /// <summary>Any act at all, in this crisis: also a line in the log.</summary>
    [Fact]
    public void Whoever_does_something_is_there() =>
        new IDomainEvent[]
        {
            new HolderAnswered(Leader, Vd),
            new EntryWritten(Noon, Text("Jag är här"), EntryCategory.Observation, null),
            new StandDownProposed(Text("Faran är över")),
            new HandoverOffered(Leader, Vd, Vd1, Text("Ta över")),
        }
            .Select(act => Due.Decide(VdCalled.By(Vd, act), AnswerBy, Times))
            .ShouldAllBe(o => o == Outcome.Nothing);

    [Fact]
    public void The_search_goes_on_behind_the_silent_holder_and_comes_round_to_who_was_before()
    {
        // The deputy holds it; the holder by plan was asked long ago.
        var klo = After(new FunctionStaffed(Leader, Vd1, Mandate.Deputy)).By(Observer, Called with { Person = Vd1 });
        (Due with { Person = Vd1 })
            .Decide(klo, AnswerBy, Times)
            .ShouldBeExactly(Silent with { Person = Vd1 }, new FunctionSummoned(Leader, Vd, 0, AnswerBy + Times.AnswerWithin));
    }

    [Fact]
    public void When_nobody_is_left_the_leader_silent_as_they_are_still_holds_the_function()
    {
        var klo = VdCalled.Then(PersonId.System, Due.Decide(VdCalled, AnswerBy, Times));
        var no = new AnswerSummons(SummonsAnswer.Declined).Decide(klo, Leader, Vd1, AnswerBy, Times);

        no.ShouldBeExactly(new SummonsAnswered(Leader, Vd1, SummonsAnswer.Declined, null));
        klo.Then(Vd1, no).Post(Leader)!.Holder.ShouldBe(Vd);
    }
}
