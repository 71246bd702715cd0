using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform;

namespace CrisisCommand.Alarms;

/// <summary>Messages came in, one or a feed of them: each goes into the incidents it belongs to, or begins one.</summary>
/// <param name="Raw">The id under which the bytes are kept.</param>
public sealed record ReceiveAlarms(ImmutableArray<IncomingAlarm> Messages, Guid Raw)
{
    public Reception Decide(AlarmBooks books)
    {
        var desk = new AlarmDesk(books);
        var placements = Messages.Select(message => Place(message, desk)).ToImmutableArray();
        return new(placements, desk.Happened, desk.Unread);
    }

    private Placement Place(IncomingAlarm message, AlarmDesk desk)
    {
        var alarm = message.Alarm;
        var filed = desk.File(alarm.AlarmId);
        if (filed.Received)
        {
            var known = desk.Incident(filed.Incidents[0]);
            desk.Happens(filed.Incidents[0], new AlarmRepeated(alarm.AlarmId));
            return new(alarm, filed.Incidents, known is { Actionable: true, Cancelled: false }, Repeated: true);
        }

        var homes = Homes(message, filed, desk);
        var facts = homes.Select(home => (home, Said: Say(message, desk.Incident(home)))).ToList();
        facts.ForEach(fact => desk.Happens(fact.home, fact.Said));
        desk.Happens(alarm.AlarmId, new AlarmFiled(homes, Raw));
        foreach (var missing in Named(message).Where(reference => message.Counts && !desk.File(reference).Known))
        {
            desk.Happens(missing, new AlarmAwaited(homes));
        }

        return new(alarm, homes, facts.Exists(fact => fact.Said is AlarmUpdated or AlarmReceived { Actionable: true }), Repeated: false);
    }

    /// <summary>Where others said it belongs, and what it names itself; else an incident of its own.</summary>
    private static ImmutableArray<Guid> Homes(IncomingAlarm message, FiledAlarm filed, AlarmDesk desk)
    {
        var named = Named(message)
            .SelectMany(reference => desk.File(reference).Incidents)
            .Where(incident => message.Counts || Logs(desk.Incident(incident), message.Alarm.Status));
        ImmutableArray<Guid> homes = [.. filed.Incidents.Concat(named).Distinct()];
        return homes.IsEmpty ? [message.OwnIncident] : homes;
    }

    private static IEnumerable<Guid> Named(IncomingAlarm message) =>
        message.Act is AlarmAct.Update or AlarmAct.Cancel ? message.References : [];

    /// <summary>A test moves the tests before it and nothing else, whatever it names: it must not take back what is real.</summary>
    private static bool Logs(Incident incident, AlarmStatus status) => !incident.Actionable && incident.Status == status;

    private static IDomainEvent Say(IncomingAlarm message, Incident incident)
    {
        var (alarm, act) = (message.Alarm, message.Act);
        return act switch
        {
            AlarmAct.Cancel when !(incident.UpdateSentAt > alarm.SentAt) && (message.Counts || !incident.Actionable) => new AlarmCancelled(
                alarm
            ),
            AlarmAct.Update when message.Counts && !(incident.CancelSentAt >= alarm.SentAt) => new AlarmUpdated(alarm),
            _ => new AlarmReceived(alarm, act is AlarmAct.Raise && message.Counts && !incident.Cancelled),
        };
    }
}

/// <summary>Where one message went.</summary>
/// <param name="Actionable">Whether somebody is to act on it.</param>
public sealed record Placement(Alarm Alarm, ImmutableArray<Guid> Incidents, bool Actionable, bool Repeated);

/// <summary>What receiving comes to: where each message went, and what happens in which stream, the first message's incident first.</summary>
/// <param name="Unread">An incident that was needed and not among those given.</param>
public sealed record Reception(
    ImmutableArray<Placement> Placements,
    ImmutableArray<(Guid Stream, ImmutableArray<IDomainEvent> Events)> Happened,
    Guid? Unread
)
{
    public Outcome Outcome =>
        Happened.Skip(1).Aggregate(Outcome.Happened(Happened[0].Events), (outcome, next) => outcome.AndIn(next.Stream, next.Events));
}
