using System.Collections.Immutable;
using CrisisCommand.Platform;

namespace CrisisCommand.Alerts;

public enum AlertStatus
{
    /// <summary>Nothing has come that somebody must be alerted of.</summary>
    None,

    /// <summary>Somebody is alerted and has time to acknowledge.</summary>
    Waiting,
    Acknowledged,

    /// <summary>Nobody is left to alert.</summary>
    Exhausted,
    Ended,
}

/// <summary>A person who was alerted.</summary>
/// <param name="SilentSince">When it was time for the next one; null while the person has time, or when nobody followed.</param>
public sealed record Alerted(
    PersonId Person,
    AlertRole Role,
    int Step,
    DateTimeOffset AlertedAt,
    DateTimeOffset AnswerBy,
    DateTimeOffset? SilentSince = null
);

/// <summary>The alert of one incident: who is asked, who was, and what became of it.</summary>
public sealed record Alert : IState<Alert>
{
    public static Alert Initial { get; } = new();

    public Guid Incident { get; init; }
    public AlertStatus Status { get; init; }
    public bool NobodyOnDuty { get; init; }
    public AlertEnd? End { get; init; }
    public PersonId? AcknowledgedBy { get; init; }
    public DateTimeOffset RaisedAt { get; init; }
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Who has not been alerted yet, in order.</summary>
    public ImmutableArray<AlertStop> Ahead { get; init; } = [];
    public ImmutableArray<Alerted> Alerted { get; init; } = [];

    /// <summary>A stream of its own beside the incident's: whoever confirms against the incident's version must not be overtaken by a clock.</summary>
    public static Guid StreamOf(Guid incident) => Ids.Named($"alert/{incident}");

    /// <summary>Who has time to acknowledge now.</summary>
    public Alerted? Asked => Status == AlertStatus.Waiting ? Alerted[^1] : null;

    public Alert After(Fact fact) =>
        fact.Event switch
        {
            AlertRaised raised => this with
            {
                Incident = raised.Incident,
                Status = AlertStatus.None,
                NobodyOnDuty = raised.NobodyOnDuty,
                RaisedAt = fact.RecordedAt,
                Ahead = raised.Path,
                End = null,
                SettledAt = null,
            },
            OnCallAlerted alerted => this with
            {
                Status = AlertStatus.Waiting,
                Ahead = [.. Ahead.Skip(1)],
                Alerted = Alerted.Add(new(alerted.Person, alerted.Role, alerted.Step, fact.RecordedAt, alerted.AnswerBy)),
            },
            AlertUnanswered silent => this with
            {
                Alerted = [.. Alerted.Select(a => a.Step == silent.Step ? a with { SilentSince = fact.RecordedAt } : a)],
            },
            AlertAcknowledged acknowledged => Settled(AlertStatus.Acknowledged, fact) with { AcknowledgedBy = acknowledged.Person },
            AlertExhausted => Settled(AlertStatus.Exhausted, fact),
            AlertEnded ended => Settled(AlertStatus.Ended, fact) with { End = ended.Why },
            _ => this,
        };

    /// <summary>What follows when nobody has answered: the next person is alerted, or there is none.</summary>
    public static IDomainEvent Next(Guid incident, ImmutableArray<AlertStop> ahead, int step, DateTimeOffset answerBy) =>
        ahead is [var stop, ..] ? new OnCallAlerted(incident, stop.Person, stop.Role, step, answerBy) : new AlertExhausted(incident);

    private Alert Settled(AlertStatus status, Fact fact) => this with { Status = status, SettledAt = fact.RecordedAt };
}
