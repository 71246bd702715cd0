using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.AlarmProgress;

/// <summary>How far an alarm has come, the furthest that holds.</summary>
public enum AlarmState
{
    /// <summary>It only answers what was sent, or came as a test or a draft: nobody is to act on it.</summary>
    Filed,

    /// <summary>It is with us, and nobody has been called yet.</summary>
    Received,

    /// <summary>It is with us and stands among the open incidents; nobody is called of it.</summary>
    Logged,

    /// <summary>Our people are being called.</summary>
    Called,

    /// <summary>Everybody on the path was called, and nobody has taken it; they are called again.</summary>
    Untaken,

    /// <summary>A person of ours has it.</summary>
    Taken,

    /// <summary>A crisis that goes on was declared of it.</summary>
    Crisis,

    /// <summary>Its sender took it back, or said that nobody need act any more.</summary>
    Over,

    /// <summary>Our people have closed it.</summary>
    Closed,
}

/// <summary>What the sender of an alarm is told of it. Whom we called, and what we said to each other, is not theirs to know.</summary>
/// <param name="IncidentId">Where it stands; the first that is still open, where it stands in several.</param>
/// <param name="Rule">By which rule of the company it was called of or logged; null where none was asked.</param>
/// <param name="CalledAt">When the first of our people was called.</param>
/// <param name="TakenBy">Who has it, to call back.</param>
/// <param name="Verified">What our people found: true, it is so; false, it is not; null while nobody has looked.</param>
/// <param name="Level">How far the organisation is raised in that crisis.</param>
/// <param name="Liaison">Who in the crisis speaks with the city; its leader where nobody does, null while nobody is in place.</param>
/// <param name="NextReportAt">When the crisis organisation reports next.</param>
public sealed record AlarmProgressShown(
    Guid AlarmId,
    Guid? IncidentId,
    AlarmState State,
    DateTimeOffset? ReceivedAt,
    string? Rule,
    DateTimeOffset? CalledAt,
    ToCallBack? TakenBy,
    bool? Verified,
    RaisedTo? Crisis,
    CrisisLevel? Level,
    string? LevelName,
    ToCallBack? Liaison,
    DateTimeOffset? NextReportAt
)
{
    /// <summary>All that it stands in, where they are several.</summary>
    public IReadOnlyList<Guid>? IncidentIds { get; init; }
}

/// <param name="Phone">Null where none is registered, or it is not this reader's to see.</param>
public sealed record ToCallBack(PersonId Person, string Name, string? Phone);

public sealed record RaisedTo(Guid CrisisId, DateTimeOffset DeclaredAt, bool Open);
