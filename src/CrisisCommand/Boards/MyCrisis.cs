using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Boards;

/// <summary>What a crisis expects of the caller now.</summary>
/// <param name="Notices">What the caller has to know before anything else.</param>
/// <param name="Summonses">Those that wait for the caller's answer, also late, while somebody is still needed.</param>
/// <param name="Calls">To functions that the caller holds: any act answers them.</param>
/// <param name="Persons">The names of everybody mentioned, by id.</param>
public sealed record MyCrisis(
    Guid CrisisId,
    PersonId Person,
    DateTimeOffset? StoodDownAt,
    IReadOnlyList<MyNotice> Notices,
    IReadOnlyList<MySummons> Summonses,
    IReadOnlyList<MyHandover> Handovers,
    IReadOnlyList<MyFunction> Functions,
    IReadOnlyList<MyCall> Calls,
    IReadOnlyList<MyRelief> Reliefs,
    IReadOnlyDictionary<PersonId, string> Persons
)
{
    /// <summary>Open ones of the caller's functions, what is due first first; a task without a time comes last.</summary>
    public IReadOnlyList<MyTask> Tasks { get; init; } = [];

    /// <summary>Open ones that a function of the caller is to carry out, what is due first first.</summary>
    public IReadOnlyList<MyDecision> Decisions { get; init; } = [];

    /// <summary>Who leads now; null where nobody may.</summary>
    public MyLeader? Leader { get; init; }

    public LevelShown? Level { get; init; }

    /// <summary>Why the crisis is over, as whoever proposed it last said.</summary>
    public string? StandDownReason { get; init; }

    /// <summary>The staff briefing called last: the next one while its time is ahead.</summary>
    public BriefingShown? Briefing { get; init; }

    /// <summary>What the caller may do here now, whatever it is about.</summary>
    public IReadOnlyList<Capability> Capabilities { get; init; } = [];

    /// <summary>What the caller may do besides, for their own functions only.</summary>
    public IReadOnlyList<Capability> OwnCapabilities { get; init; } = [];
}

public sealed record MyTask(
    Guid TaskId,
    FunctionKey Function,
    string FunctionName,
    string Text,
    DateTimeOffset GivenAt,
    DateTimeOffset? DueAt,
    int? DecisionNumber
);

public sealed record MyDecision(
    int Number,
    string Decision,
    FunctionKey Executor,
    string ExecutorName,
    PersonId By,
    DateTimeOffset DecidedAt,
    DateTimeOffset? DueAt
);

/// <param name="Acting">Nobody holds the function yet: who may act as leader until somebody does.</param>
public sealed record MyLeader(PersonId Person, string? Name, bool Acting);

/// <summary>What was the caller's is no longer: a function was taken from them in their silence, or another carries out what a revision says.</summary>
public sealed record MyNotice(FunctionKey Function, PersonId By, DateTimeOffset At, string Text);

/// <param name="SilentAt">When it was established that no answer had come in time; it is taken all the same.</param>
public sealed record MySummons(
    FunctionKey Function,
    string Name,
    int Rank,
    DateTimeOffset SummonedAt,
    DateTimeOffset AnswerBy,
    DateTimeOffset? SilentAt
);

public sealed record MyHandover(FunctionKey Function, string Name, PersonId From, string Briefing, DateTimeOffset OfferedAt);

public sealed record MyFunction(FunctionKey Function, string Name, Mandate? Mandate, DateTimeOffset? Since);

public sealed record MyCall(FunctionKey Function, string Name, DateTimeOffset CalledAt, DateTimeOffset AnswerBy);

public sealed record MyRelief(FunctionKey Function, string Name, DateTimeOffset At);
