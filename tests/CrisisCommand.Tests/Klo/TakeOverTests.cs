using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class TakeOverTests
{
    private static readonly PersonId Vd2 = new("vd-2");
    private static readonly KloConvened Deep = new(
        PlanName.Normal,
        1,
        [new(Leader, [Vd, Vd1, Vd2]), new(Documentation, [Writer, Writer1])]
    );
    private static readonly FunctionTakenOver Taken = new(Leader, Vd, Vd1, Mandate.Deputy);

    private static KloActivation VdSilent =>
        Fold.Of<KloActivation>(Facts(Deep, LeaderSummoned, WriterSummoned, LeaderStaffed))
            .By(PersonId.System, new HolderSilent(Leader, Vd), new FunctionSummoned(Leader, Vd1, 1, AnswerBy));

    [Fact]
    public void The_summoned_deputy_takes_over_from_the_silent_leader_once()
    {
        var first = VdSilent.Twice(now => TakeOver.Decide(now, Leader, Vd1), by: Vd1).ThenNothing();

        first.ShouldBeExactly(Taken);
        var post = VdSilent.Then(Vd1, first).Post(Leader)!;
        (post.Holder, post.Mandate, post.HolderSilentSince, post.Takeover).ShouldBe(
            (Vd1, Mandate.Deputy, null, new Takeover(Vd, Vd1, Noon))
        );
    }

    [Fact]
    public void The_deputies_come_in_order()
    {
        TakeOver.Decide(VdSilent, Leader, Vd2).ShouldBeRefused(KloRefusals.NotYourTurn);
        TakeOver.Decide(VdSilent, Leader, Observer).ShouldBeRefused(KloRefusals.NotDeputy);
        var next = VdSilent.By(PersonId.System, new SummonsUnanswered(Leader, Vd1), new FunctionSummoned(Leader, Vd2, 2, AnswerBy));
        TakeOver.Decide(next, Leader, Vd2).ShouldBeExactly(Taken with { To = Vd2 });
        // One who was silent themselves may come to it after all.
        TakeOver.Decide(next, Leader, Vd1).ShouldBeExactly(Taken);
    }

    /// <summary>A summons of long ago, when the leader was there, gives no right to take over.</summary>
    [Fact]
    public void Only_a_summons_since_the_silence_counts()
    {
        var klo = After(new FunctionSummoned(Leader, Observer, 2, AnswerBy), LeaderStaffed)
            .By(PersonId.System, new HolderSilent(Leader, Vd), new FunctionSummoned(Leader, Vd1, 1, AnswerBy));
        TakeOver.Decide(klo, Leader, Observer).ShouldBeRefused(KloRefusals.NotDeputy);
        TakeOver
            .Decide(klo.By(Writer, new FunctionSummoned(Leader, Observer, 2, AnswerBy)), Leader, Observer)
            .ShouldBeExactly(new FunctionTakenOver(Leader, Vd, Observer, Mandate.Appointed));
    }

    [Fact]
    public void Nothing_is_taken_from_a_leader_who_is_there()
    {
        TakeOver.Decide(After(LeaderStaffed), Leader, Vd1).ShouldBeRefused(KloRefusals.HolderNotSilent);
        var called = After(LeaderStaffed).By(Vd1, new HolderCalled(Leader, Vd, AnswerBy));
        TakeOver.Decide(called, Leader, Vd1).ShouldBeRefused(KloRefusals.HolderNotSilent);
        TakeOver.Decide(VdSilent.By(Vd, new HolderAnswered(Leader, Vd)), Leader, Vd1).ShouldBeRefused(KloRefusals.HolderNotSilent);
        TakeOver.Decide(After(), Leader, Vd1).ShouldBeRefused(KloRefusals.NotStaffed);
    }

    [Fact]
    public void Other_functions_pass_by_handover_and_none_once_it_is_over()
    {
        var silent = After(WriterStaffed).By(PersonId.System, new HolderSilent(Documentation, Writer));
        TakeOver.Decide(silent, Documentation, Writer1).ShouldBeRefused(KloRefusals.OnlyLeaderTakenOver);
        TakeOver.Decide(VdSilent, Unknown, Vd1).ShouldBeRefused(KloRefusals.UnknownFunction);
        TakeOver.Decide(VdSilent.By(Vd1, StoodDown), Leader, Vd1).ShouldBeRefused(KloRefusals.StoodDown);
    }

    [Fact]
    public void What_is_held_by_a_silent_holder_is_not_staffed_but_may_be_handed_over()
    {
        new StaffFunction(Vd1).Decide(VdSilent, Leader, known: true).ShouldBeRefused(KloRefusals.AlreadyStaffed);
        var klo = VdSilent.By(Vd, new HandoverOffered(Leader, Vd, Vd1, Text("Ta över")));
        AcceptHandover.Decide(klo, Leader, Vd1).ShouldBeExactly(new HandoverAccepted(Leader, Vd, Vd1, Mandate.Deputy));
    }

    /// <summary>The absent leader is told of it until the function is theirs again.</summary>
    [Fact]
    public void It_is_remembered_whom_it_was_taken_from_until_they_have_it_back()
    {
        var taken = VdSilent.By(Vd1, Taken);
        taken.Post(Leader)!.TakenFrom.ShouldBe(Vd);
        taken.By(Vd2, new HandoverAccepted(Leader, Vd1, Vd2, Mandate.Deputy)).Post(Leader)!.TakenFrom.ShouldBe(Vd);
        taken.By(Vd, new HandoverAccepted(Leader, Vd1, Vd, Mandate.Holder)).Post(Leader)!.TakenFrom.ShouldBeNull();
    }
}
