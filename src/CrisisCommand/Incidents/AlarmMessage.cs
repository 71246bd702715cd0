using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Incidents;

/// <summary>A message as it came in: what an earlier one said stands here when a later one said otherwise.</summary>
/// <param name="Text">Null where it has none, and for a machine that did not send it.</param>
/// <param name="By">Who sent it, as authenticated; what it gives as its sender and source is its own word.</param>
/// <param name="Parts">What its other infos say; none for a machine that did not send it.</param>
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
    string? Text,
    IReadOnlyList<Deviation> Deviations,
    PersonId By,
    IReadOnlyList<PartShown> Parts
)
{
    public static AlarmMessage? Of(Fact fact, Reader reader, Words words)
    {
        var alarm = fact.Event switch
        {
            AlarmReceived received => received.Alarm,
            AlarmUpdated updated => updated.Alarm,
            AlarmCancelled cancelled => cancelled.Alarm,
            _ => null,
        };
        if (alarm is null)
        {
            return null;
        }

        var reads = !reader.OwnOnly || fact.By == reader.Person;
        return new(
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
            reads && words.Text(alarm.Text) is { Length: > 0 } text ? text : null,
            alarm.Deviations,
            fact.By,
            reads ? [.. (alarm.Parts ?? []).Select(part => PartShown.Of(part, words))] : []
        );
    }
}

/// <summary>What another info of a message says, in short.</summary>
/// <param name="Headline">Null where it has none, and <paramref name="Place"/> likewise.</param>
public sealed record PartShown(IncidentKind Kind, Severity Severity, string? Headline, string? Place, IReadOnlyList<AreaKey> Areas)
{
    public static PartShown Of(AlarmPart part, Words words) =>
        new(
            part.Kind,
            part.Severity,
            part.Headline is { } headline ? words.Text(headline) : null,
            part.Place is { } place ? words.Text(place) : null,
            part.Areas
        );
}
