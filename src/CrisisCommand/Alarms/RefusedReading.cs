using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Marten;

namespace CrisisCommand.Alarms;

/// <summary>A sender whose alarms were refused, to be called.</summary>
/// <param name="Phone">Null where none is registered.</param>
/// <param name="Version">Of what is told here: whoever has seen to it says so up to this.</param>
/// <param name="Counted">How many more were refused than are kept of one sender.</param>
public sealed record RefusedSenderShown(
    PersonId Sender,
    string Name,
    string? Phone,
    long Version,
    DateTimeOffset? Since,
    int Counted,
    DateTimeOffset? CountedAt,
    IReadOnlyList<RefusedAlarmShown> Alarms
);

/// <param name="Size">In bytes.</param>
/// <param name="Reasons">The codes of its refusals.</param>
/// <param name="Why">In words, as the sender was told.</param>
/// <param name="Times">How often the same bytes came.</param>
/// <param name="Kept">Whether they can be fetched.</param>
public sealed record RefusedAlarmShown(
    Sha256 Digest,
    int Size,
    string MediaType,
    IReadOnlyList<string> Reasons,
    string Why,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    int Times,
    bool Kept
);

/// <summary>Reads who should be called about alarms that were refused.</summary>
public sealed class RefusedReading(IDocumentStore store, Journals journals, Speaker speaker)
{
    /// <summary>By sender, so that each is told once while new ones come.</summary>
    public async Task<IReadOnlyList<RefusedAlarmsView>> Following(Realm realm, Guid? after, int most, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        var open = session.Query<RefusedAlarmsView>().Where(v => v.IsOpen);
        open = after is { } last ? open.Where(v => v.Id.CompareTo(last) > 0) : open;
        return await open.OrderBy(v => v.Id).Take(most).ToListAsync(token);
    }

    /// <summary>Who has waited longest first, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<RefusedSenderShown> First, int All)> Oldest(Reader reader, int most, CancellationToken token)
    {
        await using var session = store.QuerySession(reader.Realm.Name);
        var first = await session
            .Query<RefusedAlarmsView>()
            .Where(v => v.IsOpen)
            .OrderBy(v => v.Since)
            .ThenBy(v => v.Id)
            .Take(most)
            .ToListAsync(token);
        var all = first.Count < most ? first.Count : await session.Query<RefusedAlarmsView>().Where(v => v.IsOpen).CountAsync(token);
        return (await Show(reader, first, token), all);
    }

    public async Task<IReadOnlyList<RefusedSenderShown>> Show(
        Reader reader,
        IReadOnlyList<RefusedAlarmsView> views,
        CancellationToken token
    )
    {
        var senders = new Dictionary<PersonId, Person>();
        foreach (var sender in views.Select(v => v.Sender).Distinct())
        {
            var stream = await journals.Load(reader.Realm, StreamKinds.Person, Person.StreamOf(sender), token);
            senders[sender] = stream?.State<Person>() ?? Person.Initial;
        }

        return await speaker.Say<IReadOnlyList<RefusedSenderShown>>(
            reader,
            words => [.. views.Select(v => Show(v, senders[v.Sender], words))],
            token
        );
    }

    private static RefusedSenderShown Show(RefusedAlarmsView view, Person sender, Words words) =>
        new(
            view.Sender,
            sender.Name is { } name ? words.Text(name) : view.Sender.Value,
            sender.Phones.Select(p => words.Text(p)).FirstOrDefault(),
            view.Version,
            view.Since,
            view.Refused.Counted,
            view.Refused.Counted > 0 ? view.Refused.CountedAt : null,
            [.. view.Refused.Open.Select(r => Show(r, words))]
        );

    private static RefusedAlarmShown Show(RefusedAlarm refused, Words words) =>
        new(
            refused.Digest,
            refused.Size,
            refused.MediaType.Value,
            [.. refused.Reasons.Select(r => r.Value)],
            words.Text(refused.Why),
            refused.FirstAt,
            refused.LastAt,
            refused.Times,
            refused.Kept
        );
}
