using System.Text.Json;
using CrisisCommand.Incidents;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alerts;

/// <summary>The alert of an incident as it stands with the incident.</summary>
public sealed class AlertReading(Journals journals, Speaker speaker)
{
    /// <summary>Null where nobody was ever to be alerted of it. The incident is the reader's to see: that is asked before.</summary>
    public async Task<IncidentAlert?> Of(Reader reader, Guid incident, CancellationToken token)
    {
        if (await journals.Load(reader.Realm, StreamKinds.Alert, Alert.StreamOf(incident), token) is not { } stream)
        {
            return null;
        }

        var alert = stream.State<Alert>();
        var taker = alert.AcknowledgedBy ?? (alert.End is AlertEnd.Closed or AlertEnd.RaisedToCrisis ? alert.EndedBy : null);
        var person = taker is { } by
            ? await journals.Known(reader.Realm, StreamKinds.Person, Person.StreamOf(by), refresh: false, token)
            : null;
        IncidentAlert Worded(Words words) => Show(reader, alert, taker, person?.State<Person>(), words);

        // Who has their alarm, and by which number, is told to whoever brought it in.
        return reader.OwnOnly
            ? await speaker.SayForHouse(reader.Realm, reader.Culture, Worded, token)
            : await speaker.Say(reader, Worded, token);
    }

    private static IncidentAlert Show(Reader reader, Alert alert, PersonId? taker, Person? person, Words words) =>
        new(
            JsonNamingPolicy.KebabCaseLower.ConvertName(alert.Status.ToString()),
            taker is { } by ? new(by, NameOf(by, words), PhoneOf(reader, person, words)) : null,
            alert.RaisedAt,
            alert.Status == AlertStatus.Exhausted ? alert.ExhaustedAt : null,
            alert.RepeatsAt,
            !reader.OwnOnly && alert is { End: AlertEnd.ByPerson, EndedBy: { } ended, SettledAt: { } at }
                ? new(ended, NameOf(ended, words), at, words.Text(alert.EndReason))
                : null,
            reader.OwnOnly ? [] : [.. alert.Alerted.Select(a => Show(a, words))]
        );

    /// <summary>The name alone; the key only where there is none to tell.</summary>
    private static string NameOf(PersonId person, Words words) => words.NameOf(person) ?? person.Value;

    private static string? PhoneOf(Reader reader, Person? person, Words words) =>
        person?.Phone is { } phone && (reader.OwnOnly || reader.OpensTexts) ? words.Text(phone) : null;

    private static AlertAttempt Show(Alerted alerted, Words words) =>
        new(
            alerted.Person,
            NameOf(alerted.Person, words),
            words.Say("alerts.role." + JsonNamingPolicy.KebabCaseLower.ConvertName(alerted.Role.ToString())),
            alerted.AlertedAt,
            alerted.AnswerBy,
            alerted.SilentSince
        );
}
