using System.Collections.Immutable;
using CrisisCommand.AlarmRules;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alerts;

/// <summary>Why a person stands on the path of an alert.</summary>
public enum AlertRole
{
    OnCallManager,
    CrisisLeader,
    Deputy,

    /// <summary>Who runs the system: rung once nobody on the path has answered, to find somebody by hand.</summary>
    Operator,

    /// <summary>Of the KLO by plan, holder or deputy: rung when the operators have not taken it either.</summary>
    Member,
}

/// <summary>Why an alert is over without anybody's acknowledgement.</summary>
public enum AlertEnd
{
    /// <summary>The KLO has the incident: its own summons go out.</summary>
    RaisedToCrisis,
    Closed,

    /// <summary>The sender took the alarm back.</summary>
    Cancelled,

    /// <summary>The sender says that nobody need act any more.</summary>
    Passed,

    /// <summary>One of ours says why nobody need be called.</summary>
    ByPerson,
}

/// <summary>One person on the path of an alert.</summary>
public sealed record AlertStop(PersonId Person, AlertRole Role);

/// <summary>
/// An alarm that somebody must act on is carried to our own people, one after the other until one of them acknowledges it.
/// </summary>
/// <param name="Path">In order: who has duty, the crisis leader by plan, the deputies, as it was then. Each step asks who is on duty when it is taken.</param>
/// <param name="NobodyOnDuty">The roster names nobody for that moment, so that the path begins with the crisis leader.</param>
/// <param name="Rule">By which its alarm wakes people; null where a person's act does, and in what older builds wrote.</param>
[StoredAs("alert_raised", StreamKinds.Alert)]
public sealed record AlertRaised(Guid Incident, ImmutableArray<AlertStop> Path, bool NobodyOnDuty, AppliedRule? Rule = null) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Rule?.Name is { } name ? [name] : [];

    public string InWords(Words words) => words.SayVariant(this, NobodyOnDuty ? "nobody-on-duty" : "on-duty", Path.Length);
}

/// <summary>A person is alerted and asked to acknowledge; who sends it over which channel is another feature's to do.</summary>
/// <param name="Step">1 for the first person alerted of this incident, and on.</param>
/// <param name="AnswerBy">After this the next one is alerted.</param>
/// <param name="Origin">Of its alarm; null in what older builds wrote.</param>
[StoredAs("on_call_alerted", StreamKinds.Alert)]
public sealed record OnCallAlerted(
    Guid Incident,
    PersonId Person,
    AlertRole Role,
    int Step,
    DateTimeOffset AnswerBy,
    AlertOrigin? Origin = null
) : IDomainEvent
{
    public string InWords(Words words) =>
        words.SayVariant(
            this,
            Role switch
            {
                AlertRole.OnCallManager => "on-call-manager",
                AlertRole.CrisisLeader => "crisis-leader",
                AlertRole.Operator => "operator",
                AlertRole.Member => "member",
                _ => "deputy",
            },
            words.Person(Person),
            words.Time(AnswerBy)
        );
}

/// <summary>
/// A person has the incident, and nobody further is alerted: they were alerted and say so, or they handle it, or brought it in while on duty.
/// </summary>
[StoredAs("alert_acknowledged", StreamKinds.Alert)]
public sealed record AlertAcknowledged(Guid Incident, PersonId Person) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person));
}

/// <summary>An alerted person stayed silent until it was time for the next one.</summary>
[StoredAs("alert_unanswered", StreamKinds.Alert)]
public sealed record AlertUnanswered(Guid Incident, PersonId Person, int Step) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person));
}

/// <summary>
/// Everybody on the path was alerted and nobody has acknowledged. It does not end there: operators and the whole KLO are rung, and the path
/// is gone through again until somebody takes it.
/// </summary>
/// <param name="RepeatsAt">Null in what older builds wrote, where it did end there.</param>
[StoredAs("alert_exhausted", StreamKinds.Alert)]
public sealed record AlertExhausted(Guid Incident, DateTimeOffset? RepeatsAt = null) : IDomainEvent
{
    public string InWords(Words words) =>
        RepeatsAt is { } at ? words.SayVariant(this, "repeats", words.Time(at)) : words.SayVariant(this, "for-good");
}

/// <summary>Nobody has taken it, and the path is gone through once more, as it is now.</summary>
/// <param name="Round">2 for the first repetition.</param>
[StoredAs("alert_repeated", StreamKinds.Alert)]
public sealed record AlertRepeated(Guid Incident, int Round, bool NobodyOnDuty) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, Round);
}

/// <summary>There is nothing left to alert of.</summary>
/// <param name="By">Who closed the incident, raised it to a crisis or ended the calling; null where its sender did, and in what older builds wrote.</param>
/// <param name="Reason">Of who ended the calling.</param>
[StoredAs("alert_ended", StreamKinds.Alert)]
public sealed record AlertEnded(Guid Incident, AlertEnd Why, PersonId? By = null, CommittedText? Reason = null) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Reason is { } reason ? [reason] : [];

    public string InWords(Words words) =>
        Why switch
        {
            AlertEnd.ByPerson => words.SayVariant(this, "by-person", words.Person(By ?? PersonId.System), words.Text(Reason)),
            AlertEnd.RaisedToCrisis => words.SayVariant(this, "raised-to-crisis"),
            AlertEnd.Closed => words.SayVariant(this, "closed"),
            AlertEnd.Passed => words.SayVariant(this, "passed"),
            _ => words.SayVariant(this, "cancelled"),
        };
}
