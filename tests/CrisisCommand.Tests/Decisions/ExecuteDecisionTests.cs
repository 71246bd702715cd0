using CrisisCommand.Decisions;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Decisions.DecisionSample;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Decisions;

public class ExecuteDecisionTests
{
    private static readonly ExecuteDecision Emptied = new(Text("Huset är tomt"));
    private static readonly DecisionExecuted Executed = new(1, Text("Huset är tomt"));

    [Fact]
    public void An_open_decision_is_executed() => Emptied.Decide(Log(Taken(1)), 1).ShouldBeExactly(Executed);

    [Fact]
    public void Only_once() =>
        Log(Taken(1))
            .Twice(now => Emptied.Decide(now, 1))
            .ThenRefused(DecisionRefusals.NotOpen.As("executed").With("1"))
            .ShouldBeExactly(Executed);

    [Fact]
    public void Not_when_revised()
    {
        var log = Log(Taken(1), Taken(2), new DecisionRevised(1, 2, Text("Fel hus")));
        Emptied.Decide(log, 1).ShouldBeRefused(DecisionRefusals.NotOpen.As("revised").With("1"));
        Emptied.Decide(log, 2).ShouldBeExactly(Executed with { Number = 2 });
    }

    [Fact]
    public void Not_when_withdrawn() =>
        Emptied
            .Decide(Log(Taken(1), new DecisionWithdrawn(1, Text("Ingen fara"))), 1)
            .ShouldBeRefused(DecisionRefusals.NotOpen.As("withdrawn").With("1"));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(2)]
    public void An_unknown_number_is_refused(int number) =>
        Emptied.Decide(Log(Taken(1)), number).ShouldBeRefused(DecisionRefusals.Unknown.With($"{number}"));

    [Fact]
    public void Is_refused_after_the_stand_down() =>
        Emptied.Decide(Log(Taken(1), StoodDown), 1).ShouldBeRefused(DecisionRefusals.StoodDown);
}
