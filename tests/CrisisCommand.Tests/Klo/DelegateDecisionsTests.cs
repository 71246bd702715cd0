using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class DelegateDecisionsTests
{
    private static readonly DelegateDecisions Delegate = new(Text("Inköp till 50 000 kronor"), Noon.AddHours(8));

    [Fact]
    public void A_delegation_is_given_once()
    {
        var first = After().Twice(now => Delegate.Decide(now, Documentation, Unopened, Noon)).ThenNothing();

        first.ShouldBeExactly(new DecisionsDelegated(Documentation, Delegate.Scope, Delegate.Until));
    }

    [Fact]
    public void The_same_words_read_back_from_the_store_are_the_same_delegation()
    {
        var stored = CommittedText.Stored(Delegate.Scope.Commitment);
        var klo = After(new DecisionsDelegated(Documentation, stored, Delegate.Until));
        var again = Delegate with { Scope = Text("Inköp till 50 000 kronor") };

        again.Decide(klo, Documentation, t => t == stored ? "Inköp till 50 000 kronor" : null, Noon).ShouldBeNothing();
        again
            .Decide(klo, Documentation, _ => "Annat", Noon)
            .ShouldBeExactly(new DecisionsDelegated(Documentation, again.Scope, again.Until));
        (again with { Until = null })
            .Decide(klo, Documentation, _ => "Inköp till 50 000 kronor", Noon)
            .ShouldBeExactly(new DecisionsDelegated(Documentation, again.Scope, null));
    }

    [Fact]
    public void Refused_for_the_leader_for_the_past_for_an_unknown_function_and_when_all_is_over()
    {
        Delegate.Decide(After(), Leader, Unopened, Noon).ShouldBeRefused(EnduranceRefusals.LeaderDecides);
        (Delegate with { Until = Noon })
            .Decide(After(), Documentation, Unopened, Noon)
            .ShouldBeRefused(EnduranceRefusals.DelegationInThePast, "#/until");
        Delegate.Decide(After(), Unknown, Unopened, Noon).ShouldBeRefused(KloRefusals.UnknownFunction);
        Delegate.Decide(After(StoodDown), Documentation, Unopened, Noon).ShouldBeRefused(KloRefusals.StoodDown);
    }

    private static string? Unopened(CommittedText text) => null;
}
