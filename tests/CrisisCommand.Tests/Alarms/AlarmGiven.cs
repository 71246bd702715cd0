using CrisisCommand.Alarms;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.Alarms;

/// <summary>Messages under one-letter names, and the books they are entered in, one document after the other.</summary>
internal sealed class AlarmGiven
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly Guid Raw = Ids.Named("raw");

    private static readonly PersonId Tib = new("tib");
    private readonly Dictionary<Guid, List<(IDomainEvent Event, PersonId By)>> _streams = [];

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
        )
        {
            Content = new($"content {name}"),
        };

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
            [.. references.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Id)]
        );

    public static IncomingAlarm Update(string name, int minute, string references, AlarmStatus status = AlarmStatus.Actual) =>
        Message(name, AlarmAct.Update, minute, references, status);

    public static IncomingAlarm Cancel(string name, int minute, string references, AlarmStatus status = AlarmStatus.Actual) =>
        Message(name, AlarmAct.Cancel, minute, references, status);

    /// <summary>The same name, and something else said by it.</summary>
    public static IncomingAlarm Otherwise(IncomingAlarm message, string said, Severity severity = Severity.Extreme) =>
        message with
        {
            Alarm = message.Alarm with
            {
                Text = CommittedText.Commit(said),
                Severity = severity,
                Content = new(said),
                Raw = new($"bytes of {said}"),
            },
        };

    /// <summary>What other content of a message is known by.</summary>
    public static Guid Other(string name, string said) => AlarmIds.Of(Id(name), new ForeignId(said));

    public Reception Receive(params IncomingAlarm[] messages) => Receive(new ReceiveAlarms([.. messages], Raw, Tib));

    public Reception Receive(ReceiveAlarms receive, bool mayHandle = false) => Take(receive, mayHandle).Taken.Reception;

    /// <summary>As a command is carried: by the books that the decision asks for. Also how many it asked for before it could be made.</summary>
    public (AlarmDecision.Taken Taken, int Rounds) Take(ReceiveAlarms receive, bool mayHandle = false)
    {
        var streams = receive.Streams;
        for (var round = 1; ; round++)
        {
            round.ShouldBeLessThanOrEqualTo(4);
            switch (receive.Decide(Books(streams), Noon.AddHours(1), mayHandle))
            {
                case AlarmDecision.Unread(var unread):
                    streams = unread;
                    break;
                case AlarmDecision.Taken taken:
                    foreach (var (stream, events) in taken.Reception.Happened)
                    {
                        _streams.TryAdd(stream, []);
                        _streams[stream].AddRange(events.Select(e => (e, receive.By)));
                    }

                    return (taken, round);
            }
        }
    }

    public void Happened(Guid stream, IDomainEvent fact, string by = "jour")
    {
        _streams.TryAdd(stream, []);
        _streams[stream].Add((fact, new(by)));
    }

    public Incident Incident(string begunBy) => Incident(Own(begunBy));

    public Incident Incident(Guid incident) => State<Incident>(incident);

    public IReadOnlyList<Guid> Incidents =>
        [.. _streams.Where(s => s.Value[0].Event is not (AlarmFiled or AlarmAwaited or AlarmAnswerFiled)).Select(s => s.Key)];

    /// <summary>What stands in these streams, and in no other.</summary>
    public AlarmBooks Books(AlarmStreams streams) =>
        new(
            streams.Home,
            (streams.IsFile ? streams.Alarms.Prepend(streams.Home) : streams.Alarms).ToDictionary(a => a, State<FiledAlarm>),
            (streams.IsFile ? streams.Incidents : streams.Incidents.Prepend(streams.Home)).ToDictionary(i => i, State<Incident>)
        );

    private TState State<TState>(Guid stream)
        where TState : class, IState<TState> =>
        Fold.Of<TState>(
            _streams.GetValueOrDefault(stream, []).Select((e, i) => new Fact(e.Event, i + 1, Guid.Empty, Noon.AddHours(1), e.By))
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
            AlarmFiled filed => $"AlarmFiled {string.Join(' ', filed.Incidents)} {filed.Raw} {filed.Alarm}",
            AlarmAwaited awaited => $"AlarmAwaited {string.Join(' ', awaited.Incidents)}",
            AlarmReceived received => $"AlarmReceived {received.Alarm.AlarmId} {received.Actionable}",
            AlarmUpdated updated => $"AlarmUpdated {updated.Alarm.AlarmId}",
            AlarmCancelled cancelled => $"AlarmCancelled {cancelled.Alarm.AlarmId}{(cancelled.Stands ? " stands" : "")}",
            var other => other.ToString()!,
        };
}
