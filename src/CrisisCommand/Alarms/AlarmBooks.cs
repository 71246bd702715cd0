using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alarms;

/// <summary>What is known of the alarms that a message is or names, and of the incidents they are filed in.</summary>
/// <param name="Home">The incident that the first message is to stand in.</param>
public sealed record AlarmBooks(Guid Home, IReadOnlyDictionary<Guid, FiledAlarm> Files, IReadOnlyDictionary<Guid, Incident> Incidents)
{
    /// <param name="home">The incident that the first message is to stand in.</param>
    public static AlarmBooks Of(StreamSnapshot home, IEnumerable<StreamSnapshot> others)
    {
        var kinds = others.Prepend(home).ToLookup(s => s.Kind);
        return new(
            home.Id,
            kinds[StreamKinds.Alarm].ToDictionary(s => s.Id, s => s.State<FiledAlarm>()),
            kinds[StreamKinds.Incident].ToDictionary(s => s.Id, s => s.State<Incident>())
        );
    }
}

/// <summary>
/// The books while the messages of one document are entered: each sees what those before it did. Where they are silent, nothing is taken
/// for granted: what was asked for is remembered, and nothing counts until that is read too.
/// </summary>
/// <param name="by">The authenticated sender of them all.</param>
/// <param name="now">When they say it.</param>
internal sealed class AlarmDesk(AlarmBooks books, PersonId by, DateTimeOffset now)
{
    private readonly Dictionary<Guid, FiledAlarm> files = new(books.Files);
    private readonly Dictionary<Guid, Incident> incidents = new(books.Incidents);
    private readonly Dictionary<Guid, List<IDomainEvent>> happened = [];
    private readonly List<Guid> order = [];
    private Guid? home;

    /// <summary>Whether the books had all that was asked for.</summary>
    public bool IsComplete => files.Count == books.Files.Count && incidents.Count == books.Incidents.Count;

    public bool IsAtHome => Home == books.Home;

    /// <summary>Where a document of nothing but answers begins no incident, the first of them that is new is its home.</summary>
    private Guid Home => home ?? (order.Count > 0 ? order[0] : files.Keys.First());

    /// <summary>All that was read, and all that was asked for.</summary>
    public AlarmStreams Streams =>
        new(Home, [.. incidents.Keys.Where(i => i != home)], [.. files.Keys.Where(f => f != Home)]) { IsFile = home is null };

    public ImmutableArray<(Guid, ImmutableArray<IDomainEvent>)> Happened =>
        [.. order.OrderBy(s => s != Home).Select(s => (s, happened[s].ToImmutableArray()))];

    public FiledAlarm File(Guid alarm) => files.TryGetValue(alarm, out var known) ? known : files[alarm] = FiledAlarm.Initial;

    public Incident Incident(Guid incident)
    {
        if (incidents.TryGetValue(incident, out var known))
        {
            return known;
        }

        // Whatever the first message names is likelier to be where it stands than an incident of its own.
        home ??= incident;
        return incidents[incident] = Incidents.Incident.Initial;
    }

    public void Happens(Guid stream, IDomainEvent what)
    {
        if (!happened.TryGetValue(stream, out var events))
        {
            happened[stream] = events = [];
            order.Add(stream);
        }

        events.Add(what);
        var said = new Statement(what, by, now);
        if (what is AlarmFiled or AlarmAwaited or AlarmAnswerFiled)
        {
            files[stream] = File(stream).After(said);
        }
        else
        {
            var known = Incident(stream);
            home ??= stream;
            incidents[stream] = known.After(said);
        }
    }
}
