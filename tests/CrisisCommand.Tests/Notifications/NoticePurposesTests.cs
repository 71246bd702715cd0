using CrisisCommand.AlarmRules;
using CrisisCommand.Alerts;
using CrisisCommand.Klo;
using CrisisCommand.Notifications;
using CrisisCommand.Notifications.Telling;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Notifications;

public class NoticePurposesTests
{
    private static readonly Notice Summoned = Fold.Of<Notice>(
        Facts(new NoticeComposed(Writer, NoticePurpose.Summons, Guid.Empty, 3, Guid.Empty, null, Documentation, WriterSummoned.AnswerBy))
    );

    [Fact]
    public void Who_is_summoned_is_told_and_nobody_else() =>
        Wanted(WriterSummoned, Noon).ShouldBe([new NoticeWanted(Writer, NoticePurpose.Summons, Documentation, WriterSummoned.AnswerBy)]);

    [Fact]
    public void Events_read_anew_ring_no_phone_about_what_passed_long_ago()
    {
        Wanted(WriterSummoned, WriterSummoned.AnswerBy.AddMinutes(60)).ShouldNotBeEmpty();
        Wanted(WriterSummoned, WriterSummoned.AnswerBy.AddMinutes(61)).ShouldBeEmpty();
        NoticePurposes.WantedBy(Fact(WriterSummoned), new(After(StoodDown)), Noon).ShouldBeEmpty();
    }

    [Fact]
    public void A_vacancy_is_told_to_who_leads_and_to_the_chief_of_staff()
    {
        var vacant = new FunctionLeftVacant(Documentation);
        Wanted(vacant, Noon).ShouldBe([new NoticeWanted(Vd, NoticePurpose.Vacancy, Documentation)]);
        var staff = Fold.Of<KloActivation>(
            Facts(Convened with { Functions = [.. Convened.Functions, new(FunctionKey.ChiefOfStaff, [Observer])] }, LeaderStaffed)
        );
        NoticePurposes.WantedBy(Fact(vacant), new(staff), Noon).Select(w => w.Person).ShouldBe([Vd, Observer]);
        Wanted(vacant, Noon.AddMinutes(61)).ShouldBeEmpty();
    }

    [Fact]
    public void What_concerns_one_person_is_told_to_that_person()
    {
        Wanted(Offered, Noon).ShouldBe([new NoticeWanted(Writer1, NoticePurpose.Handover, Documentation)]);
        Wanted(new HolderCalled(Leader, Vd, Noon.AddMinutes(3)), Noon)
            .ShouldBe([new NoticeWanted(Vd, NoticePurpose.Call, Leader, Noon.AddMinutes(3))]);
        Wanted(new FunctionTakenOver(Leader, Vd, Vd1, Mandate.Deputy), Noon)
            .ShouldBe([new NoticeWanted(Vd, NoticePurpose.Takeover, Leader)]);
        Wanted(new ReliefPlanned(Documentation, Writer1, Noon), Noon)
            .ShouldBe([new NoticeWanted(Writer1, NoticePurpose.Relief, Documentation)]);
        Wanted(new EnduranceWarned(Documentation, Writer, Noon), Noon)
            .ShouldBe([new NoticeWanted(Writer, NoticePurpose.Endurance, Documentation)]);
    }

    [Fact]
    public void Who_leads_is_told_of_an_alarm_without_being_asked_for_an_answer()
    {
        var origin = new AlertOrigin(Writer, AlertWeight.Severe, new("fire"));
        var rule = new AppliedRule(Guid.Empty, 0, 1, null, AlarmVerdict.CallAndInform);
        Wanted(new LeaderInformed(Guid.Empty, Vd, origin, rule), Noon).ShouldBe([new NoticeWanted(Vd, NoticePurpose.Information)]);
        var summed = new AlertsSummedUp(Writer, Vd, AlertWeight.Information, 2, 2, Noon, [], Noon.AddMinutes(3), 1);
        Wanted(summed, Noon).ShouldBe([new NoticeWanted(Vd, NoticePurpose.AlertSummary, Sender: Writer)]);
        Wanted(summed with { Weight = AlertWeight.Severe }, Noon)
            .ShouldBe([new NoticeWanted(Vd, NoticePurpose.AlertSummary, null, Noon.AddMinutes(3), Writer)]);
        var told = About(NoticePurpose.Information, Vd);
        told.IsQuiet.ShouldBeTrue();
        var taken = Story.State<Alert>(new AlertAcknowledged(Guid.Empty, Writer));
        NoticePurposes.EndingOf(told, After(), taken, Noon).ShouldBeNull();
    }

    [Fact]
    public void An_offer_or_a_call_that_was_answered_is_told_no_more()
    {
        var offered = About(NoticePurpose.Handover, Writer1);
        NoticePurposes.EndingOf(offered, After(WriterStaffed, Offered), Alert.Initial, Noon).ShouldBeNull();
        NoticePurposes.EndingOf(offered, After(WriterStaffed), Alert.Initial, Noon).ShouldBe(NoticeEnding.Answered);
        var called = About(NoticePurpose.Call, Writer);
        var klo = After(WriterStaffed, new HolderCalled(Documentation, Writer, Noon.AddMinutes(3)));
        NoticePurposes.EndingOf(called, klo, Alert.Initial, Noon).ShouldBeNull();
        NoticePurposes.EndingOf(called, After(WriterStaffed), Alert.Initial, Noon).ShouldBe(NoticeEnding.Answered);
    }

    [Fact]
    public void An_alert_that_somebody_has_acknowledged_is_told_no_more()
    {
        var alerted = About(NoticePurpose.Alert, Vd);
        NoticePurposes.EndingOf(alerted, KloActivation.Initial, Alert.Initial with { Status = AlertStatus.Waiting }, Noon).ShouldBeNull();
        NoticePurposes
            .EndingOf(alerted, KloActivation.Initial, Alert.Initial with { Status = AlertStatus.Acknowledged }, Noon)
            .ShouldBe(NoticeEnding.Answered);
    }

    [Fact]
    public void Nothing_else_tells_anybody() =>
        Wanted(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Coming, null), Noon).ShouldBeEmpty();

    [Fact]
    public void Every_cause_wants_somebody_told_and_is_followed()
    {
        foreach (var cause in Audiences.OfNotices)
        {
            var sample = House.Sample.Of(cause);
            var concern = new Concern(After()) { Operators = [Vd] };
            NoticePurposes.WantedBy(Fact(sample), concern, House.Sample.Noon).ShouldNotBeEmpty(cause.Name);
        }

        var following = new EventFollower(new NoticeNews()).Follows;
        foreach (var followed in Audiences.OfNotices.Concat(NoticePurposes.Settlers))
        {
            following.ShouldContain(followed);
        }
    }

    [Fact]
    public void An_answer_a_holder_or_the_end_makes_a_summons_needless()
    {
        Ending(After(), Noon).ShouldBeNull();
        Ending(After(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Declined, null)), Noon).ShouldBe(NoticeEnding.Answered);
        Ending(After(new FunctionStaffed(Documentation, Writer1, Mandate.Deputy)), Noon).ShouldBe(NoticeEnding.FunctionHeld);
        Ending(After(StoodDown), Noon).ShouldBe(NoticeEnding.StoodDown);
        Ending(After(new SummonsAnswered(Documentation, Writer1, SummonsAnswer.Coming, null)), Noon).ShouldBeNull();
        Ending(After(), WriterSummoned.AnswerBy.AddMinutes(59)).ShouldBeNull();
        Ending(After(), WriterSummoned.AnswerBy.AddMinutes(60)).ShouldBe(NoticeEnding.TooLate);
    }

    [Fact]
    public void That_a_crisis_is_over_silences_its_summonses_and_nothing_about_rights()
    {
        var over = After(StoodDown);
        NoticePurposes.EndingOf(About(NoticePurpose.Endurance, Writer), over, Alert.Initial, Noon).ShouldBe(NoticeEnding.StoodDown);
        NoticePurposes.EndingOf(About(NoticePurpose.Access, Writer), over, Alert.Initial, Noon).ShouldBeNull();
        NoticePurposes.EndingOf(About(NoticePurpose.Reach, Writer), over, Alert.Initial, Noon).ShouldBeNull();
    }

    private static NoticeEnding? Ending(KloActivation klo, DateTimeOffset now) =>
        NoticePurposes.EndingOf(Summoned, klo, Alert.Initial, now);

    private static Notice About(NoticePurpose purpose, PersonId person) =>
        Fold.Of<Notice>(Facts(new NoticeComposed(person, purpose, Guid.Empty, 3, Guid.Empty, null, Documentation, null)));

    private static IEnumerable<NoticeWanted> Wanted(IDomainEvent happened, DateTimeOffset now) =>
        NoticePurposes.WantedBy(Fact(happened), new(After()), now).Where(w => !Audiences.IsTelling(w.Purpose));

    private static Fact Fact(IDomainEvent happened) => new(happened, 3, Guid.Empty, Noon, PersonId.System);
}
