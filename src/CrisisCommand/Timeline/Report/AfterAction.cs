using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using CrisisCommand.Timeline.Staffing;

namespace CrisisCommand.Timeline.Report;

/// <summary>A person by key, and by name where the name is not erased.</summary>
public sealed record Named(PersonId Id, string? Name);

/// <summary>A function by key and by its name in the reader's language.</summary>
public sealed record NamedFunction(FunctionKey Key, string Name);

public sealed record TenureReport(Named Person, Mandate Mandate, Passing Passing, DateTimeOffset From, DateTimeOffset? To);

/// <summary>Who held a function; where it stood empty, and by which facts, is in the proof of staffing.</summary>
/// <param name="FirstStaffedAfterSeconds">From the first summons until somebody was in place.</param>
public sealed record StaffingReport(
    NamedFunction Function,
    DateTimeOffset? SummonedAt,
    double? FirstStaffedAfterSeconds,
    IReadOnlyList<TenureReport> Holders
);

/// <param name="Number">The number of the decision that replaces it.</param>
public sealed record DecisionStepReport(DecisionStatus Status, DateTimeOffset At, Named By, string? Text, int? Number);

/// <param name="BoardVersion">The version of the board that the decider was served, where its receipt was sent.</param>
public sealed record DecisionReport(
    int Number,
    Guid EventId,
    string Decision,
    string Motive,
    string? Alternatives,
    IReadOnlyList<Guid> Basis,
    Named By,
    NamedFunction? Function,
    Mandate? Mandate,
    Capacity? Capacity,
    DateTimeOffset DecidedAt,
    DateTimeOffset RecordedAt,
    string? LateReason,
    FunctionKey? Executor,
    string? ExecutorName,
    DateTimeOffset? DueAt,
    long? BoardVersion,
    DecisionStatus Status,
    double? TimeToExecutionSeconds,
    IReadOnlyList<DecisionStepReport> History
);

public sealed record TaskReport(
    Guid TaskId,
    string Text,
    NamedFunction Function,
    Named GivenBy,
    DateTimeOffset GivenAt,
    DateTimeOffset? DueAt,
    int? DecisionNumber,
    DateTimeOffset? DoneAt,
    Named? DoneBy,
    string? Done
);

public sealed record StatusReport(AreaKey? Area, FunctionKey? Function, string Name, StatusKey Status, string StatusName, string? Text);

public sealed record SituationReport(
    Guid EventId,
    DateTimeOffset RecordedAt,
    Named By,
    NamedFunction? Function,
    string Text,
    IReadOnlyList<StatusReport> Status
)
{
    /// <summary>When the next one was promised.</summary>
    public DateTimeOffset? NextAt { get; init; }
}

/// <summary>How an area, a function or the whole fared as last told.</summary>
public sealed record StatusStanding(StatusReport Status, DateTimeOffset ReportedAt, Named By);

/// <summary>The newest that was told of an incident.</summary>
public sealed record LatestReport(ReportedFact What, string WhatName, string? Text, DateTimeOffset At, Named By);

public sealed record IncidentReport(
    Guid IncidentId,
    IncidentKind? Kind,
    string? KindName,
    string? Headline,
    string? Place,
    DateTimeOffset LinkedAt,
    DateTimeOffset? UnlinkedAt,
    string? WhyUnlinked,
    IReadOnlyList<LearnedReport> Learned
)
{
    /// <summary>What was said of it: in its alarm's own words, or our own people's first.</summary>
    public string? Text { get; init; }

    /// <summary>What was told of it last, whether the KLO heard of it or not.</summary>
    public LatestReport? Latest { get; init; }

    /// <summary>Its sender took it back, and it is open all the same: we had verified it.</summary>
    public bool CancelledBySender { get; init; }
}

public sealed record ReportCounts(
    int Events,
    int Decisions,
    int DecisionsExecuted,
    int Entries,
    int LateEntries,
    int Corrections,
    int SituationReports,
    int Tasks,
    int TasksDone,
    int Incidents,
    int PersonsWhoHeldAFunction
);

/// <summary>The after-action report: what the journal of one crisis says, gathered for those who look back at it.</summary>
/// <param name="Notice"><c>ÖVNING</c> for an exercise, which every page and export of it says; null for the live realm.</param>
/// <param name="Version">The version of the journal that it was made from.</param>
/// <param name="Timeline">Everything, in the order in which it happened.</param>
public sealed record AfterAction(
    string Realm,
    string? Notice,
    Guid CrisisId,
    long Version,
    CrisisSummary Crisis,
    ReportCounts Counts,
    IReadOnlyList<StaffingReport> Staffing,
    StaffingProofShown StaffingProof,
    IReadOnlyList<DecisionReport> Decisions,
    IReadOnlyList<TaskReport> Tasks,
    IReadOnlyList<SituationReport> SituationReports,
    IReadOnlyList<IncidentReport> Incidents,
    IReadOnlyList<TimelineLine> LateEntries,
    IReadOnlyList<TimelineLine> Corrections,
    IReadOnlyList<TimelineLine> Timeline
)
{
    /// <summary>All of them, also those that have not come.</summary>
    public IReadOnlyList<KeyTime> KeyTimes { get; init; } = [];

    /// <summary>A measure for each step.</summary>
    public IReadOnlyList<DelayMeasure> Delays { get; init; } = [];

    /// <summary>The longest first.</summary>
    public IReadOnlyList<VacantSpan> Vacancies { get; init; } = [];

    /// <summary>Each of <see cref="Corrections"/> with what it corrects.</summary>
    public IReadOnlyList<CorrectionReport> CorrectionsMade { get; init; } = [];

    public LeftOpen? LeftOpen { get; init; }

    /// <summary>What whoever held a function told of it, beside the reports of it all.</summary>
    public IReadOnlyList<SituationReport> FunctionReports { get; init; } = [];

    /// <summary>The common picture as it stood last, each part as old as it was.</summary>
    public IReadOnlyList<StatusStanding> Picture { get; init; } = [];

    /// <summary>In the order in which they were received.</summary>
    public IReadOnlyList<AttachmentReport> Attachments { get; init; } = [];
}
