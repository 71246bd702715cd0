using System.Collections.Immutable;
using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform;

namespace CrisisCommand.Boards;

public sealed record BoardSummons(
    PersonId Person,
    string? Name,
    int Rank,
    DateTimeOffset SummonedAt,
    DateTimeOffset AnswerBy,
    SummonsAnswer? Answer,
    DateTimeOffset? Eta,
    AnswerVia? Via,
    DateTimeOffset? SilentAt,
    DateTimeOffset? OverdueAt,
    DateTimeOffset? ArrivedAt
);

public sealed record BoardHandover(PersonId To, string? Name, DateTimeOffset OfferedAt, string Briefing);

/// <summary>The holder is called, and has given no sign of life yet.</summary>
public sealed record BoardCall(DateTimeOffset CalledAt, DateTimeOffset AnswerBy);

/// <summary>The function was taken from a silent holder.</summary>
public sealed record BoardTakeover(PersonId From, string? FromName, DateTimeOffset At);

/// <param name="VacantSince">Since when nobody holds it or is on the way to it.</param>
/// <param name="HolderSilentSince">Since when its holder is known not to answer.</param>
public sealed record BoardFunction(
    FunctionKey Function,
    string Name,
    PersonId? Holder,
    string? HolderName,
    Mandate? Mandate,
    DateTimeOffset? HeldSince,
    BoardHandover? Handover,
    IReadOnlyList<BoardSummons> Summons,
    DateTimeOffset? VacantSince,
    DateTimeOffset? HolderSilentSince,
    BoardCall? Call,
    BoardTakeover? TakenOver
);

public sealed record BoardIncident(
    Guid IncidentId,
    DateTimeOffset LinkedAt,
    ReportedFact? Last,
    string? Text,
    DateTimeOffset? OccurredAt,
    DateTimeOffset? LearnedAt
);

public sealed record BoardDecision(
    int Number,
    Guid EventId,
    string Decision,
    FunctionKey? Function,
    PersonId By,
    FunctionKey? Executor,
    DateTimeOffset DecidedAt,
    DateTimeOffset? DueAt
);

public sealed record BoardTask(
    Guid TaskId,
    FunctionKey Function,
    string Text,
    DateTimeOffset GivenAt,
    DateTimeOffset? DueAt,
    int? DecisionNumber
);

public sealed record BoardStatus(AreaKey? Area, FunctionKey? Function, string Status, string? Text);

public sealed record BoardSituation(string Text, DateTimeOffset ReportedAt, PersonId By, IReadOnlyList<BoardStatus> Status);

public sealed record BoardLine(long Version, DateTimeOffset RecordedAt, DateTimeOffset OccurredAt, PersonId By, string Kind, string Words);

/// <summary>The board in a reader's words.</summary>
/// <param name="Status"><c>open</c> or <c>stood-down</c>.</param>
/// <param name="OpenDecisions">The last fifty; <paramref name="OpenDecisionCount"/> says how many there are.</param>
public sealed record BoardView(
    Guid CrisisId,
    long Version,
    int FoldVersion,
    DateTimeOffset RecordedAt,
    bool Exercise,
    string Status,
    IncidentKind Kind,
    string Title,
    string Reason,
    string? MeetingPlace,
    DateTimeOffset DeclaredAt,
    PersonId? DeclaredBy,
    DateTimeOffset? StoodDownAt,
    PlanName? Plan,
    long PlanVersion,
    IReadOnlyList<BoardFunction> Functions,
    IReadOnlyList<BoardIncident> Incidents,
    int DecisionCount,
    int OpenDecisionCount,
    IReadOnlyList<BoardDecision> OpenDecisions,
    IReadOnlyList<BoardTask> OpenTasks,
    BoardSituation? Situation,
    IReadOnlyList<BoardLine> Latest
)
{
    /// <summary>How far the organisation is raised; null until somebody has said.</summary>
    public LevelShown? Level { get; init; }

    /// <summary>The staff briefing called last: the next one while its time is ahead.</summary>
    public BriefingShown? Briefing { get; init; }
}
