using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alarms;

/// <summary>
/// Messages came in, one or a feed of them: each goes into the incidents it belongs to, or begins one. A message moves its own sender's
/// alarms; what it says of another's is told there as a claim, and the message is taken as if that alarm had not come.
/// </summary>
/// <param name="Raw">The id under which the bytes are kept.</param>
/// <param name="By">The authenticated sender.</param>
public sealed record ReceiveAlarms(ImmutableArray<IncomingAlarm> Messages, Guid Raw, PersonId By)
{
    private static readonly ForeignId SameName = new("name-of-another-sender");
    private static readonly ForeignId NotTheirs = new("another-senders-alarm");
    private static readonly ForeignId OtherTime = new("reference-time-differs");
    private static readonly ForeignId ByEvent = new("found-by-incidents");
    private static readonly ForeignId Several = new("incidents-name-several");

    /// <summary>Open incidents in which something goes by a name that the messages trace; the decision looks whether it does still.</summary>
    public ImmutableArray<Guid> Traced { get; init; } = [];

    /// <summary>Whether the others' alarms that it names are moved as well.</summary>
    private bool Handles { get; init; }

    /// <summary>What is to be read to begin with: all that the messages name, and the incidents of their own that they may begin.</summary>
    public AlarmStreams Streams
    {
        get
        {
            var begun = Messages.Where(m => m.Answers is null).Select(m => AlarmIds.IncidentOf(m.Name)).Distinct().ToImmutableArray();
            var named = Messages.SelectMany(m => m.Named.Prepend(m.Name)).Distinct().ToImmutableArray();
            return begun.IsEmpty ? new(named[0], [], named[1..]) { IsFile = true } : new(begun[0], begun[1..], named);
        }
    }

    /// <param name="mayHandle">Whether the sender may handle incidents: it matters only where they speak of another's alarm.</param>
    public AlarmDecision Decide(AlarmBooks books, DateTimeOffset now, bool mayHandle = false)
    {
        var desk = new AlarmDesk(books, By, now);
        var placements = Messages.Select(message => Place(message, desk)).ToImmutableArray();
        return desk.IsComplete && mayHandle && !Handles && placements.Any(p => p.Claim)
                ? (this with { Handles = true }).Decide(books, now, mayHandle)
            : desk is { IsComplete: true, IsAtHome: true } ? new AlarmDecision.Taken(new(placements, desk.Happened), Handles)
            : new AlarmDecision.Unread(desk.Streams);
    }

    private Placement Place(IncomingAlarm incoming, AlarmDesk desk)
    {
        var book = desk.File(incoming.Name);
        if (incoming.Answers is { } says && book.Of(By) is not { Received: true })
        {
            return new AnswerFiling(incoming, says, Raw, By).File(book, desk);
        }

        var claims = Claimed(incoming, desk);
        var message = incoming with { Alarm = Marked(incoming.Alarm, book, claims.Count > 0) };
        var known = book.Of(By);
        if (known is { Received: true })
        {
            var incident = desk.Incident(known.Incidents[0]);
            if (Repeated(message, incident) is { } same)
            {
                desk.Happens(known.Incidents[0], new AlarmRepeated(same));
                var alarm = message.Alarm with { AlarmId = same };
                return new(alarm, known.Incidents, incident is { Actionable: true, Cancelled: false }, true, claims.Count > 0);
            }

            message = message.AsOtherwise();
        }

        (var homes, message) = Homes(message, known, desk);
        var facts = homes.Select(home => (home, Said: Say(message, desk.Incident(home)))).ToList();
        facts.ForEach(fact => desk.Happens(fact.home, fact.Said));
        File(message, incoming.Name, homes, desk);
        // That others go by the same name was told when the name first came.
        new AlarmClaims(message, homes, By).Tell(desk, incoming.Name, message.SaysOtherwise ? FiledAlarm.Initial : book, claims);
        var acted = facts.Exists(fact => fact.Said is AlarmUpdated { Alarm.Passed: null } or AlarmReceived { Actionable: true });
        return new(message.Alarm, homes, acted, Repeated: false, claims.Count > 0) { Updated = message.SaysOtherwise };
    }

    /// <summary>The id under which its sender has said the very same before by this name; null where this is other content.</summary>
    private static Guid? Repeated(IncomingAlarm message, Incident incident)
    {
        var (first, other) = (message.Alarm.AlarmId, AlarmIds.Of(message.Alarm.AlarmId, message.Content));
        // Of what an older build took in, the content is not known: a feed that has grown since is no news of all that was in it.
        return (incident.Contents.TryGetValue(first, out var said) ? said == message.Content : incident.Alarms.Contains(first)) ? first
            : incident.Contents.ContainsKey(other) ? other
            : null;
    }

    /// <summary>The alarm under its own id, and with what is to be known of its name.</summary>
    private Alarm Marked(Alarm alarm, FiledAlarm book, bool claims)
    {
        var marks = alarm.Deviations;
        marks = claims ? marks.Add(new(NotTheirs, new("references"))) : marks;
        marks = book.Filings.Any(f => f.By != By && f.Received) ? marks.Add(new(SameName, new("identifier"))) : marks;
        return alarm with { AlarmId = book.IdFor(By, alarm.AlarmId), Deviations = marks };
    }

    private void File(IncomingAlarm message, Guid name, ImmutableArray<Guid> homes, AlarmDesk desk)
    {
        var id = message.Alarm.AlarmId;
        var filed = message.SaysOtherwise ? Further(desk.File(name).Of(By)!, homes) : new AlarmFiled(homes, Raw, id == name ? null : id);
        if (filed is not null)
        {
            desk.Happens(name, filed);
        }

        if (id != name)
        {
            desk.Happens(id, new AlarmFiled(homes, Raw));
        }

        var naming = new Naming(id, AlarmClaims.Of(message.Act), message.Alarm.Sender);
        foreach (var missing in message.Named.Where(r => message.Counts && !desk.File(r).Filings.Any(f => f.By == By || IsOpen(f))))
        {
            desk.Happens(missing, new AlarmAwaited(homes, naming));
        }
    }

    /// <summary>The name as it was filed, in whichever incidents its other content adds; null where that adds none.</summary>
    private static AlarmFiled? Further(Filing known, ImmutableArray<Guid> homes) =>
        homes.All(known.Incidents.Contains) ? null : new([.. known.Incidents.Union(homes)], known.Raw!.Value, known.Alarm);

    /// <summary>Where its sender's messages said it belongs, and what it names itself; else what it can mean, else an incident of its own.</summary>
    private (ImmutableArray<Guid> Homes, IncomingAlarm Message) Homes(IncomingAlarm message, Filing? awaited, AlarmDesk desk)
    {
        var named = message
            .Named.SelectMany(r => desk.File(r).Filings.Where(f => f.By == By || IsOpen(f)))
            .SelectMany(f => f.Incidents)
            .Where(incident => message.Counts || Logs(desk.Incident(incident), message.Alarm.Status));
        ImmutableArray<Guid> homes =
        [
            .. (awaited?.Incidents ?? []).Concat(named).Distinct().Where(i => Handles || desk.Incident(i).IsOf(By)),
        ];
        return homes.IsEmpty ? Traces(message, desk) : (homes, message);
    }

    /// <summary>
    /// By sender and identifier where the time of a reference matches nothing, else by the event that it is about. An event may be a storm
    /// with fifty alarms: it is not known which of several a Cancel means, so it takes none of them back.
    /// </summary>
    private (ImmutableArray<Guid> Homes, IncomingAlarm Message) Traces(IncomingAlarm message, AlarmDesk desk)
    {
        ImmutableArray<Guid> With(IEnumerable<Guid> names) =>
            [.. Traced.Where(i => desk.Incident(i) is { Open: true } known && known.IsOf(By) && names.Any(known.Names.Contains))];
        return !message.Counts || !message.Traces.Any() ? (Own(message), message)
            : With(message.Loosely) is { IsEmpty: false } named ? (named, message.Deviating(OtherTime, "references"))
            : With(message.Traces) is not { IsEmpty: false } meant ? (Own(message), message)
            : message.Act == AlarmAct.Cancel && meant.Length > 1 ? (Own(message), message.Deviating(Several, "incidents"))
            : (meant, message.Deviating(ByEvent, "incidents"));
    }

    private static ImmutableArray<Guid> Own(IncomingAlarm message) => [AlarmIds.IncidentOf(message.Alarm.AlarmId)];

    /// <summary>Another's alarm that the sender may move by the right to handle incidents.</summary>
    private bool IsOpen(Filing filing) => Handles && filing.Received;

    /// <summary>The alarms it speaks of that are not its sender's to move; none where the sender has one by that name.</summary>
    private List<(Guid Name, Filing Filing)> Claimed(IncomingAlarm message, AlarmDesk desk) =>
        Handles || !message.Counts
            ? []
            :
            [
                .. message
                    .Named.Select(name => (name, Came: desk.File(name).Filings.Where(f => f.Received).ToList()))
                    .Where(named => !named.Came.Exists(f => f.By == By && f.Incidents.Any(i => desk.Incident(i).IsOf(By))))
                    .SelectMany(named => named.Came, (named, filing) => (named.name, filing)),
            ];

    /// <summary>A test moves the tests before it and nothing else, whatever it names: it must not take back what is real.</summary>
    private static bool Logs(Incident incident, AlarmStatus status) => !incident.Actionable && incident.Status == status;

    private static IDomainEvent Say(IncomingAlarm message, Incident incident)
    {
        var (alarm, act) = (message.Alarm, message.Act);
        return act switch
        {
            AlarmAct.Cancel when !(incident.UpdateSentAt > alarm.SentAt) && (message.Counts || !incident.Actionable) => new AlarmCancelled(
                alarm,
                Stands: incident is { Open: true, Verified: true }
            ),
            AlarmAct.Update when message.Counts && !IsTakenBack(message, incident) && (alarm.Passed is null || incident.Actionable) =>
                new AlarmUpdated(alarm),
            _ => new AlarmReceived(alarm, act is AlarmAct.Raise && message.Counts && !incident.Cancelled && alarm.Passed is null),
        };
    }

    /// <summary>Whether its sender has cancelled it since. Of what stands all the same, people want to know the last that was said.</summary>
    private static bool IsTakenBack(IncomingAlarm message, Incident incident) =>
        incident is not { Open: true, CancelledBySender: true }
        && (message.SaysOtherwise ? incident.CancelSentAt > message.Alarm.SentAt : incident.CancelSentAt >= message.Alarm.SentAt);
}
