using System.Text.Json.Serialization;
using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

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
)
{
    /// <summary>The names of the other functions that whoever holds it, or is on the way to it, is in at the same time.</summary>
    public IReadOnlyList<string> AlsoIn { get; init; } = [];
}

/// <summary>The newest that the KLO had heard of an incident.</summary>
/// <param name="Text">Null where only the act says something.</param>
public sealed record BoardLatest(string? Text, DateTimeOffset At, PersonId By, string? ByName, ReportedFact Kind, string KindName);

/// <param name="Last">What the KLO was told last since it was linked.</param>
/// <param name="Text">What was said of it: in its alarm's own words, or our own people's first.</param>
/// <param name="Kind">This and what follows: as the KLO had heard of it by then.</param>
/// <param name="Verified">Null until somebody has looked.</param>
public sealed record BoardIncident(
    Guid IncidentId,
    DateTimeOffset LinkedAt,
    ReportedFact? Last,
    string? Text,
    DateTimeOffset? OccurredAt,
    DateTimeOffset? LearnedAt,
    IncidentKind Kind,
    string KindName,
    string? Headline,
    string? Place,
    AreaKey? Area,
    string? AreaName,
    Severity Severity,
    string SeverityName,
    bool? Verified,
    bool Open
)
{
    /// <summary>How many messages of other senders speak of its alarms.</summary>
    public int Conflicts { get; init; }

    /// <summary>The newest that was told of it, beside <see cref="Text"/>.</summary>
    public BoardLatest? Latest { get; init; }

    /// <summary>Its sender took it back, and it is open all the same: we had verified it, and nobody has said yet that it goes on.</summary>
    public bool CancelledBySender { get; init; }

    /// <summary>Until when what its sender said holds; then it fades, and stays.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Why its sender asks nobody to act any more; null while they do.</summary>
    public AlarmPassed? Passed { get; init; }

    /// <summary>The words of <see cref="Last"/>.</summary>
    internal string? Heard { get; init; }
}

public sealed record BoardDecision(
    int Number,
    Guid EventId,
    string Decision,
    FunctionKey? Function,
    PersonId By,
    FunctionKey? Executor,
    DateTimeOffset DecidedAt,
    DateTimeOffset? DueAt,
    string? ByName,
    string? FunctionName,
    string? ExecutorName
)
{
    /// <summary>In what capacity it was taken; null of before it was recorded.</summary>
    public Capacity? Capacity { get; init; }

    /// <summary><see cref="Capacity"/> as it stands after a name.</summary>
    public string? CapacityName { get; init; }
}

public sealed record BoardTask(
    Guid TaskId,
    FunctionKey Function,
    string Text,
    DateTimeOffset GivenAt,
    DateTimeOffset? DueAt,
    int? DecisionNumber,
    string FunctionName
);

/// <param name="Corrected">Whether it stands here in the words of its last correction: on boards as it happened only.</param>
public sealed record BoardLine(
    long Version,
    DateTimeOffset RecordedAt,
    DateTimeOffset OccurredAt,
    PersonId By,
    string Kind,
    string Words,
    Guid EventId,
    string? ByName,
    bool Corrected
);

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
    public string KindName { get; init; } = "";
    public string? DeclaredByName { get; init; }

    /// <summary>On a board as it happened: of all that had happened by then, as it is known now. Null on a board as it was known.</summary>
    public DateTimeOffset? HappenedBy { get; init; }

    /// <summary>For the links of a page to other crises; whoever reads it as JSON asked for it by the realm.</summary>
    [JsonIgnore]
    public string Realm { get; init; } = "";

    /// <summary>The crisis that goes on in its place; null where it was no double.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>The doubles that came into it.</summary>
    public IReadOnlyList<Guid> Joined { get; init; } = [];

    /// <summary>When each part was last touched.</summary>
    public Freshness Touched { get; init; } = Freshness.Initial;

    /// <summary>How far the organisation is raised; null until somebody has said.</summary>
    public LevelShown? Level { get; init; }

    /// <summary>The version at which the journal is broken, where it is: the board is as it was before, and nothing new is taken.</summary>
    public long? BrokenAt { get; init; }

    /// <summary>The staff briefing called last: the next one while its time is ahead.</summary>
    public BriefingShown? Briefing { get; init; }
}
