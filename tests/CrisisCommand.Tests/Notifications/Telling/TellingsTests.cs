using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Notifications;
using CrisisCommand.Notifications.Telling;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Notifications.Telling;

/// <summary>Whoever a fact of a crisis concerns is told of it, once, and not by whom it was done.</summary>
public class TellingsTests
{
    private static readonly PersonId Other = new("someone");

    [Fact]
    public void That_it_is_over_is_told_to_all_who_are_in_place_on_the_way_or_called_and_not_to_who_declined_or_has_left()
    {
        var klo = After(
            LeaderStaffed,
            new SummonsAnswered(Documentation, Writer, SummonsAnswer.Declined, null),
            new FunctionSummoned(Documentation, Writer1, 1, Noon.AddMinutes(6)),
            new ReliefPlanned(Leader, Observer, Noon.AddHours(8)),
            StoodDown
        );
        Told(StoodDown, klo)
            .ShouldBe([(Vd, NoticePurpose.StandDown), (Observer, NoticePurpose.StandDown), (Writer1, NoticePurpose.StandDown)]);

        var left = After(WriterStaffed, Offered, new HandoverAccepted(Documentation, Writer, Writer1, Mandate.Deputy), StoodDown);
        Told(StoodDown, left).Select(t => t.Person).ShouldBe([Vd, Writer1]);
    }

    [Fact]
    public void Who_has_answered_that_they_come_is_told_and_who_stays_silent_too()
    {
        var coming = After(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Coming, null), StoodDown);
        Told(StoodDown, coming).Select(t => t.Person).ShouldBe([Vd, Writer]);
        Told(StoodDown, After(new SummonsUnanswered(Documentation, Writer), StoodDown)).Select(t => t.Person).ShouldBe([Vd, Writer]);
    }

    [Fact]
    public void Whoever_did_it_is_not_told() =>
        NoticePurposes
            .WantedBy(new(StoodDown, 9, Guid.Empty, Noon, Vd), new(After(LeaderStaffed, WriterStaffed, StoodDown)), Noon)
            .Select(w => w.Person)
            .ShouldBe([Writer]);

    [Fact]
    public void In_a_crisis_that_is_over_nothing_else_is_told() =>
        Told(new CrisisLevelSet(CrisisLevel.Full, Text("Det brinner")), After(WriterStaffed, StoodDown)).ShouldBeEmpty();

    [Fact]
    public void The_level_and_a_briefing_are_told_to_those_in_place_and_on_the_way()
    {
        var klo = After(
            LeaderStaffed,
            new SummonsAnswered(Documentation, Writer, SummonsAnswer.Coming, null),
            new FunctionSummoned(Documentation, Writer1, 1, Noon.AddMinutes(6))
        );
        Told(new CrisisLevelSet(CrisisLevel.Full, Text("Det brinner")), klo)
            .ShouldBe([(Vd, NoticePurpose.Level), (Writer, NoticePurpose.Level)]);
        Told(new StaffBriefingCalled(Noon.AddHours(1), null, null), klo)
            .ShouldBe([(Vd, NoticePurpose.Briefing), (Writer, NoticePurpose.Briefing)]);
        Told(new StaffBriefingCancelled(Noon.AddHours(1), Text("Ingen hinner")), klo)
            .Select(t => t.Purpose)
            .Distinct()
            .ShouldBe([NoticePurpose.BriefingCancelled]);
    }

    [Theory]
    [InlineData(60, NoticePurpose.BriefingMoved)]
    [InlineData(-60, NoticePurpose.Briefing)]
    public void A_briefing_in_the_place_of_one_that_is_ahead_is_moved_and_after_one_that_has_been_it_is_the_next(
        int before,
        NoticePurpose purpose
    )
    {
        var called = Crisis.Initial with { Briefing = new(Noon.AddMinutes(before), null, null, Noon, Vd) };
        Told(new StaffBriefingCalled(Noon.AddHours(2), null, null), new Concern(After(LeaderStaffed)) { Before = called })
            .ShouldBe([(Vd, purpose)]);
    }

    [Fact]
    public void A_task_and_a_decision_are_told_to_who_acts_in_the_function()
    {
        var task = new TaskGiven(Guid.Empty, Text("Ring runt"), Documentation, null, null);
        Told(task, After(WriterStaffed)).ShouldBe([(Writer, NoticePurpose.Task)]);
        Told(task, After(new FunctionStaffed(Documentation, Writer1, Mandate.Deputy))).ShouldBe([(Writer1, NoticePurpose.Task)]);
        Told(Decided(Documentation), After(WriterStaffed)).ShouldBe([(Writer, NoticePurpose.Decision)]);
        Told(Decided(null), After(WriterStaffed)).ShouldBeEmpty();
        Told(Decided(Unknown), After(WriterStaffed)).ShouldBeEmpty("nobody holds what is no function");
    }

    [Fact]
    public void A_decision_that_is_void_is_told_to_who_was_to_carry_it_out()
    {
        var concern = new Concern(After(WriterStaffed)) { Decisions = Fold.Of<DecisionLog>(Facts(Decided(Documentation))) };
        Told(new DecisionWithdrawn(1, Text("Fel")), concern).ShouldBe([(Writer, NoticePurpose.DecisionVoid)]);
        Told(new DecisionRevised(1, 2, Text("Fel"), [RevisedPart.Executor], Documentation), concern)
            .ShouldBe([(Writer, NoticePurpose.DecisionVoid)]);
        Told(new DecisionRevised(1, 2, Text("Fel"), [RevisedPart.DueAt]), concern).ShouldBeEmpty("they are told of the new one");
    }

    [Fact]
    public void A_handover_is_told_to_who_offered_it_and_a_relief_to_both()
    {
        var klo = After(WriterStaffed, Offered);
        Told(new HandoverAccepted(Documentation, Writer, Writer1, Mandate.Deputy), klo).ShouldBe([(Writer, NoticePurpose.HandoverTaken)]);
        Told(new HandoverDeclined(Documentation, Writer, Writer1, Text("Sjuk")), klo).ShouldBe([(Writer, NoticePurpose.HandoverDeclined)]);
        All(new ReliefPlanned(Documentation, Writer1, Noon.AddHours(6)), new(klo))
            .ShouldBe([(Writer1, NoticePurpose.Relief), (Writer, NoticePurpose.Relieved)]);
        Told(new ReliefCancelled(Documentation, Writer1), klo).ShouldBe([(Writer1, NoticePurpose.ReliefCancelled)]);
    }

    [Fact]
    public void A_proposal_to_stand_down_is_told_to_who_can_confirm_it()
    {
        var klo = After(LeaderStaffed, WriterStaffed);
        var proposed = new StandDownProposed(Text("Släckt"));
        NoticePurposes
            .WantedBy(new(proposed, 9, Guid.Empty, Noon, Writer), new(klo), Noon)
            .ShouldBe([new NoticeWanted(Vd, NoticePurpose.StandDownProposal, null, Noon + KloActivation.ProposalHolds)]);
        NoticePurposes.WantedBy(new(proposed, 9, Guid.Empty, Noon, Vd), new(klo), Noon).Select(w => w.Person).ShouldBe([Writer]);
    }

    [Fact]
    public void What_happened_more_than_an_hour_ago_is_told_to_nobody()
    {
        var task = new TaskGiven(Guid.Empty, Text("Ring runt"), Documentation, null, null);
        NoticePurposes.WantedBy(FactOf(task), new(After(WriterStaffed)), Noon.AddMinutes(60)).ShouldNotBeEmpty();
        NoticePurposes.WantedBy(FactOf(task), new(After(WriterStaffed)), Noon.AddMinutes(61)).ShouldBeEmpty();
    }

    [Fact]
    public void What_may_be_done_without_is_spared_whoever_muted_it_or_has_had_many_and_both_are_facts()
    {
        var task = Composed(NoticePurpose.Task);
        Notice.Initial.Twice(n => Wanted(task).Decide(n, Noon)).ThenNothing().ShouldBeExactly(task);
        Wanted(task, Muted(null)).Decide(Notice.Initial, Noon).ShouldBeExactly(task, new NoticeEnded(NoticeEnding.Muted));
        Wanted(task, Muted(Noon)).Decide(Notice.Initial, Noon).ShouldBeExactly(task);
        Wanted(task, told: 19).Decide(Notice.Initial, Noon).ShouldBeExactly(task with { IsLast = true });
        Wanted(task, told: 20).Decide(Notice.Initial, Noon).ShouldBeExactly(task, new NoticeEnded(NoticeEnding.Bounded));
    }

    [Fact]
    public void What_has_to_be_known_reaches_whoever_muted_and_whoever_has_had_many()
    {
        foreach (var purpose in new[] { NoticePurpose.StandDown, NoticePurpose.StandDownProposal, NoticePurpose.AlarmGraver })
        {
            Wanted(Composed(purpose), Muted(null), 1000).Decide(Notice.Initial, Noon).ShouldBeExactly(Composed(purpose));
        }
    }

    private static WantedTelling Wanted(NoticeComposed composed, Mute? mute = null, int told = 0) =>
        new(composed, mute ?? Mute.Initial, told, 20);

    private static Mute Muted(DateTimeOffset? until) => Mute.Initial with { Since = Noon.AddHours(-1), Until = until };

    private static NoticeComposed Composed(NoticePurpose purpose) =>
        new(Writer, purpose, Guid.Empty, 3, Guid.Empty, null, Documentation, null);

    private static DecisionTaken Decided(FunctionKey? executor) =>
        new(1, Text("Utrym"), Text("Rök"), [], null, Leader, Mandate.Holder, executor, null, Noon, null);

    private static IEnumerable<(PersonId Person, NoticePurpose Purpose)> Told(IDomainEvent happened, KloActivation klo) =>
        Told(happened, new Concern(klo));

    private static IEnumerable<(PersonId Person, NoticePurpose Purpose)> Told(IDomainEvent happened, Concern concern) =>
        All(happened, concern).Where(t => Audiences.IsTelling(t.Purpose));

    private static IEnumerable<(PersonId Person, NoticePurpose Purpose)> All(IDomainEvent happened, Concern concern) =>
        NoticePurposes.WantedBy(FactOf(happened), concern, Noon).Select(w => (w.Person, w.Purpose));

    private static Fact FactOf(IDomainEvent happened) => new(happened, 9, Guid.Empty, Noon, Other);
}
