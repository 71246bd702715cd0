using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Journal;

public class CompleteTaskTests
{
    private static readonly Guid Task = Id(77);
    private static readonly CompleteTask Counted = new(Text("32 boende"));
    private static readonly TaskGiven Given = new(Task, Text("Räkna de boende"), Situation, null, null);
    private static readonly TaskDone Done = new(Task, Text("32 boende"));

    [Fact]
    public void A_task_is_done() => Counted.Decide(State<LogBook>([.. Led, Given]), Task).ShouldBeExactly(Done);

    [Fact]
    public void Only_once() =>
        State<LogBook>([.. Led, Given]).Twice(now => Counted.Decide(now, Task)).ThenRefused(JournalRefusals.TaskDone).ShouldBeExactly(Done);

    [Fact]
    public void An_unknown_task_is_refused() =>
        Counted.Decide(State<LogBook>(Led), Task).ShouldBeRefused(JournalRefusals.UnknownTask.With(Task.ToString()));

    [Fact]
    public void Is_refused_after_the_stand_down() =>
        Counted.Decide(State<LogBook>([.. Led, Given, StoodDown]), Task).ShouldBeRefused(JournalRefusals.StoodDown);
}
