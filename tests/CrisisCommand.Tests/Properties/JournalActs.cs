using System.Collections.Immutable;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using FsCheck;
using FsCheck.Fluent;
using Outcome = CrisisCommand.Platform.Texts.Outcome;

namespace CrisisCommand.Tests.Properties;

internal static class JournalActs
{
    public static ImmutableArray<(int Weight, Gen<Act> Act)> All =>
        [
            (8, Acts.OnCrisis(Entries, (c, world, _) => (c.Write with { OccurredAt = world.Now + c.Ago }).Decide(Log(world), world.Now))),
            (4, Acts.OnCrisis(Corrections, (c, world, _) => c.Correct.Decide(Log(world), Acts.SomeEvent(world, c.Pick), world.Now))),
            (
                2,
                Acts.OnCrisis(
                    Reports,
                    (c, world, _) => (c.Report with { NextAt = world.Now + c.Ahead }).Decide(Log(world), Story.Areas, world.Now)
                )
            ),
            (2, Acts.OnCrisis(OwnReports, (c, world, _) => c.Report.Decide(Log(world), c.Function, Story.Areas))),
            (4, Acts.OnCrisis(Tasks, (c, world, _) => Due(c, world).Decide(Log(world), world.NewId()))),
            (4, Acts.OnCrisis(Acts.Number, (pick, world, _) => Deadline(world, pick))),
            (4, Acts.OnCrisis(Corrections, (c, world, _) => new CompleteTask(c.Correct.Text).Decide(Log(world), SomeTask(world, c.Pick)))),
        ];

    private static Gen<(WriteEntry Write, TimeSpan? Ago)> Entries =>
        from text in Acts.Text
        from ago in Acts.Ago
        from reason in Acts.Perhaps(Acts.Text)
        select (new WriteEntry(text, LateReason: reason), ago);

    private static Gen<(CorrectEntry Correct, int Pick)> Corrections =>
        from text in Acts.Text
        from pick in Acts.Number
        select (new CorrectEntry(text, text), pick);

    private static Gen<(ReportSituation Report, TimeSpan? Ahead)> Reports =>
        from text in Acts.Text
        from area in Acts.Perhaps(Gen.Elements("ragsved", "skarpnack", "kista").Select(a => new AreaKey(a)))
        from function in Acts.Perhaps(Acts.Function)
        from well in Gen.Elements("ragsved", "skarpnack").Select(a => new AreaKey(a))
        from hours in Acts.Perhaps(Gen.Elements(-1, 1, 10_000))
        select (
            new ReportSituation(text, [new(new("strained"), area, function), new(StatusKey.Normal, well)]),
            hours is { } ahead ? TimeSpan.FromHours(ahead) : (TimeSpan?)null
        );

    private static Gen<(ReportFunctionSituation Report, FunctionKey Function)> OwnReports =>
        from text in Acts.Text
        from area in Acts.Perhaps(Gen.Elements("ragsved", "kista").Select(a => new AreaKey(a)))
        from function in Acts.Function
        select (new ReportFunctionSituation(StatusKey.Strained, text, area), function);

    private static Gen<GiveTask> Tasks =>
        from text in Acts.Text
        from function in Acts.Function
        from number in Acts.Perhaps(Acts.Number)
        select new GiveTask(text, function, DecisionNumber: number);

    private static Guid SomeTask(World world, int pick) =>
        world.FactsOf(World.CrisisId).Select(f => f.Event).OfType<TaskGiven>().Select(t => t.TaskId).Skip(pick - 1).FirstOrDefault();

    /// <summary>Of tasks that carry out no decision the time is soon out.</summary>
    private static GiveTask Due(GiveTask task, World world) =>
        task with
        {
            DueAt = task.DecisionNumber is null ? world.Now.AddMinutes(10) : null,
        };

    /// <summary>One of the timers that the facts so far have set goes off, whether it is time or not.</summary>
    private static Outcome Deadline(World world, int pick) =>
        world
            .FactsOf(World.CrisisId)
            .Select(f => DeadlineClock.DeadlineOf(World.CrisisId, f.EventId, f.Event))
            .OfType<IDeadline>()
            .Skip(pick)
            .FirstOrDefault() switch
        {
            TaskDue task => task.Decide(Log(world), world.Now),
            DecisionDue decision => decision.Decide(world.State<DecisionLog>(), world.Now),
            _ => Outcome.Nothing,
        };

    private static LogBook Log(World world) => world.State<LogBook>();
}
