using CrisisCommand.Access;
using CrisisCommand.Klo;
using CrisisCommand.Notifications;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Notifications;

public class AccessNewsTests
{
    private static readonly PersonId Kim = new("kim");
    private static readonly PersonId Vd = new("vd");
    private static readonly PersonId Operator = new("operator");
    private static readonly RoleGranted Granted = new(Kim, StandingRole.Observer, RoleReach.Realm);

    [Fact]
    public void A_right_is_told_to_whom_it_concerns_and_to_who_leads() =>
        Wanted(Granted).ShouldBe([new NoticeWanted(Vd, NoticePurpose.Access), new NoticeWanted(Kim, NoticePurpose.Access)]);

    [Fact]
    public void A_right_in_a_crisis_is_told_to_whoever_was_let_in_and_to_whoever_holds_the_function()
    {
        Wanted(new ReaderAdmitted(Kim, WithTexts: true)).Select(w => w.Person).ShouldBe([Vd, Kim]);
        var delegated = new DecisionsDelegated(FunctionKey.ChiefOfStaff, Text("Evakuering"), null);
        Wanted(delegated).Select(w => w.Person).ShouldBe([Vd], "nobody holds it");
        var held = Fold.Of<KloActivation>([
            FactOf(new KloConvened(PlanName.Normal, 1, [new(FunctionKey.ChiefOfStaff, [Kim])]), 1, Vd),
            FactOf(new FunctionStaffed(FunctionKey.ChiefOfStaff, Kim, Mandate.Holder), 2, Kim),
        ]);
        Wanted(delegated, klo: held).ShouldBe([new NoticeWanted(Vd, NoticePurpose.Access), new NoticeWanted(Kim, NoticePurpose.Access)]);
        Wanted(new DelegationEnded(FunctionKey.ChiefOfStaff), klo: held).Select(w => w.Person).ShouldBe([Vd, Kim]);
    }

    [Fact]
    public void A_machine_is_told_nothing_and_who_leads_is() =>
        Wanted(new MachineRegistered(new("tib"), Text("TiB"), null)).ShouldBe([new NoticeWanted(Vd, NoticePurpose.Access)]);

    [Fact]
    public void Who_is_reached_elsewhere_is_told_where_they_were_and_a_first_registration_is_no_news()
    {
        var registered = new PersonRegistered(Kim, Text("Kim"), null, null, null);
        Wanted(registered, version: 1).ShouldBeEmpty();
        Wanted(registered).ShouldBe([new NoticeWanted(Vd, NoticePurpose.Access), new NoticeWanted(Kim, NoticePurpose.Reach)]);
        Wanted(new ReachabilityGiven(Kim, [])).Last().Purpose.ShouldBe(NoticePurpose.Reach);
        Wanted(registered with { Person = Vd }).ShouldBe([new NoticeWanted(Vd, NoticePurpose.Reach)]);
    }

    [Fact]
    public void Who_led_and_who_leads_are_told_of_a_plan() =>
        AccessNews
            .WantedBy(FactOf(new PlanAdopted(PlanName.Normal, []), 3, Vd), [Vd, Kim], KloActivation.Initial, Noon)
            .Select(w => w.Person)
            .ShouldBe([Vd, Kim]);

    [Fact]
    public void What_the_start_did_and_what_passed_long_ago_is_told_to_nobody()
    {
        AccessNews.WantedBy(FactOf(Granted, 2, PersonId.System), [Vd], KloActivation.Initial, Noon).ShouldBeEmpty();
        AccessNews.WantedBy(FactOf(Granted, 2, Operator), [Vd], KloActivation.Initial, Noon.AddMinutes(61)).ShouldBeEmpty();
    }

    [Fact]
    public void A_message_about_rights_that_reaches_nobody_makes_nobody_call()
    {
        var notice = Fold.Of<Notice>([
            FactOf(
                new NoticeComposed(Kim, NoticePurpose.Access, Guid.Empty, 2, null, null, null, null, CauseStream: Guid.Empty),
                1,
                PersonId.System
            ),
        ]);
        notice.Next(new Reach(false, []), null, new NoticeSchedule(), Noon).ShouldBe(new NoticeStep.End(NoticeEnding.NotReached));
    }

    private static IEnumerable<NoticeWanted> Wanted(IDomainEvent happened, long version = 2, KloActivation? klo = null) =>
        AccessNews.WantedBy(FactOf(happened, version, Operator), [Vd], klo ?? KloActivation.Initial, Noon);

    private static Fact FactOf(IDomainEvent happened, long version, PersonId by) => new(happened, version, Guid.Empty, Noon, by);
}
