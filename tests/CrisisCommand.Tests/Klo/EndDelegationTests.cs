using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class EndDelegationTests
{
    private static readonly DecisionsDelegated Delegated = new(Documentation, Text("Inköp"), null);

    [Fact]
    public void A_delegation_ends_once()
    {
        var klo = After(Delegated);
        var first = klo.Twice(k => EndDelegation.Decide(k, Documentation)).ThenNothing();

        first.ShouldBeExactly(new DelegationEnded(Documentation));
    }

    [Fact]
    public void Refused_for_the_leader_for_an_unknown_function_and_when_all_is_over()
    {
        EndDelegation.Decide(After(Delegated), Leader).ShouldBeRefused(EnduranceRefusals.LeaderDecides);
        EndDelegation.Decide(After(Delegated), Unknown).ShouldBeRefused(KloRefusals.UnknownFunction);
        EndDelegation.Decide(After(Delegated, StoodDown), Documentation).ShouldBeRefused(KloRefusals.StoodDown);
    }
}
