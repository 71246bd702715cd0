using CrisisCommand.Alarms;
using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.AlarmProgress;

/// <summary>Puts together what is told of an alarm.</summary>
public sealed class AlarmProgressReading(Journals journals, Speaker speaker, AlertOfIncident alerts)
{
    /// <summary>Null where there is none, or none for this reader.</summary>
    public async Task<AlarmProgressShown?> Of(Reader reader, Guid alarm, CancellationToken token)
    {
        var stream = await journals.Load(reader.Realm, StreamKinds.Alarm, alarm, token);
        if (stream?.State<FiledAlarm>().Own is not { } filed || (reader.OwnOnly && filed.By != reader.Person))
        {
            return null;
        }

        var incidents = new List<(Guid Id, Incident Incident)>();
        foreach (var id in filed.Incidents)
        {
            var incident = await journals.Load(reader.Realm, StreamKinds.Incident, id, token);
            incidents.Add((id, incident?.State<Incident>() ?? Incident.Initial));
        }

        return incidents.Count == 0 ? Answer(alarm) : await Of(reader, alarm, incidents, token);
    }

    private static AlarmProgressShown Answer(Guid alarm) =>
        new(alarm, null, AlarmState.Filed, null, null, null, null, null, null, null, null, null, null);

    private async Task<AlarmProgressShown> Of(
        Reader reader,
        Guid alarm,
        List<(Guid Id, Incident Incident)> incidents,
        CancellationToken token
    )
    {
        var (id, incident) = incidents.OrderBy(i => !i.Incident.Open).First();
        var calling = await alerts(reader, id, token);
        var crisis = await CrisisOf(reader.Realm, incident, token);
        var liaison = crisis is { } raised ? LiaisonOf(raised.State<KloActivation>()) : null;
        var person = liaison is { } who
            ? await journals.Known(reader.Realm, StreamKinds.Person, Person.StreamOf(who), refresh: false, token)
            : null;
        AlarmProgressShown Say(Words words)
        {
            var known = Show(alarm, id, incident, calling, crisis, words);
            return known with
            {
                Liaison = liaison is { } one ? new(one, words.NameOf(one) ?? one.Value, PhoneOf(person?.State<Person>(), words)) : null,
                IncidentIds = incidents.Count > 1 ? [.. incidents.Select(i => i.Id)] : null,
            };
        }

        // Whom to call back about their own alarm is told to whoever brought it in.
        return reader.OwnOnly ? await speaker.SayForHouse(reader.Realm, reader.Culture, Say, token) : await speaker.Say(reader, Say, token);
    }

    private static AlarmProgressShown Show(
        Guid alarm,
        Guid id,
        Incident incident,
        IncidentCalling calling,
        StreamSnapshot? crisis,
        Words words
    )
    {
        var alert = calling.Alert;
        var (raised, board) = (crisis?.State<Crisis>(), crisis?.State<Board>());
        return new(
            alarm,
            id,
            StateOf(incident, calling, raised),
            incident.ReportedAt,
            calling.Rule?.Name,
            alert?.RaisedAt,
            alert?.TakenBy is { } taker ? new(taker.Person, taker.Name, taker.Phone) : null,
            incident.Verified,
            crisis is null ? null : RaisedOf(crisis),
            raised?.Level?.Level,
            raised?.Level is { } level ? words.Level(level.Level) : null,
            Liaison: null,
            raised?.IsStoodDown == false ? board?.Situation?.NextAt : null
        );
    }

    /// <summary>The last that goes on; where none does, the last.</summary>
    private async Task<StreamSnapshot?> CrisisOf(Realm realm, Incident incident, CancellationToken token)
    {
        var raised = new List<StreamSnapshot>();
        foreach (var crisis in incident.Crises)
        {
            if (await journals.Load(realm, StreamKinds.Crisis, crisis, token) is { } known)
            {
                raised.Add(known);
            }
        }

        return raised.OrderBy(c => c.State<Crisis>().IsStoodDown).ThenByDescending(c => c.State<Crisis>().DeclaredAt).FirstOrDefault();
    }

    private static PersonId? LiaisonOf(KloActivation klo) => klo.IsStoodDown ? null : klo.Post(FunctionKey.Liaison)?.Holder ?? klo.Leader;

    private static RaisedTo RaisedOf(StreamSnapshot crisis) =>
        new(crisis.Id, crisis.State<Crisis>().DeclaredAt, !crisis.State<Crisis>().IsStoodDown);

    private static string? PhoneOf(Person? person, Words words) => person?.Phone is { } phone ? words.Text(phone) : null;

    /// <summary>The furthest that holds.</summary>
    private static AlarmState StateOf(Incident incident, IncidentCalling calling, Crisis? crisis) =>
        !incident.Actionable && incident.Status != AlarmStatus.Actual ? AlarmState.Filed
        : incident.Closed ? AlarmState.Closed
        : crisis is { IsStoodDown: false } ? AlarmState.Crisis
        : incident.Cancelled || (incident.Passed is not null && incident.Verified is not true) ? AlarmState.Over
        : calling.Alert?.TakenBy is not null ? AlarmState.Taken
        : calling.Alert?.Status switch
        {
            "waiting" => AlarmState.Called,
            "exhausted" => AlarmState.Untaken,
            null when incident.Handler is null => calling.Rule is null ? AlarmState.Received : AlarmState.Logged,
            null => AlarmState.Taken,
            _ => AlarmState.Logged,
        };
}
