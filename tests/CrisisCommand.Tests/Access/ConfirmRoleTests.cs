using CrisisCommand.Access;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Access.AccessGiven;

namespace CrisisCommand.Tests.Access;

public class ConfirmRoleTests
{
    private static readonly PersonId Kim = new("kim");
    private static readonly PersonId Vd = new("vd");
    private static readonly GrantRole Grant = new(StandingRole.OnCallManager);
    private static readonly RoleProposed Proposed = new(Kim, StandingRole.OnCallManager, RoleReach.Realm);

    [Fact]
    public void What_gives_more_than_its_granter_holds_is_proposed_once()
    {
        var first = Standing().Twice(now => Grant.Decide(now, Kim, Operator, suffices: false)).ThenRefused(AccessRefusals.ProposalWaits);
        first.ShouldBeExactly(Proposed);
        Standing().Then(first).Roles.ShouldBeEmpty();
        Grant
            .Decide(Standing().Then(first), Kim, Vd, suffices: true)
            .ShouldBeExactly(new RoleGranted(Kim, StandingRole.OnCallManager, RoleReach.Realm));
    }

    [Fact]
    public void Another_person_confirms_it_neither_who_proposed_it_nor_who_gets_it()
    {
        var standing = Standing(Proposed);
        var confirmed = standing.Twice(s => ConfirmRole.Decide(s, Kim, StandingRole.OnCallManager, Vd)).ThenNothing();

        confirmed.ShouldBeExactly(new RoleGranted(Kim, StandingRole.OnCallManager, RoleReach.Realm));
        standing.Then(confirmed).Proposals.ShouldBeEmpty();
        ConfirmRole.Decide(standing, Kim, StandingRole.OnCallManager, Operator).ShouldBeRefused(AccessRefusals.SecondPerson);
        ConfirmRole.Decide(standing, Kim, StandingRole.OnCallManager, Kim).ShouldBeRefused(AccessRefusals.NotOneself);
        ConfirmRole.Decide(standing, Kim, StandingRole.Auditor, Vd).ShouldBeRefused(AccessRefusals.NoProposal);
    }

    [Fact]
    public void A_proposal_is_dropped_as_a_role_is_revoked()
    {
        var dropped = RevokeRole.Decide(Standing(Proposed), Kim, StandingRole.OnCallManager, Vd);
        dropped.ShouldBeExactly(new RoleProposalDropped(Kim, StandingRole.OnCallManager));
        ConfirmRole
            .Decide(Standing(Proposed).Then(dropped), Kim, StandingRole.OnCallManager, Vd)
            .ShouldBeRefused(AccessRefusals.NoProposal);
    }
}
