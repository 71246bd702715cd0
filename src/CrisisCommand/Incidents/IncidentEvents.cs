using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Incidents;

/// <summary>An alarm came in. Not actionable: a test, a draft, another realm's exercise, or one that was cancelled before it came.</summary>
[StoredAs("alarm_received", StreamKinds.Incident)]
public sealed record AlarmReceived(Alarm Alarm, bool Actionable) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Alarm.Texts;

    public DateTimeOffset? OccurredAt => Alarm.OccurredAt;

    public string InWords(Words words) =>
        words.SayVariant(
            this,
            Actionable ? "actionable" : Alarm.Tense ?? "logged",
            Alarm.SourceIn(words),
            Alarm.InShort(words),
            words.Of(Alarm.Status)
        );
}

/// <summary>
/// The sender says more, or otherwise, about an alarm: by CAP msgType Update, or by other content under the alarm's own name.
/// </summary>
[StoredAs("alarm_updated", StreamKinds.Incident)]
public sealed record AlarmUpdated(Alarm Alarm) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Alarm.Texts;

    public DateTimeOffset? OccurredAt => Alarm.OccurredAt;

    public string InWords(Words words) => words.SayVariant(this, Alarm.Tense ?? "acting", Alarm.SourceIn(words), Alarm.InShort(words));
}

/// <summary>The sender takes an alarm back (CAP msgType Cancel).</summary>
/// <param name="Stands">
/// Our own people had verified the incident: it stays open, marked, until one of them closes it or says that it goes on.
/// </param>
[StoredAs("alarm_cancelled", StreamKinds.Incident)]
public sealed record AlarmCancelled(Alarm Alarm, bool Stands = false) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Alarm.Texts;

    public string InWords(Words words) =>
        (Stands, Alarm.InShort(words)) switch
        {
            (true, { Length: > 0 } why) => words.SayVariant(this, "stands-with-text", Alarm.SourceIn(words), why),
            (true, _) => words.SayVariant(this, "stands-bare", Alarm.SourceIn(words)),
            (false, { Length: > 0 } why) => words.SayVariant(this, "with-text", Alarm.SourceIn(words), why),
            _ => words.SayVariant(this, "bare", Alarm.SourceIn(words)),
        };
}

/// <summary>The same message came once more; nothing else changed.</summary>
[StoredAs("alarm_repeated", StreamKinds.Incident)]
public sealed record AlarmRepeated(Guid AlarmId) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this);
}

/// <summary>Our own people reported that something happened.</summary>
[StoredAs("incident_reported", StreamKinds.Incident)]
public sealed record IncidentReported(IncidentKind Kind, CommittedText Place, AreaKey? Area, DateTimeOffset? OccurredAt, CommittedText Text)
    : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Place, Text];

    public string InWords(Words words) => words.Say(this, words.Kind(Kind), words.Text(Place), words.Text(Text));
}

/// <summary>One of our own has looked, and it is so.</summary>
/// <param name="GoesOn">Said after its sender took the alarm back: the incident goes on all the same.</param>
[StoredAs("incident_verified", StreamKinds.Incident)]
public sealed record IncidentVerified(CommittedText Text, bool GoesOn = false) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => GoesOn ? words.SayVariant(this, "goes-on", words.Text(Text)) : words.Say(this, words.Text(Text));
}

[StoredAs("incident_refuted", StreamKinds.Incident)]
public sealed record IncidentRefuted(CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Text(Text));
}

/// <param name="ByHandler">Whether whoever tells it may handle incidents; not so where they are on site and may report on it only.</param>
[StoredAs("incident_report_added", StreamKinds.Incident)]
public sealed record IncidentReportAdded(DateTimeOffset? OccurredAt, CommittedText Text, bool ByHandler = true) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Text(Text));
}

[StoredAs("incident_assessed", StreamKinds.Incident)]
public sealed record IncidentAssessed(Severity Severity, CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Of(Severity), words.Text(Text));
}

[StoredAs("incident_raised_to_crisis", StreamKinds.Incident)]
public sealed record IncidentRaisedToCrisis(Guid CrisisId) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this);
}

/// <summary>The crisis that it was raised to follows it no more: unlinked, annulled, or merged into another.</summary>
[StoredAs("incident_released_from_crisis", StreamKinds.Incident)]
public sealed record IncidentReleasedFromCrisis(Guid CrisisId) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this);
}

[StoredAs("incident_closed", StreamKinds.Incident)]
public sealed record IncidentClosed(CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Text(Text));
}
