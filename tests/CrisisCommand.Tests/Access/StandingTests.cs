using CrisisCommand.Access;
using CrisisCommand.Platform;
using static CrisisCommand.Tests.Access.AccessGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Access;

public class StandingTests
{
    private static readonly PersonId Person = new("staff-1");

    [Fact]
    public void A_role_is_granted_once_and_with_another_reach_anew()
    {
        var grant = new GrantRole(StandingRole.Auditor, RoleReach.Admitted);
        var first = grant.Decide(Standing(), Person, Operator);

        first.ShouldBeExactly(new RoleGranted(Person, StandingRole.Auditor, RoleReach.Admitted));
        grant.Decide(Standing().Then(first), Person, Operator).ShouldBeNothing();
        new GrantRole(StandingRole.Auditor)
            .Decide(Standing().Then(first), Person, Operator)
            .ShouldBeExactly(new RoleGranted(Person, StandingRole.Auditor, RoleReach.Realm));
    }

    [Fact]
    public void A_role_is_revoked_once()
    {
        var standing = Standing(new RoleGranted(Person, StandingRole.LogKeeper, RoleReach.Realm));
        var first = RevokeRole.Decide(standing, Person, StandingRole.LogKeeper, Operator);

        first.ShouldBeExactly(new RoleRevoked(Person, StandingRole.LogKeeper));
        RevokeRole.Decide(standing.Then(first), Person, StandingRole.LogKeeper, Operator).ShouldBeRefused(AccessRefusals.NoSuchRole);
    }

    [Fact]
    public void Access_is_closed_and_reopened_and_the_roles_stay()
    {
        var standing = Standing(new RoleGranted(Person, StandingRole.LogKeeper, RoleReach.Realm));
        var close = new CloseAccess(Text("Har slutat"));
        var closed = close.Decide(standing, Person, Operator);
        closed.ShouldBeExactly(new AccessClosed(Person, close.Why));
        close.Decide(standing.Then(closed), Person, Operator).ShouldBeNothing();

        var reopen = new ReopenAccess(Text("Kom tillbaka"));
        var reopened = reopen.Decide(standing.Then(closed), Person);
        reopened.ShouldBeExactly(new AccessReopened(Person, reopen.Why));
        reopen.Decide(standing.Then(closed).Then(reopened), Person).ShouldBeNothing();
        standing.Then(closed).Then(reopened).Roles.Keys.ShouldBe([StandingRole.LogKeeper]);
    }

    [Fact]
    public void Nobody_does_any_of_it_to_themselves()
    {
        new GrantRole(StandingRole.Auditor).Decide(Standing(), Person, Person).ShouldBeRefused(AccessRefusals.NotOneself);
        RevokeRole.Decide(Standing(), Person, StandingRole.Auditor, Person).ShouldBeRefused(AccessRefusals.NotOneself);
        new CloseAccess(Text("…")).Decide(Standing(), Person, Person).ShouldBeRefused(AccessRefusals.NotOneself);
    }

    [Fact]
    public void The_first_operator_is_let_in_once_and_never_again()
    {
        var first = FirstOperator.Decide(CrisisCommand.Access.Standing.Initial, Person);
        first.Events.Select(e => e.GetType().Name).ShouldBe(["PersonRegistered", "RoleGranted"]);
        FirstOperator.Decide(CrisisCommand.Access.Standing.Initial.Then(first), Person).ShouldBeNothing();
        FirstOperator.Decide(Standing(), Tib).ShouldBeNothing();
    }

    [Fact]
    public void A_reader_is_admitted_and_dismissed_once()
    {
        var admit = new AdmitReader(Person, WithTexts: false);
        var admitted = admit.Decide(Readers(), known: true);
        admitted.ShouldBeExactly(new ReaderAdmitted(Person, WithTexts: false));
        admit.Decide(Readers().Then(admitted), known: true).ShouldBeNothing();
        new AdmitReader(Person, true).Decide(Readers().Then(admitted), true).ShouldBeExactly(new ReaderAdmitted(Person, true));
        admit.Decide(Readers(), known: false).ShouldBeRefused(AccessRefusals.UnknownPerson, "#/personId");

        var dismissed = DismissReader.Decide(Readers().Then(admitted), Person);
        dismissed.ShouldBeExactly(new ReaderDismissed(Person));
        DismissReader.Decide(Readers().Then(admitted).Then(dismissed), Person).ShouldBeRefused(AccessRefusals.NotAdmitted);
    }
}
