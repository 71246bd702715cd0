using System.Text.Json;
using CrisisCommand.AlarmRules;
using CrisisCommand.Incidents;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alerts;

/// <summary>The alert of an incident as it stands with the incident.</summary>
public sealed class AlertReading(Journals journals, Speaker speaker)
{
    /// <summary>The incident is the reader's to see: that is asked before.</summary>
    public async Task<IncidentCalling> Of(Reader reader, Guid incident, CancellationToken token)
    {
        if (await journals.Load(reader.Realm, StreamKinds.Alert, Alert.StreamOf(incident), token) is not { } stream)
        {
            return IncidentCalling.None;
        }

        var alert = stream.State<Alert>();
        var taker = alert.AcknowledgedBy ?? (alert.End is AlertEnd.Closed or AlertEnd.RaisedToCrisis ? alert.EndedBy : null);
        var person = taker is { } by
            ? await journals.Known(reader.Realm, StreamKinds.Person, Person.StreamOf(by), refresh: false, token)
            : null;
        IncidentCalling Worded(Words words) =>
            new(
                alert.Status == AlertStatus.None ? null : Show(reader, alert, taker, person?.State<Person>(), words),
                alert.Rule is { } rule ? Show(rule, words) : null
            );

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
        )
        {
            Informed = !reader.OwnOnly && alert.Informed is { } told ? new(told.Person, NameOf(told.Person, words), told.At) : null,
        };

    private static IncidentRule Show(AppliedRule rule, Words words) =>
        new(
            rule.Alarm,
            rule.Version,
            rule.Number,
            rule.NameIn(words),
            JsonNamingPolicy.KebabCaseLower.ConvertName(rule.Verdict.ToString()),
            words.Say("alerts.rule-applied", rule.NameIn(words), words.Verdict(rule.Verdict))
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
