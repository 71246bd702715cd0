using CrisisCommand.Access;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Access.AccessGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Access;

public class StandingTests
{
    private static readonly PersonId Person = new("staff-1");

    private static bool MayGive(StandingRole role) => true;

    [Fact]
    public void A_role_is_granted_once_and_with_another_reach_anew()
    {
        var grant = new GrantRole(StandingRole.Auditor, RoleReach.Admitted);
        var first = Standing().Twice(now => grant.Decide(now, Person, Operator, suffices: true)).ThenNothing();

        first.ShouldBeExactly(new RoleGranted(Person, StandingRole.Auditor, RoleReach.Admitted));
        new GrantRole(StandingRole.Auditor)
            .Decide(Standing().Then(first), Person, Operator, suffices: true)
            .ShouldBeExactly(new RoleGranted(Person, StandingRole.Auditor, RoleReach.Realm));
    }

    [Fact]
    public void A_role_is_revoked_once()
    {
        var standing = Standing(new RoleGranted(Person, StandingRole.LogKeeper, RoleReach.Realm));
        var first = standing
            .Twice(s => RevokeRole.Decide(s, Person, StandingRole.LogKeeper, Operator))
            .ThenRefused(AccessRefusals.NoSuchRole);

        first.ShouldBeExactly(new RoleRevoked(Person, StandingRole.LogKeeper));
    }

    [Fact]
    public void Access_is_closed_and_reopened_and_the_roles_stay()
    {
        var standing = Standing(new RoleGranted(Person, StandingRole.LogKeeper, RoleReach.Realm));
        var close = new CloseAccess(Text("Har slutat"));
        var closed = standing.Twice(now => close.Decide(now, Person, Operator, SignIns.Initial, last: false)).ThenNothing();
        closed.ShouldBeExactly(new AccessClosed(Person, close.Why));
        close.Decide(standing.Then(closed), Person, Operator, SignIns.Initial, last: true).ShouldBeNothing();

        var reopen = new ReopenAccess(Text("Kom tillbaka"));
        var reopened = standing.Then(closed).Twice(now => reopen.Decide(now, Person, MayGive, planned: false)).ThenNothing();
        reopened.ShouldBeExactly(new AccessReopened(Person, reopen.Why));
        standing.Then(closed).Then(reopened).Roles.Keys.ShouldBe([StandingRole.LogKeeper]);
    }

    [Fact]
    public void Who_is_let_in_again_has_what_they_had_so_it_takes_whoever_may_give_that()
    {
        var closed = Standing(new RoleGranted(Person, StandingRole.LogKeeper, RoleReach.Realm), new AccessClosed(Person, Text("Stulen")));
        var reopen = new ReopenAccess(Text("Ny telefon"));
        reopen.Decide(closed, Person, _ => false, planned: false).ShouldBeRefused(AccessRefusals.BeyondOwn);
        reopen.Decide(closed, Person, MayGive, planned: true).ShouldBeRefused(AccessRefusals.BeyondOwn);
    }

    [Fact]
    public void The_last_who_leads_is_not_shut_out() =>
        new CloseAccess(Text("Stulen"))
            .Decide(Standing(), Person, Operator, SignIns.Initial, last: true)
            .ShouldBeRefused(AccessRefusals.LastLeader);

    [Fact]
    public void Nobody_does_any_of_it_to_themselves()
    {
        new GrantRole(StandingRole.Auditor).Decide(Standing(), Person, Person, suffices: true).ShouldBeRefused(AccessRefusals.NotOneself);
        RevokeRole.Decide(Standing(), Person, StandingRole.Auditor, Person).ShouldBeRefused(AccessRefusals.NotOneself);
        new CloseAccess(Text("…"))
            .Decide(Standing(), Person, Person, SignIns.Initial, last: false)
            .ShouldBeRefused(AccessRefusals.NotOneself);
    }

    [Fact]
    public void The_first_operator_is_let_in_once_and_never_again()
    {
        var first = CrisisCommand.Access.Standing.Initial.Twice(now => FirstOperator.Decide(now, Person, led: false)).ThenNothing();
        first.Events.Select(e => e.GetType().Name).ShouldBe(["PersonRegistered", "RoleGranted"]);
        FirstOperator.Decide(CrisisCommand.Access.Standing.Initial.Then(first), Person, led: true).ShouldBeNothing();
        FirstOperator.Decide(Standing(), Tib, led: false).ShouldBeNothing();
        FirstOperator.Decide(CrisisCommand.Access.Standing.Initial, Person, led: true).ShouldBeRefused(AccessRefusals.LedAlready);
    }

    [Fact]
    public void A_reader_is_admitted_and_dismissed_once()
    {
        var admit = new AdmitReader(Person, WithTexts: false);
        var admitted = Readers().Twice(now => admit.Decide(now, known: true)).ThenNothing();
        admitted.ShouldBeExactly(new ReaderAdmitted(Person, WithTexts: false));
        new AdmitReader(Person, true).Decide(Readers().Then(admitted), true).ShouldBeExactly(new ReaderAdmitted(Person, true));
        admit.Decide(Readers(), known: false).ShouldBeRefused(AccessRefusals.UnknownPerson, "#/personId");

        var dismissed = Readers().Then(admitted).Twice(now => DismissReader.Decide(now, Person)).ThenRefused(AccessRefusals.NotAdmitted);
        dismissed.ShouldBeExactly(new ReaderDismissed(Person));
    }
}
