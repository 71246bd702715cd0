using CrisisCommand.Decisions;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Timeline.Report;
using static CrisisCommand.Tests.Timeline.SampleCrisis;

namespace CrisisCommand.Tests.Timeline;

public class HistoryTests
{
    private static readonly IReadOnlyList<Fact> Facts = SampleCrisis.Fire().Facts;

    [Fact]
    public void A_decision_keeps_what_became_of_it()
    {
        var decisions = Fold.Of<DecisionHistory>(Facts).Decisions;
        decisions.Select(d => d.Status).ShouldBe([DecisionStatus.Executed, DecisionStatus.Revised, DecisionStatus.Taken]);
        decisions[0].TimeToExecution.ShouldBe(TimeSpan.FromMinutes(90));
        decisions[1].RevisedBy.ShouldBe(3);
    }

    [Fact]
    public void What_was_learned_of_an_incident_says_when_it_happened_and_when_it_was_known()
    {
        var learned = Fold.Of<LearningHistory>(Facts).Incidents.ShouldHaveSingleItem().Reports.ShouldHaveSingleItem();
        (learned.OccurredAt, learned.LearnedAt).ShouldBe((At("2026-10-25T00:05:00Z"), At("2026-10-25T00:26:30Z")));
    }

    [Fact]
    public void A_task_is_done_by_its_own_report()
    {
        var task = Fold.Of<TaskHistory>(Facts).Tasks.ShouldHaveSingleItem();
        (task.GivenAt, task.DoneAt).ShouldBe((At("2026-10-25T02:00:00Z"), At("2026-10-25T02:10:00Z")));
    }

    [Fact]
    public void The_report_counts_what_is_in_the_journal() =>
        SampleCrisis
            .Fire()
            .Report()
            .Counts.ShouldBe(
                new(
                    Events: Facts.Count,
                    Decisions: 3,
                    DecisionsExecuted: 1,
                    Entries: 3,
                    LateEntries: 1,
                    Corrections: 2,
                    SituationReports: 1,
                    Tasks: 1,
                    TasksDone: 1,
                    Incidents: 1,
                    PersonsWhoHeldAFunction: 3
                )
            );
}
