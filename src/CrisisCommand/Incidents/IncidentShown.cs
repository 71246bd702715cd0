using CrisisCommand.Platform;

namespace CrisisCommand.Incidents;

/// <summary>An incident as its readers see it, in lists and alone.</summary>
/// <param name="Kind">For an alarm of others a suggestion only: their categories are not ours.</param>
/// <param name="Text">What was said last, by an alarm or by our own people.</param>
/// <param name="Verified">Null until somebody has looked.</param>
/// <param name="OccurredAt">In the world, as given; null where nobody said.</param>
public sealed record IncidentShown(
    Guid IncidentId,
    IncidentKind Kind,
    AreaKey? Area,
    string? Place,
    string? Headline,
    string? Text,
    string? Instruction,
    Severity Severity,
    AlarmSource Source,
    AlarmStatus Status,
    bool Actionable,
    bool? Verified,
    bool Open,
    bool Cancelled,
    bool Closed,
    DateTimeOffset ReportedAt,
    DateTimeOffset? OccurredAt,
    IReadOnlyList<Guid> Alarms,
    IReadOnlyList<Guid> Crises
)
{
    /// <summary>Every message as it came; only where one incident is shown.</summary>
    public IReadOnlyList<AlarmMessage>? Messages { get; init; }

    /// <summary>All that happened, in words; only where one incident is shown.</summary>
    public IReadOnlyList<IncidentLine>? Log { get; init; }

    private static IEnumerable<CommittedText> TextsOf(Incident incident) =>
        new[] { incident.Place, incident.Headline, incident.Text, incident.Instruction }.OfType<CommittedText>();

    public static IEnumerable<CommittedText> TextsFor(Reader reader, Incident incident) =>
        reader.OwnOnly && incident.AlarmText is { } own ? TextsOf(incident).Append(own) : TextsOf(incident);

    /// <summary>For whoever brought the alarm in: what became of it, in the alarm's words and without what our own people wrote.</summary>
    public static IncidentShown For(Reader reader, Guid id, Incident incident, Words words) =>
        Of(id, reader.OwnOnly ? incident with { Text = incident.AlarmText } : incident, words);

    private static IncidentShown Of(Guid id, Incident incident, Words words) =>
        new(
            id,
            incident.Kind,
            incident.Area,
            Optional(incident.Place, words),
            Optional(incident.Headline, words),
            Optional(incident.Text, words),
            Optional(incident.Instruction, words),
            incident.Severity,
            incident.Source,
            incident.Status,
            incident.Actionable,
            incident.Verified,
            incident.Open,
            incident.Cancelled,
            incident.Closed,
            incident.ReportedAt,
            incident.OccurredAt,
            incident.Alarms,
            incident.Crises
        );

    private static string? Optional(CommittedText? text, Words words) => words.Text(text) is { Length: > 0 } said ? said : null;
}

/// <summary>A message as it came in, as far as it is not text.</summary>
public sealed record AlarmMessage(
    Guid AlarmId,
    AlarmSource Source,
    ForeignId Sender,
    ForeignId Identifier,
    DateTimeOffset SentAt,
    AlarmStatus Status,
    Severity Severity,
    Urgency Urgency,
    Certainty Certainty,
    string? Caller,
    IReadOnlyList<Deviation> Deviations
)
{
    public static AlarmMessage? Of(IDomainEvent fact, Words words)
    {
        var alarm = fact switch
        {
            AlarmReceived received => received.Alarm,
            AlarmUpdated updated => updated.Alarm,
            AlarmCancelled cancelled => cancelled.Alarm,
            _ => null,
        };
        return alarm is null
            ? null
            : new(
                alarm.AlarmId,
                alarm.Source,
                alarm.Sender,
                alarm.Identifier,
                alarm.SentAt,
                alarm.Status,
                alarm.Severity,
                alarm.Urgency,
                alarm.Certainty,
                alarm.Caller is { } caller ? words.Text(caller) : null,
                alarm.Deviations
            );
    }
}

/// <summary>One fact about an incident, as its readers see it.</summary>
/// <param name="Kind">The fact's stored name.</param>
public sealed record IncidentLine(
    Guid EventId,
    long Version,
    DateTimeOffset RecordedAt,
    DateTimeOffset OccurredAt,
    PersonId By,
    string Kind,
    string Words
);
