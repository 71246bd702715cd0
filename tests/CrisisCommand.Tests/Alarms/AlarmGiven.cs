using CrisisCommand.Alarms;
using CrisisCommand.Incidents;
using CrisisCommand.Platform;

namespace CrisisCommand.Tests.Alarms;

/// <summary>Messages under one-letter names, and the books they are entered in, one document after the other.</summary>
internal sealed class AlarmGiven
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly Guid Raw = Ids.Named("raw");

    private readonly Dictionary<Guid, List<IDomainEvent>> _streams = [];

    public static Guid Id(string name) => Ids.Named($"test/{name}");

    /// <summary>The incident that the message begins when it belongs to none.</summary>
    public static Guid Own(string name) => AlarmIds.IncidentOf(Id(name));

    public static Alarm Alarm(string name, int minute = 0, AlarmStatus status = AlarmStatus.Actual) =>
        new(
            Id(name),
            AlarmSource.Cap,
            new("tib@stockholm.example"),
            new(name),
            Noon.AddMinutes(minute),
            status,
            new("fire"),
            Severity.Severe,
            Urgency.Immediate,
            Certainty.Observed,
            null,
            CommittedText.Commit($"rubrik {name}"),
            CommittedText.Commit($"text {name}"),
            null,
            null,
            new("digest"),
            []
        );

    /// <summary>For the live realm, where Actual counts.</summary>
    public static IncomingAlarm Message(
        string name,
        AlarmAct act = AlarmAct.Raise,
        int minute = 0,
        string references = "",
        AlarmStatus status = AlarmStatus.Actual
    ) =>
        new(
            Alarm(name, minute, status),
            act,
            IncomingAlarm.CountsIn(Realm.Live, status),
            [.. references.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Id)],
            Own(name)
        );

    public static IncomingAlarm Update(string name, int minute, string references, AlarmStatus status = AlarmStatus.Actual) =>
        Message(name, AlarmAct.Update, minute, references, status);

    public static IncomingAlarm Cancel(string name, int minute, string references, AlarmStatus status = AlarmStatus.Actual) =>
        Message(name, AlarmAct.Cancel, minute, references, status);

    public Reception Receive(params IncomingAlarm[] messages)
    {
        var reception = new ReceiveAlarms([.. messages], Raw).Decide(Books([.. messages]));
        reception.Unread.ShouldBeNull();
        foreach (var (stream, events) in reception.Happened)
        {
            _streams.TryAdd(stream, []);
            _streams[stream].AddRange(events);
        }

        return reception;
    }

    public void Happened(Guid incident, IDomainEvent fact) => _streams[incident].Add(fact);

    public Incident Incident(string begunBy) => State<Incident>(Own(begunBy));

    public IReadOnlyList<Guid> Incidents => [.. _streams.Where(s => s.Value[0] is not (AlarmFiled or AlarmAwaited)).Select(s => s.Key)];

    private AlarmBooks Books(IReadOnlyList<IncomingAlarm> messages)
    {
        var incidents = Incidents.Concat(messages.Select(m => m.OwnIncident)).Distinct();
        var alarms = _streams.Keys.Except(Incidents);
        return new(alarms.ToDictionary(a => a, State<FiledAlarm>), incidents.ToDictionary(i => i, State<Incident>));
    }

    private TState State<TState>(Guid stream)
        where TState : class, IState<TState> =>
        Fold.Of<TState>(
            _streams.GetValueOrDefault(stream, []).Select((e, i) => new Fact(e, i + 1, Guid.Empty, Noon.AddHours(1), new("tib")))
        );
}

internal static class ReceptionAssertions
{
    /// <summary>Exactly these facts, stream by stream, in this order.</summary>
    public static void ShouldBeOnly(this Reception reception, params (Guid Stream, IDomainEvent Event)[] facts) =>
        reception.Happened.SelectMany(h => h.Events.Select(e => (h.Stream, e))).Select(Shown).ShouldBe(facts.Select(Shown));

    // Sets of incidents are arrays, which no record compares by what is in them.
    private static string Shown((Guid Stream, IDomainEvent Event) fact) =>
        $"{fact.Stream} "
        + fact.Event switch
        {
            AlarmFiled filed => $"AlarmFiled {string.Join(' ', filed.Incidents)} {filed.Raw}",
            AlarmAwaited awaited => $"AlarmAwaited {string.Join(' ', awaited.Incidents)}",
            AlarmReceived received => $"AlarmReceived {received.Alarm.AlarmId} {received.Actionable}",
            AlarmUpdated updated => $"AlarmUpdated {updated.Alarm.AlarmId}",
            AlarmCancelled cancelled => $"AlarmCancelled {cancelled.Alarm.AlarmId}",
            var other => other.ToString()!,
        };
}
