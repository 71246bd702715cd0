using System.Collections.Immutable;
using CrisisCommand.AlarmRules;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alerts;

public enum AlertStatus
{
    /// <summary>Nothing has come that somebody must be alerted of.</summary>
    None,

    /// <summary>Somebody is alerted and has time to acknowledge.</summary>
    Waiting,
    Acknowledged,

    /// <summary>Nobody on the path has answered. It stays so, and goes on calling, until somebody takes it or it is over.</summary>
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

/// <summary>Who was told of it beside the path, for information.</summary>
public sealed record Informed(PersonId Person, DateTimeOffset At);

/// <summary>Until when the next person has time to answer, and when the path is gone through again should there be none.</summary>
public readonly record struct AlertDue(DateTimeOffset AnswerBy, DateTimeOffset RepeatsAt);

/// <summary>The alert of one incident: who is asked, who was, and what became of it.</summary>
public sealed record Alert : IState<Alert>
{
    public static Alert Initial { get; } = new();

    public Guid Incident { get; init; }
    public AlertStatus Status { get; init; }
    public bool NobodyOnDuty { get; init; }
    public AlertEnd? End { get; init; }

    /// <summary>Who closed the incident, raised it to a crisis, or ended the calling with a reason.</summary>
    public PersonId? EndedBy { get; init; }

    /// <summary>Why one of ours ended the calling.</summary>
    public CommittedText? EndReason { get; init; }
    public PersonId? AcknowledgedBy { get; init; }
    public DateTimeOffset RaisedAt { get; init; }
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When the path first came to its end without an answer; null where it has not.</summary>
    public DateTimeOffset? ExhaustedAt { get; init; }

    /// <summary>When the path is gone through again; null while it is, and where nothing is called any more.</summary>
    public DateTimeOffset? RepeatsAt { get; init; }

    /// <summary>The version of the fact that the path came to its end last: by this a timer that came twice is known.</summary>
    public long ExhaustedIn { get; init; }

    /// <summary>1 while the path is gone through for the first time.</summary>
    public int Round { get; init; }

    /// <summary>Who sent it and how grave it was, when somebody was alerted last; null while nobody was, and in what older builds wrote.</summary>
    public AlertOrigin? Origin { get; init; }

    public ImmutableArray<Alerted> Alerted { get; init; } = [];

    /// <summary>The rule that decided last about one of its alarms; null where none was asked.</summary>
    public AppliedRule? Rule { get; init; }

    /// <summary>Who was told for information, since it was raised.</summary>
    public Informed? Informed { get; init; }

    /// <summary>Whether anybody is called, or will be.</summary>
    public bool IsCalling => Status is AlertStatus.Waiting or AlertStatus.Exhausted;

    /// <summary>The step whose answer is waited for; null between rounds and where nobody is.</summary>
    private int? AskedStep { get; init; }

    /// <summary>How many had been alerted before this round: an alert that was over begins anew.</summary>
    private int Before { get; init; }

    /// <summary>Those of a path whom this round has not asked.</summary>
    public ImmutableArray<AlertStop> NotAsked(ImmutableArray<AlertStop> path) => [.. path.Where(stop => !HasAsked(stop.Person))];

    /// <summary>Whether this round has alerted the person.</summary>
    public bool HasAsked(PersonId person) => Alerted.Skip(Before).Any(a => a.Person == person);

    /// <summary>A stream of its own beside the incident's: whoever confirms against the incident's version must not be overtaken by a clock.</summary>
    public static Guid StreamOf(Guid incident) => Ids.Named($"alert/{incident}");

    /// <summary>Who has time to acknowledge now.</summary>
    public Alerted? Asked => AskedStep is { } step ? Alerted[step - 1] : null;

    public Alert After(Fact fact) =>
        fact.Event switch
        {
            AlertRaised raised => this with
            {
                Incident = raised.Incident,
                Status = AlertStatus.None,
                NobodyOnDuty = raised.NobodyOnDuty,
                RaisedAt = fact.RecordedAt,
                Before = Alerted.Length,
                End = null,
                EndedBy = null,
                EndReason = null,
                AcknowledgedBy = null,
                SettledAt = null,
                ExhaustedAt = null,
                RepeatsAt = null,
                AskedStep = null,
                Round = 1,
                Rule = raised.Rule ?? Rule,
                Informed = null,
            },
            AlarmLogged logged => this with { Incident = logged.Incident, Rule = logged.Rule },
            LeaderInformed informed => this with { Rule = informed.Rule, Informed = new(informed.Person, fact.RecordedAt) },
            AlertRepeated repeated => this with
            {
                Before = Alerted.Length,
                NobodyOnDuty = repeated.NobodyOnDuty,
                Round = repeated.Round,
                RepeatsAt = null,
            },
            OnCallAlerted alerted => Alerting(alerted, fact.RecordedAt),
            AlertUnanswered silent => this with
            {
                Alerted = [.. Alerted.Select(a => a.Step == silent.Step ? a with { SilentSince = fact.RecordedAt } : a)],
            },
            AlertAcknowledged acknowledged => Settled(AlertStatus.Acknowledged, fact) with { AcknowledgedBy = acknowledged.Person },
            AlertExhausted exhausted => this with
            {
                Status = AlertStatus.Exhausted,
                AskedStep = null,
                ExhaustedAt = ExhaustedAt ?? fact.RecordedAt,
                ExhaustedIn = fact.Version,
                RepeatsAt = exhausted.RepeatsAt,
            },
            AlertEnded ended => Settled(AlertStatus.Ended, fact) with { End = ended.Why, EndedBy = ended.By, EndReason = ended.Reason },
            _ => this,
        };

    /// <summary>What follows when nobody has answered: the next person is alerted, or there is none and the path is gone through again later.</summary>
    public static IDomainEvent Next(Guid incident, ImmutableArray<AlertStop> ahead, int step, AlertDue due, AlertOrigin origin) =>
        ahead is [var stop, ..]
            ? new OnCallAlerted(incident, stop.Person, stop.Role, step, due.AnswerBy, origin)
            : new AlertExhausted(incident, due.RepeatsAt);

    /// <summary>Whoever is rung beside the path has no turn, and keeps nobody waiting.</summary>
    private Alert Alerting(OnCallAlerted alerted, DateTimeOffset at) =>
        this with
        {
            Status = ExhaustedAt is null ? AlertStatus.Waiting : Status,
            AskedStep = alerted.Role is AlertRole.Operator or AlertRole.Member ? AskedStep : alerted.Step,
            Origin = alerted.Origin ?? Origin,
            Alerted = Alerted.Add(new(alerted.Person, alerted.Role, alerted.Step, at, alerted.AnswerBy)),
        };

    private Alert Settled(AlertStatus status, Fact fact) =>
        this with
        {
            Status = status,
            SettledAt = fact.RecordedAt,
            RepeatsAt = null,
            AskedStep = null,
        };
}
