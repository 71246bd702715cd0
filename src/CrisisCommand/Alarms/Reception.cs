using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Alarms;

/// <summary>Where one message went.</summary>
/// <param name="Actionable">Whether somebody is to act on it.</param>
/// <param name="Claim">Whether it speaks of another sender's alarm, without effect on that.</param>
public sealed record Placement(Alarm Alarm, ImmutableArray<Guid> Incidents, bool Actionable, bool Repeated, bool Claim = false)
{
    /// <summary>Whether it is other content than its sender sent by the same name before.</summary>
    public bool Updated { get; init; }
}

/// <summary>Where each message went, and what happens in which stream, the first message's incident first.</summary>
public sealed record Reception(
    ImmutableArray<Placement> Placements,
    ImmutableArray<(Guid Stream, ImmutableArray<IDomainEvent> Events)> Happened
)
{
    public bool Claims => Placements.Any(p => p.Claim);

    public Outcome Outcome =>
        Happened.IsEmpty
            ? Outcome.Nothing
            : Happened.Skip(1).Aggregate(Outcome.Happened(Happened[0].Events), (outcome, next) => outcome.AndIn(next.Stream, next.Events));
}

/// <summary>What receiving comes to, by the books as they stand.</summary>
public abstract record AlarmDecision
{
    /// <param name="AsHandler">Whether the right to handle incidents was used.</param>
    public sealed record Taken(Reception Reception, bool AsHandler = false) : AlarmDecision;

    /// <summary>The messages belong where these books say nothing of: they are received by books that say it.</summary>
    public sealed record Unread(AlarmStreams Streams) : AlarmDecision;
}

/// <summary>The streams that a decision takes.</summary>
/// <param name="Home">The incident in which the first message stands; where none stands in any, the file of the first.</param>
/// <param name="Incidents">The others.</param>
/// <param name="Alarms">What is filed, the home excepted where it is that.</param>
public sealed record AlarmStreams(Guid Home, ImmutableArray<Guid> Incidents, ImmutableArray<Guid> Alarms)
{
    /// <summary>Whether the home is no incident: of a document that only answers.</summary>
    public bool IsFile { get; init; }
}
