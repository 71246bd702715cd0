using System.Collections.Immutable;
using CrisisCommand.Platform;

namespace CrisisCommand.Alerts;

/// <summary>Why a person stands on the path of an alert.</summary>
public enum AlertRole
{
    OnCallManager,
    CrisisLeader,
    Deputy,
}

/// <summary>Why an alert is over without anybody's acknowledgement.</summary>
public enum AlertEnd
{
    /// <summary>The KLO has the incident: its own summons go out.</summary>
    RaisedToCrisis,
    Closed,

    /// <summary>The sender took the alarm back.</summary>
    Cancelled,
}

/// <summary>One person on the path of an alert.</summary>
public sealed record AlertStop(PersonId Person, AlertRole Role);

/// <summary>
/// An alarm that somebody must act on is carried to our own people, one after the other until one of them acknowledges it.
/// </summary>
/// <param name="Path">In order: who has duty, the crisis leader by plan, the deputies. Pinned here, whatever roster or plan says later.</param>
/// <param name="NobodyOnDuty">The roster names nobody for that moment, so that the path begins with the crisis leader.</param>
public sealed record AlertRaised(Guid Incident, ImmutableArray<AlertStop> Path, bool NobodyOnDuty) : IDomainEvent
{
    public string InWords(Words words) => words.SayVariant(this, NobodyOnDuty ? "nobody-on-duty" : "on-duty", Path.Length);
}

/// <summary>A person is alerted and asked to acknowledge; who sends it over which channel is another feature's to do.</summary>
/// <param name="Step">1 for the first person alerted of this incident, and on.</param>
/// <param name="AnswerBy">After this the next one is alerted.</param>
public sealed record OnCallAlerted(Guid Incident, PersonId Person, AlertRole Role, int Step, DateTimeOffset AnswerBy) : IDomainEvent
{
    public string InWords(Words words) =>
        words.SayVariant(
            this,
            Role switch
            {
                AlertRole.OnCallManager => "on-call-manager",
                AlertRole.CrisisLeader => "crisis-leader",
                _ => "deputy",
            },
            words.Person(Person),
            words.Time(AnswerBy)
        );
}

/// <summary>An alerted person has the incident: nobody further is alerted.</summary>
public sealed record AlertAcknowledged(Guid Incident, PersonId Person) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person));
}

/// <summary>An alerted person stayed silent until it was time for the next one.</summary>
public sealed record AlertUnanswered(Guid Incident, PersonId Person, int Step) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person));
}

/// <summary>Everybody on the path was alerted and nobody has acknowledged.</summary>
public sealed record AlertExhausted(Guid Incident) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this);
}

/// <summary>There is nothing left to alert of.</summary>
public sealed record AlertEnded(Guid Incident, AlertEnd Why) : IDomainEvent
{
    public string InWords(Words words) =>
        words.SayVariant(
            this,
            Why switch
            {
                AlertEnd.RaisedToCrisis => "raised-to-crisis",
                AlertEnd.Closed => "closed",
                _ => "cancelled",
            }
        );
}
