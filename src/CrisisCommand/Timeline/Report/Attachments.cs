using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;

namespace CrisisCommand.Timeline.Report;

/// <summary>What the record holds exactly as it was received: a message that brought an alarm of a linked incident.</summary>
/// <param name="Sender">As the message names it; null for a reader who sees no names.</param>
/// <param name="MediaType">As the sender gave it; null where the message itself is no longer kept.</param>
/// <param name="Sha256">Of its bytes, in hex, as the incident's own record has it.</param>
/// <param name="Raw">Where its bytes are; null where they are not kept, or not for this reader.</param>
public sealed record AttachmentReport(
    Guid AlarmId,
    Guid IncidentId,
    ReportedFact What,
    string WhatName,
    AlarmSource Source,
    string SourceName,
    string? Sender,
    string? Identifier,
    DateTimeOffset SentAt,
    DateTimeOffset ReceivedAt,
    string? MediaType,
    string Sha256,
    string? Raw
);

/// <summary>An alarm in the record of an incident.</summary>
public sealed record AlarmOnRecord(Guid IncidentId, ReportedFact What, Alarm Alarm, DateTimeOffset RecordedAt)
{
    /// <summary>Every alarm among the facts of an incident, in order; the same message once more is none.</summary>
    public static IEnumerable<AlarmOnRecord> Of(Guid incident, IEnumerable<Fact> facts) =>
        facts
            .Select(f =>
                f.Event switch
                {
                    AlarmReceived received => new AlarmOnRecord(incident, ReportedFact.Alarm, received.Alarm, f.RecordedAt),
                    AlarmUpdated updated => new AlarmOnRecord(incident, ReportedFact.AlarmUpdate, updated.Alarm, f.RecordedAt),
                    AlarmCancelled cancelled => new AlarmOnRecord(incident, ReportedFact.AlarmCancellation, cancelled.Alarm, f.RecordedAt),
                    _ => null,
                }
            )
            .OfType<AlarmOnRecord>();
}

/// <summary>A message as it is kept, without its bytes.</summary>
public sealed record KeptMessage(Guid Id, string MediaType, DateTimeOffset ReceivedAt);

/// <summary>An alarm and the message that brought it, where that is still kept.</summary>
public sealed record ReceivedAlarm(AlarmOnRecord Alarm, KeptMessage? Message);

/// <summary>Lists the attachments for one reader. Pure: no clock, no store.</summary>
public sealed class AttachmentsBuilder(Words words, Reader reader)
{
    public IReadOnlyList<AttachmentReport> Build(IEnumerable<ReceivedAlarm> alarms) =>
        [.. alarms.OrderBy(a => a.Message?.ReceivedAt ?? a.Alarm.RecordedAt).Select(a => Attachment(a.Alarm, a.Message))];

    private AttachmentReport Attachment(AlarmOnRecord record, KeptMessage? message)
    {
        var alarm = record.Alarm;
        return new(
            alarm.AlarmId,
            record.IncidentId,
            record.What,
            words.Of(record.What),
            alarm.Source,
            alarm.SourceIn(words),
            reader.OpensTexts ? alarm.Sender.Value : null,
            reader.OpensTexts ? alarm.Identifier.Value : null,
            alarm.SentAt,
            message?.ReceivedAt ?? record.RecordedAt,
            message?.MediaType,
            alarm.Raw.Value,
            message is not null && reader.OpensTexts ? $"/api/{reader.Realm.Name}/alarms/{alarm.AlarmId}/raw" : null
        );
    }
}
