using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Incidents;

/// <summary>What is true of an incident: what was said of it first and last, whether it is verified, open, and which crises it was raised to.</summary>
public sealed partial record Incident : IState<Incident>
{
    public static Incident Initial { get; } = new();

    public AlarmSource Source { get; init; }

    /// <summary>Of the alarm that began it; Actual for what our own people reported.</summary>
    public AlarmStatus Status { get; init; }
    public IncidentKind Kind { get; init; } = IncidentKind.Other;
    public AreaKey? Area { get; init; }

    /// <summary>All of our areas that it touches, <see cref="Area"/> first.</summary>
    public ImmutableArray<AreaKey> Areas
    {
        // Lists that older builds stored have none.
        get => field.IsDefaultOrEmpty ? (Area is { } only ? [only] : []) : field;
        init;
    }
    public CommittedText? Headline { get; init; }
    public CommittedText? Place { get; init; }

    /// <summary>What was said of it: in its alarm's own words, or our own people's first. What was told since stands beside it.</summary>
    public CommittedText? Text { get; init; }

    /// <summary>Of lists that older builds stored: the alarm's own words, beside which <see cref="Text"/> is what was told last.</summary>
    public CommittedText? AlarmText { get; init; }

    /// <summary>The newest that was told of it.</summary>
    public Told? Latest { get; init; }

    /// <summary>The newest that its alarms told, whatever our own people said since.</summary>
    public Told? LatestOfAlarms { get; init; }
    public CommittedText? Instruction { get; init; }
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>When what its alarm says holds.</summary>
    public AlarmTimes? Times { get; init; }

    /// <summary>Why its sender asks nobody to act any more; null while they do. It stays open until a person of ours closes it.</summary>
    public AlarmPassed? Passed { get; init; }
    public DateTimeOffset ReportedAt { get; init; }
    public Severity Severity { get; init; }

    /// <summary>Of its alarms; Unknown where none said, and in lists that older builds stored.</summary>
    public Urgency Urgency { get; init; }

    /// <summary>How near the place lies that its alarm gave last; null where none gave one.</summary>
    public AlarmReach? Reach { get; init; }

    /// <summary>False for what is only logged: tests, drafts, cancellations of alarms that we never saw.</summary>
    public bool Actionable { get; init; }

    /// <summary>Null until somebody has looked.</summary>
    public bool? Verified { get; init; }

    /// <summary>Ended by its sender, when nobody of ours had verified it.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Its sender took it back, and neither the sender nor any of ours has said since that it goes on.</summary>
    public bool CancelledBySender { get; init; }
    public bool Closed { get; init; }

    /// <summary>
    /// Who of our own handled it last: verified, assessed or closed it, raised it to a crisis, or reported on what others brought in. Null while
    /// nobody has, and when its sender opened it again.
    /// </summary>
    public PersonId? Handler { get; init; }

    /// <summary>When its sender opened it again last, after it was closed or taken back; null where that never was.</summary>
    public DateTimeOffset? ReopenedAt { get; init; }
    public ImmutableArray<Guid> Crises { get; init; } = [];
    public ImmutableArray<Guid> Alarms { get; init; } = [];

    /// <summary>Which it is once more, as a person of ours found; null where it is one of its own.</summary>
    public Guid? DuplicateOf { get; init; }

    /// <summary>Those that are this one once more.</summary>
    public ImmutableArray<Guid> Duplicates
    {
        // Lists that older builds stored have none.
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>
    /// What its alarms, and the events that they are about, are called by their sender: by this it is found where a reference gives a wrong
    /// time, or none is given.
    /// </summary>
    public ImmutableSortedSet<Guid> Names
    {
        // Lists that older builds stored have none.
        get => field ?? [];
        init;
    }

    /// <summary>What each of its alarms says, as a digest; of the whole message where an older build kept no other.</summary>
    public ImmutableSortedDictionary<Guid, ForeignId> Contents
    {
        // Lists that older builds stored have none.
        get => field ?? ImmutableSortedDictionary<Guid, ForeignId>.Empty;
        init;
    }

    /// <summary>Who passed the first alarm on, where that is not the source itself.</summary>
    public PersonId? Via { get; init; }

    /// <summary>What other senders said of its alarms; none of it is taken for true.</summary>
    public ImmutableArray<AlarmConflict> Conflicts { get; init; } = [];

    /// <summary>When the content shown was sent: an older message that comes late changes nothing that a newer one said.</summary>
    public DateTimeOffset? ContentSentAt { get; init; }

    /// <summary>When the last update was sent: a cancellation sent before it has no say any more, however late it comes.</summary>
    public DateTimeOffset? UpdateSentAt { get; init; }

    /// <summary>When the last cancellation was sent: an update sent before it raises nothing again.</summary>
    public DateTimeOffset? CancelSentAt { get; init; }

    public bool Open => Actionable && !Closed && !Cancelled;

    /// <summary>Whose alarms belong here: a machine follows what it raised itself.</summary>
    public ImmutableArray<PersonId> RaisedBy { get; init; } = [];

    public bool IsFor(Reader reader) => !reader.OwnOnly || RaisedBy.Contains(reader.Person);

    /// <summary>Whether the sender's own alarm began it. Whoever only added to another's, as one who handles incidents may, began none.</summary>
    public bool IsOf(PersonId sender) => RaisedBy is [var first, ..] && first == sender;

    /// <summary>Whether the incident was told already that this sender says this of this alarm: once is enough.</summary>
    public bool Knows(AlarmClaimed claim) => Conflicts.Any(c => (c.AlarmId, c.By, c.Claims) == (claim.AlarmId, claim.By, claim.Claims));

    public Incident After(Fact fact) => After(fact.Says);

    public Incident After(Statement said) =>
        said.Event switch
        {
            AlarmReceived received => Begin(said, received.Alarm).Telling(said, received.Alarm, received.Actionable) with
            {
                Actionable = Actionable || received.Actionable,
            },
            AlarmUpdated { Alarm: { Passed: not null } alarm } => Begin(said, alarm).Telling(said, alarm, actionable: true) with
            {
                UpdateSentAt = Later(UpdateSentAt, alarm.SentAt),
            },
            AlarmUpdated updated => Begin(said, updated.Alarm).Telling(said, updated.Alarm, actionable: true) with
            {
                Handler = OpensAgain(updated.Alarm) ? null : Handler,
                ReopenedAt = OpensAgain(updated.Alarm) ? said.At : ReopenedAt,
                Status = Actionable ? Status : updated.Alarm.Status,
                Actionable = true,
                Cancelled = false,
                CancelledBySender = CancelledBySender && CancelSentAt > updated.Alarm.SentAt,
                Closed = Closed && ContentSentAt > updated.Alarm.SentAt,
                UpdateSentAt = Later(UpdateSentAt, updated.Alarm.SentAt),
            },
            AlarmCancelled cancelled => Begin(said, cancelled.Alarm).Cancelling(said, cancelled),
            AlarmClaimed claimed => this with { Conflicts = Conflicts.Add(AlarmConflict.Of(claimed, said.At)) },
            IncidentReported reported => Reported(reported, said.At).Hearing(said),
            // Whoever has looked since knows better than a message that it was over.
            IncidentVerified verified => (verified.GoesOn ? GoingOn() : this).Handled(said) with { Verified = true, Passed = null },
            IncidentRefuted => Handled(said) with { Verified = false },
            // Who brought it in tells more of it, and may be anybody: that does not mean that it is in hand.
            // Nor does it where they may tell, and do nothing about it.
            IncidentReportAdded added => added.ByHandler && !RaisedBy.Contains(said.By) ? Handled(said) : Hearing(said),
            IncidentAssessed assessed => Handled(said) with { Severity = assessed.Severity },
            IncidentRaisedToCrisis raised => this with
            {
                Handler = HandlerAfter(said),
                Crises = Crises.Contains(raised.CrisisId) ? Crises : Crises.Add(raised.CrisisId),
            },
            IncidentReleasedFromCrisis released => this with { Crises = Crises.Remove(released.CrisisId) },
            // Whoever marks it has looked at it: nobody else need be called.
            IncidentMarkedDuplicate marked => this with { Handler = HandlerAfter(said), DuplicateOf = marked.Of },
            IncidentDuplicateWithdrawn => this with { Handler = HandlerAfter(said), DuplicateOf = null },
            IncidentDoubled doubled => this with { Duplicates = Duplicates.Add(doubled.By) },
            IncidentDoublingWithdrawn withdrawn => this with { Duplicates = Duplicates.Remove(withdrawn.By) },
            IncidentClosed => Handled(said) with { Closed = true },
            _ => this,
        };
}
