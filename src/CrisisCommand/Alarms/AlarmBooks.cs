using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform;

namespace CrisisCommand.Alarms;

/// <summary>What is known of the alarms that a message is or names, and of the incidents they are filed in.</summary>
public sealed record AlarmBooks(IReadOnlyDictionary<Guid, FiledAlarm> Files, IReadOnlyDictionary<Guid, Incident> Incidents)
{
    public static AlarmBooks Of(IEnumerable<StreamSnapshot> streams)
    {
        var kinds = streams.ToLookup(s => s.Kind);
        return new(
            kinds[StreamKinds.Alarm].ToDictionary(s => s.Id, s => s.State<FiledAlarm>()),
            kinds[StreamKinds.Incident].ToDictionary(s => s.Id, s => s.State<Incident>())
        );
    }
}

/// <summary>The books while the messages of one document are entered: each sees what those before it did.</summary>
internal sealed class AlarmDesk(AlarmBooks books)
{
    private readonly Dictionary<Guid, FiledAlarm> files = new(books.Files);
    private readonly Dictionary<Guid, Incident> incidents = new(books.Incidents);
    private readonly Dictionary<Guid, List<IDomainEvent>> happened = [];
    private readonly List<Guid> order = [];

    public Guid? Unread { get; private set; }

    public ImmutableArray<(Guid, ImmutableArray<IDomainEvent>)> Happened => [.. order.Select(s => (s, happened[s].ToImmutableArray()))];

    public FiledAlarm File(Guid alarm) => files.GetValueOrDefault(alarm, FiledAlarm.Initial);

    public Incident Incident(Guid incident)
    {
        if (incidents.TryGetValue(incident, out var known))
        {
            return known;
        }

        Unread = incident;
        return Incidents.Incident.Initial;
    }

    public void Happens(Guid stream, IDomainEvent what)
    {
        if (!happened.TryGetValue(stream, out var events))
        {
            happened[stream] = events = [];
            order.Add(stream);
        }

        events.Add(what);
        // A fold needs a fact; when and by whom makes no difference to where alarms belong.
        var fact = new Fact(what, 0, Guid.Empty, DateTimeOffset.UnixEpoch, PersonId.System);
        if (what is AlarmFiled or AlarmAwaited)
        {
            files[stream] = File(stream).After(fact);
        }
        else
        {
            incidents[stream] = Incident(stream).After(fact);
        }
    }
}
