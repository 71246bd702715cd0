using CrisisCommand.Decisions;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Decisions.DecisionSample;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Decisions;

public class WithdrawDecisionTests
{
    private static readonly WithdrawDecision NoDanger = new(Text("Ingen fara"));
    private static readonly DecisionWithdrawn Withdrawn = new(1, Text("Ingen fara"));

    [Fact]
    public void An_open_decision_is_withdrawn() => NoDanger.Decide(Log(Taken(1)), 1).ShouldBeExactly(Withdrawn);

    [Fact]
    public void Only_once() =>
        Log(Taken(1))
            .Twice(now => NoDanger.Decide(now, 1))
            .ThenRefused(DecisionRefusals.NotOpen.As("withdrawn").With("1"))
            .ShouldBeExactly(Withdrawn);

    [Fact]
    public void Its_number_is_not_used_again() => Log(Taken(1), Withdrawn).NextNumber.ShouldBe(2);

    [Fact]
    public void Not_when_executed() =>
        NoDanger
            .Decide(Log(Taken(1), new DecisionExecuted(1, Text("Klart"))), 1)
            .ShouldBeRefused(DecisionRefusals.NotOpen.As("executed").With("1"));

    [Fact]
    public void An_unknown_number_is_refused() => NoDanger.Decide(Log(), 1).ShouldBeRefused(DecisionRefusals.Unknown.With("1"));

    [Fact]
    public void Is_refused_after_the_stand_down() =>
        NoDanger.Decide(Log(Taken(1), StoodDown), 1).ShouldBeRefused(DecisionRefusals.StoodDown);
}
