using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Tests.Decisions;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Journal;

public class GiveTaskTests
{
    private static readonly Guid Task = Id(77);
    private static readonly GiveTask Count = new(Text("Räkna de boende"), Situation);
    private static readonly TaskGiven Given = new(Task, Text("Räkna de boende"), Situation, null, null);

    [Fact]
    public void A_function_is_given_a_task() =>
        State<LogBook>(Led).Twice(now => Count.Decide(now, Task)).ThenTheSame().ShouldBeExactly(Given);

    [Fact]
    public void Given_twice_is_two_tasks() =>
        Count.Decide(State<LogBook>([.. Led, Given]), Id(78)).ShouldBeExactly(Given with { TaskId = Id(78) });

    [Fact]
    public void With_a_time_and_the_decision_it_carries_out() =>
        (Count with { DueAt = At(60), DecisionNumber = 1 })
            .Decide(State<LogBook>([.. Led, DecisionSample.Taken(1)]), Task)
            .ShouldBeExactly(Given with { DueAt = At(60), DecisionNumber = 1 });

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void An_unknown_decision_is_refused(int number) =>
        (Count with { DecisionNumber = number })
            .Decide(State<LogBook>([.. Led, DecisionSample.Taken(1)]), Task)
            .ShouldBeRefused(JournalRefusals.UnknownDecision.With($"{number}"));

    [Fact]
    public void An_unknown_function_is_refused() =>
        (Count with { Function = new("press") })
            .Decide(State<LogBook>(Led), Task)
            .ShouldBeRefused(JournalRefusals.UnknownFunction.With("press"));

    [Fact]
    public void Is_refused_after_the_stand_down() =>
        Count.Decide(State<LogBook>([.. Led, StoodDown]), Task).ShouldBeRefused(JournalRefusals.StoodDown);
}
