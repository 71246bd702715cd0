using CrisisCommand.Timeline.Staffing;

namespace CrisisCommand.Timeline.Report;

/// <summary>From what to what a delay is measured.</summary>
public enum DelayStep
{
    /// <summary>From the moment in the world until the KLO knew.</summary>
    OccurredToLearned,

    /// <summary>From the recording of the newest fact that a decision rests on until it was decided.</summary>
    BasisToDecided,
    DecidedToRecorded,
    DecidedToExecuted,
    GivenToDone,

    /// <summary>Past the time that a task or a decision was due.</summary>
    Overdue,
}

/// <summary>One delay. Exactly one of the three keys says of what.</summary>
/// <param name="Report">The number of what the KLO was told of an incident, as in <c>incidents[].learned[].number</c>.</param>
/// <param name="To">Null where it had not ended at the stand-down, or by the last line of the journal while the crisis goes on.</param>
/// <param name="Seconds">Until its end, or so far. Negative where the end was set down with an earlier time than the beginning.</param>
public sealed record Delay(string What, int? Report, int? Decision, Guid? TaskId, DateTimeOffset From, DateTimeOffset? To, double Seconds);

/// <summary>All delays of one step.</summary>
/// <param name="Open">How many of them had not ended.</param>
/// <param name="MedianSeconds">Of those that ended; of all of them for what was overdue. Null where there is none.</param>
/// <param name="Worst">The longest, whether it ended or not; null where there is none.</param>
public sealed record DelayMeasure(
    DelayStep Step,
    string Name,
    int Count,
    int Open,
    double? MedianSeconds,
    Delay? Worst,
    IReadOnlyList<Delay> All
)
{
    public static DelayMeasure Of(DelayStep step, string name, IEnumerable<Delay> delays)
    {
        var all = delays.ToList();
        var counted = all.Where(d => d.To is not null || step == DelayStep.Overdue).Select(d => d.Seconds).Order().ToList();
        // Of an even number, between the two in the middle.
        double? median = counted.Count == 0 ? null : (counted[(counted.Count - 1) / 2] + counted[counted.Count / 2]) / 2;
        return new(step, name, all.Count, all.Count(d => d.To is null), median, all.MaxBy(d => d.Seconds), all);
    }
}

/// <summary>Measures a report. Pure: no clock, no store.</summary>
public sealed class DelaysBuilder(ReportWording wording)
{
    /// <param name="recordedAt">When each fact of the journal was recorded, by its id.</param>
    public IReadOnlyList<DelayMeasure> Build(AfterAction report, IReadOnlyDictionary<Guid, DateTimeOffset> recordedAt)
    {
        var until = report.StaffingProof.Until;
        return
        [
            Of(DelayStep.OccurredToLearned, report.Incidents.SelectMany(i => i.Learned).Select(Learned)),
            Of(DelayStep.BasisToDecided, report.Decisions.Select(d => Rested(d, recordedAt)).OfType<Delay>()),
            Of(DelayStep.DecidedToRecorded, report.Decisions.Select(d => Decision(d, d.DecidedAt, d.RecordedAt, until))),
            Of(DelayStep.DecidedToExecuted, report.Decisions.Select(d => Executed(d, until)).OfType<Delay>()),
            Of(DelayStep.GivenToDone, report.Tasks.Select(t => Task(t, t.GivenAt, t.DoneAt, until))),
            Of(DelayStep.Overdue, Overdue(report, until)),
        ];
    }

    private DelayMeasure Of(DelayStep step, IEnumerable<Delay> delays) => DelayMeasure.Of(step, wording.Own(step), delays);

    private static Delay Learned(LearnedReport learned) =>
        new(
            learned.Text is { } text ? $"{learned.WhatName}: {text}" : learned.WhatName,
            learned.Number,
            null,
            null,
            learned.OccurredAt,
            learned.LearnedAt,
            learned.LearnedAfterSeconds
        );

    /// <summary>Null where the decision names no fact of this journal.</summary>
    private static Delay? Rested(DecisionReport decision, IReadOnlyDictionary<Guid, DateTimeOffset> recordedAt)
    {
        var basis = decision.Basis.Where(recordedAt.ContainsKey).Select(id => recordedAt[id]).ToList();
        return basis.Count == 0 ? null : Decision(decision, basis.Max(), decision.DecidedAt, decision.DecidedAt);
    }

    /// <summary>Null where it was replaced or withdrawn before anybody executed it.</summary>
    private static Delay? Executed(DecisionReport decision, DateTimeOffset until) =>
        ExecutedAt(decision) is { } at ? Decision(decision, decision.DecidedAt, at, until)
        : decision.Status == Decisions.DecisionStatus.Taken ? Decision(decision, decision.DecidedAt, null, until)
        : null;

    private static IEnumerable<Delay> Overdue(AfterAction report, DateTimeOffset until) =>
        report
            .Decisions.Where(d => d.DueAt < (EndOf(d) ?? until))
            .Select(d => Decision(d, d.DueAt!.Value, EndOf(d), until))
            .Concat(report.Tasks.Where(t => t.DueAt < (t.DoneAt ?? until)).Select(t => Task(t, t.DueAt!.Value, t.DoneAt, until)));

    private static DateTimeOffset? ExecutedAt(DecisionReport decision) =>
        decision.History.FirstOrDefault(s => s.Status == Decisions.DecisionStatus.Executed)?.At;

    // A decision that was replaced or withdrawn is overdue no longer.
    private static DateTimeOffset? EndOf(DecisionReport decision) => ExecutedAt(decision) ?? decision.History.FirstOrDefault()?.At;

    private static Delay Decision(DecisionReport decision, DateTimeOffset from, DateTimeOffset? to, DateTimeOffset until) =>
        new(decision.Decision, null, decision.Number, null, from, to, ((to ?? until) - from).TotalSeconds);

    private static Delay Task(TaskReport task, DateTimeOffset from, DateTimeOffset? to, DateTimeOffset until) =>
        new(task.Text, null, null, task.TaskId, from, to, ((to ?? until) - from).TotalSeconds);
}
