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
/// <param name="Found">The term that stood there, where it is none that we know: a later standard may.</param>
public sealed record Deviation(ForeignId Code, ForeignId At, ForeignId? Found = null);

/// <summary>An alarm's content as it came in.</summary>
/// <param name="Sender">With <paramref name="Identifier"/> and <paramref name="SentAt"/> the identity of the message (CAP 1.2 §3.2.1).</param>
/// <param name="Headline">Null where the message has none: a report by telephone, a cancellation without content.</param>
/// <param name="Raw">SHA-256 (hex) of the bytes as received; the bytes are found by the alarm's id.</param>
/// <param name="Instruction">What people are told to do.</param>
/// <param name="Caller">Who called it in, as a person wrote it down.</param>
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
    CommittedText? Headline,
    CommittedText Text,
    CommittedText? Place,
    DateTimeOffset? OccurredAt,
    ForeignId Raw,
    ImmutableArray<Deviation> Deviations,
    CommittedText? Instruction = null,
    CommittedText? Caller = null
)
{
    internal IEnumerable<CommittedText> Texts =>
        new[] { Headline, Text, Place, Instruction, Caller }.Where(text => text is not null).Select(text => text!.Value);

    /// <summary>The short of it: the headline, else the text.</summary>
    internal string InShort(Words words) => words.Text(Headline ?? Text);
}

/// <summary>An alarm came in. Not actionable: a test, a draft, another realm's exercise, or one that was cancelled before it came.</summary>
public sealed record AlarmReceived(Alarm Alarm, bool Actionable) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Alarm.Texts;

    public DateTimeOffset? OccurredAt => Alarm.OccurredAt;

    public string InWords(Words words) =>
        words.SayVariant(this, Actionable ? "actionable" : "logged", words.Of(Alarm.Source), Alarm.InShort(words), words.Of(Alarm.Status));
}

/// <summary>The sender says more, or otherwise, about an alarm (CAP msgType Update).</summary>
public sealed record AlarmUpdated(Alarm Alarm) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Alarm.Texts;

    public DateTimeOffset? OccurredAt => Alarm.OccurredAt;

    public string InWords(Words words) => words.Say(this, words.Of(Alarm.Source), Alarm.InShort(words));
}

/// <summary>The sender takes an alarm back (CAP msgType Cancel).</summary>
public sealed record AlarmCancelled(Alarm Alarm) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Alarm.Texts;

    public string InWords(Words words) =>
        Alarm.InShort(words) is { Length: > 0 } why
            ? words.SayVariant(this, "with-text", words.Of(Alarm.Source), why)
            : words.SayVariant(this, "bare", words.Of(Alarm.Source));
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
