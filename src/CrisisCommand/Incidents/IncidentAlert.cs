using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Incidents;

/// <summary>How far the alert of an incident has come, as it is shown with the incident.</summary>
/// <param name="Status">As the alert itself gives it: waiting, acknowledged, exhausted or ended.</param>
/// <param name="TakenBy">Null while nobody has it.</param>
/// <param name="UntakenSince">When everybody on the path had been alerted and nobody had answered; null where it has not come to that, or is over.</param>
/// <param name="RepeatsAt">When the path is gone through again.</param>
/// <param name="Ended">Who of ours ended the calling, and why; null where nobody did, and for whoever brought the alarm in.</param>
/// <param name="Attempts">In order; none for whoever brought the alarm in, to whom our people are nobody.</param>
public sealed record IncidentAlert(
    string Status,
    AlertTaker? TakenBy,
    DateTimeOffset RaisedAt,
    DateTimeOffset? UntakenSince,
    DateTimeOffset? RepeatsAt,
    AlertEnding? Ended,
    IReadOnlyList<AlertAttempt> Attempts
)
{
    /// <summary>Whether anybody is called, or will be.</summary>
    public bool IsCalling => Status is "waiting" or "exhausted";

    /// <summary>Who was told beside the path, for information; null where nobody was, and for whoever brought the alarm in.</summary>
    public AlertInformed? Informed { get; init; }
}

/// <summary>Who was told of it for information, and when.</summary>
public sealed record AlertInformed(PersonId Person, string Name, DateTimeOffset At);

/// <summary>The rule by which an alarm wakes people or is logged only, as it was when the alarm came.</summary>
/// <param name="AlarmId">The message that it decided about.</param>
/// <param name="Version">Of the rules; 0 for the product's own.</param>
/// <param name="Number">The how manieth of them, from 1.</param>
/// <param name="Verdict">As rules give it: call, call-and-inform or log.</param>
/// <param name="Words">The same to be read by people.</param>
public sealed record IncidentRule(Guid AlarmId, long Version, int Number, string Name, string Verdict, string Words);

/// <summary>What whoever knows alerts tells of one incident.</summary>
/// <param name="Alert">Null where nobody was ever to be alerted of it.</param>
/// <param name="Rule">Null where none was asked.</param>
public sealed record IncidentCalling(IncidentAlert? Alert, IncidentRule? Rule)
{
    public static readonly IncidentCalling None = new(null, null);
}

/// <param name="Phone">To call back; null where none is registered, or it is not this reader's to see.</param>
public sealed record AlertTaker(PersonId Person, string Name, string? Phone);

/// <param name="Why">In their own words.</param>
public sealed record AlertEnding(PersonId By, string Name, DateTimeOffset At, string Why);

/// <param name="Role">Why the person was alerted, in words.</param>
/// <param name="AnswerBy">After this the next one is alerted.</param>
/// <param name="SilentSince">When it was time for the next one; null while the person has time, or where nobody waited for them.</param>
public sealed record AlertAttempt(
    PersonId Person,
    string Name,
    string Role,
    DateTimeOffset At,
    DateTimeOffset AnswerBy,
    DateTimeOffset? SilentSince
);

/// <summary>The alert of an incident, from whoever knows alerts.</summary>
public delegate Task<IncidentCalling> AlertOfIncident(Reader reader, Guid incident, CancellationToken token);
