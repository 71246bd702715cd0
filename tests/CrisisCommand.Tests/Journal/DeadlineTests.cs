using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Journal;

/// <summary>What is late is said to be, once, whenever the timer goes off.</summary>
public class DeadlineTests
{
    private static readonly DateTimeOffset Due = Noon.AddHours(1);
    private static readonly TaskGiven Given = new(Id(77), Text("Räkna de boende"), Situation, Due, null);
    private static readonly DecisionTaken Taken = new(
        1,
        Text("Utrym"),
        Text("Rök"),
        [],
        null,
        FunctionKey.CrisisLeader,
        Mandate.Holder,
        Situation,
        Due,
        Noon,
        null
    );
    private static readonly TaskDue Task = new(Id(1), Given.TaskId, Due, Id(2));
    private static readonly DecisionDue Decision = new(Id(1), 1, Due, Id(3));

    [Fact]
    public void A_task_that_is_open_is_late_once()
    {
        Tasks(Given)
            .Twice(now => Task.Decide(now, Due))
            .ThenNothing()
            .ShouldBeExactly(new TaskOverdue(Given.TaskId, Given.Text.Again(), Situation, Due));
        Task.Decide(Tasks(Given), Due.AddTicks(-1)).ShouldBeNothing();
    }

    [Fact]
    public void A_decision_that_stands_is_late_once()
    {
        Decisions(Taken)
            .Twice(now => Decision.Decide(now, Due))
            .ThenNothing()
            .ShouldBeExactly(new DecisionOverdue(1, Taken.Decision.Again(), Situation, Due));
        Decision.Decide(Decisions(Taken), Due.AddTicks(-1)).ShouldBeNothing();
    }

    [Fact]
    public void What_is_done_replaced_withdrawn_or_over_is_not_late()
    {
        Task.Decide(Tasks(Given, new TaskDone(Given.TaskId, Text("32"))), Due).ShouldBeNothing();
        Task.Decide(Tasks(Given, StoodDown), Due).ShouldBeNothing();
        Task.Decide(Tasks(), Due).ShouldBeNothing();
        Decision.Decide(Decisions(Taken, new DecisionExecuted(1, Text("Utrymt"))), Due).ShouldBeNothing();
        Decision.Decide(Decisions(Taken, new DecisionWithdrawn(1, Text("Falsklarm"))), Due).ShouldBeNothing();
        Decision.Decide(Decisions(Taken, Taken with { Number = 2 }, new DecisionRevised(1, 2, Text("Fel hus"))), Due).ShouldBeNothing();
        Decision.Decide(Decisions(Taken, StoodDown), Due).ShouldBeNothing();
    }

    [Fact]
    public void Every_fact_that_gives_a_time_sets_a_timer_for_it()
    {
        DeadlineClock.DeadlineOf(Id(1), Id(2), Given).ShouldBe(Task);
        DeadlineClock.DeadlineOf(Id(1), Id(3), Taken).ShouldBe(Decision);
        DeadlineClock.DeadlineOf(Id(1), Id(2), Given with { DueAt = null }).ShouldBeNull();
        DeadlineClock.DeadlineOf(Id(1), Id(2), Taken with { DueAt = null }).ShouldBeNull();
    }

    private static LogBook Tasks(params IDomainEvent[] events) => State<LogBook>([.. Led, .. events]);

    private static DecisionLog Decisions(params IDomainEvent[] events) => State<DecisionLog>([.. Led, .. events]);
}
