using System.Collections.Immutable;
using CrisisCommand.Platform;

namespace CrisisCommand.Incidents;

/// <summary>Where a report or alarm came from.</summary>
public enum AlarmSource
{
    Tib,
    Jour,
    Sos,
    Staff,
    Sensor,
    Cap,
    Vma,
}

/// <summary>CAP 1.2 §3.2.1 status: who is meant to act.</summary>
public enum AlarmStatus
{
    Actual,
    Exercise,
    System,
    Test,
    Draft,
}

/// <summary>CAP 1.2 §3.2.2 severity.</summary>
public enum Severity
{
    Unknown,
    Minor,
    Moderate,
    Severe,
    Extreme,
}

/// <summary>CAP 1.2 §3.2.2 urgency.</summary>
public enum Urgency
{
    Unknown,
    Past,
    Future,
    Expected,
    Immediate,
}

/// <summary>CAP 1.2 §3.2.2 certainty.</summary>
public enum Certainty
{
    Unknown,
    Unlikely,
    Possible,
    Likely,
    Observed,
}

/// <summary>A name that another system gave: kept as it came, never parsed for meaning.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(ForeignIdConverter))]
public readonly record struct ForeignId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Where a received message departs from its standard: a stable code and the place in the message.</summary>
public sealed record Deviation(ForeignId Code, ForeignId At);

/// <summary>An alarm's content as it came in.</summary>
/// <param name="Sender">With <paramref name="Identifier"/> and <paramref name="SentAt"/> the identity of the message (CAP 1.2 §3.2.1).</param>
/// <param name="Raw">SHA-256 (hex) of the bytes as received, kept under the alarm's id.</param>
public sealed record Alarm(
    Guid AlarmId,
    AlarmSource Source,
    ForeignId Sender,
    ForeignId Identifier,
    DateTimeOffset SentAt,
    AlarmStatus Status,
    IncidentKind Kind,
    Severity Severity,
    Urgency Urgency,
    Certainty Certainty,
    AreaKey? Area,
    CommittedText Headline,
    CommittedText Text,
    CommittedText? Place,
    DateTimeOffset? OccurredAt,
    ForeignId Raw,
    ImmutableArray<Deviation> Deviations
)
{
    internal IEnumerable<CommittedText> Texts => Place is { } place ? [Headline, Text, place] : [Headline, Text];
}

/// <summary>An alarm came in. Not actionable: a test, a draft, another realm's exercise, or one that was cancelled before it came.</summary>
public sealed record AlarmReceived(Alarm Alarm, bool Actionable) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Alarm.Texts;

    public DateTimeOffset? OccurredAt => Alarm.OccurredAt;

    public string InWords(Words words) =>
        words.SayVariant(
            this,
            Actionable ? "actionable" : "logged",
            words.Of(Alarm.Source),
            words.Text(Alarm.Headline),
            words.Text(Alarm.Text),
            words.Of(Alarm.Status)
        );
}

/// <summary>The sender says more, or otherwise, about an alarm (CAP msgType Update).</summary>
public sealed record AlarmUpdated(Alarm Alarm) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Alarm.Texts;

    public DateTimeOffset? OccurredAt => Alarm.OccurredAt;

    public string InWords(Words words) => words.Say(this, words.Of(Alarm.Source), words.Text(Alarm.Headline), words.Text(Alarm.Text));
}

/// <summary>The sender takes an alarm back (CAP msgType Cancel).</summary>
public sealed record AlarmCancelled(Alarm Alarm) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Alarm.Texts;

    public string InWords(Words words) => words.Say(this, words.Of(Alarm.Source), words.Text(Alarm.Text));
}

/// <summary>The same message came once more; nothing else changed.</summary>
public sealed record AlarmRepeated(Guid AlarmId) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this);
}

/// <summary>Our own people reported that something happened.</summary>
public sealed record IncidentReported(IncidentKind Kind, CommittedText Place, AreaKey? Area, DateTimeOffset? OccurredAt, CommittedText Text)
    : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Place, Text];

    public string InWords(Words words) => words.Say(this, words.Kind(Kind), words.Text(Place), words.Text(Text));
}

public sealed record IncidentVerified(CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Text(Text));
}

public sealed record IncidentRefuted(CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Text(Text));
}

public sealed record IncidentReportAdded(DateTimeOffset? OccurredAt, CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Text(Text));
}

public sealed record IncidentAssessed(Severity Severity, CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Of(Severity), words.Text(Text));
}

public sealed record IncidentRaisedToCrisis(Guid CrisisId) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this);
}

public sealed record IncidentClosed(CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Text(Text));
}
