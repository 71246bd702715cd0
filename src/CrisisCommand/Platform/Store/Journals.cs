using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Marten;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// The streams of the store, folded in memory. A snapshot is a pure function of (stream, version), so a cached one is never wrong, only
/// behind; every commit names the version it decided on and the store refuses it when that has moved (ops/decisions/0001).
/// </summary>
public sealed class Journals : IDisposable
{
    private readonly JournalMemory _memory = new();
    private readonly IDocumentStore store;
    private readonly EventCatalogue catalogue;
    private readonly JournalReading reading;
    private readonly JournalBreaks breaks;
    private readonly CommitAttempt attempt;
    private readonly TimeProvider clock;

    public Journals(
        IDocumentStore store,
        EventCatalogue catalogue,
        JournalReading reading,
        JournalBreaks breaks,
        CommitAttempt attempt,
        TimeProvider clock
    )
    {
        (this.store, this.catalogue, this.reading, this.breaks, this.attempt, this.clock) = (
            store,
            catalogue,
            reading,
            breaks,
            attempt,
            clock
        );
        // What was folded past a break is forgotten: what stands there now cannot be vouched for.
        breaks.Found += Forget;
    }

    /// <summary>The stream at its head; null where there is none of that kind.</summary>
    public async Task<StreamSnapshot?> Load(Realm realm, string kind, Guid id, CancellationToken token)
    {
        var known = Cached(realm, kind, id) ?? Empty(kind, id);
        var head = await Refresh(realm, known, token);
        return head.Exists ? head : null;
    }

    /// <summary>The stream as this node knows it, or read anew; empty where there is none.</summary>
    public async Task<StreamSnapshot> Known(Realm realm, string kind, Guid id, bool refresh, CancellationToken token) =>
        (refresh ? null : Cached(realm, kind, id)) ?? await Load(realm, kind, id, token) ?? Empty(kind, id);

    /// <summary>Raised after every commit of this node, in order within a stream: the boards and the bell follow it. Must return at once.</summary>
    public event Action<Committed>? Committed;

    public StreamSnapshot Empty(string kind, Guid id) => StreamSnapshot.Empty(kind, id, catalogue);

    /// <summary>What this node has folded already, perhaps behind the head.</summary>
    public StreamSnapshot? Cached(Realm realm, string kind, Guid id) => _memory.Find(realm, kind, id);

    /// <summary><paramref name="known"/> with everything appended since.</summary>
    public Task<StreamSnapshot> Refresh(Realm realm, StreamSnapshot known, CancellationToken token) =>
        MemoryReads.Or(() => GoOn(realm, known, token), known.Exists ? known : null, token);

    private async Task<StreamSnapshot> GoOn(Realm realm, StreamSnapshot known, CancellationToken token)
    {
        var tail = await Facts(realm, known.Id, known.Version + 1, null, token);
        if (tail.Count == 0 || (!known.Exists && catalogue.Of(tail[0].Event).Stream != known.Kind))
        {
            return known;
        }

        return _memory.Keep(realm, known.After(tail, catalogue));
    }

    /// <summary>The facts of a stream from one version to another, both included, up to where it is broken if it is.</summary>
    public Task<IReadOnlyList<Fact>> Facts(Realm realm, Guid id, long from, long? to, CancellationToken token) =>
        reading.Read(realm, id, from, to, token);

    /// <summary>Single facts by event id, wherever they stand; unknown ids are left out.</summary>
    public async Task<IReadOnlyList<Fact>> FactsById(Realm realm, Guid stream, IEnumerable<Guid> ids, CancellationToken token)
    {
        var wanted = ids.Distinct().ToArray();
        await using var session = store.QuerySession(realm.Name);
        var events = await session.Events.QueryAllRawEvents().Where(e => e.StreamId == stream && wanted.Contains(e.Id)).ToListAsync(token);
        return [.. events.Select(StoredFacts.FactOf)];
    }

    public Task<Receipt?> ReceiptOf(CommandContext context, CancellationToken token) =>
        ReceiptOf(context.Realm, context.By, context.Key!.Value, token);

    public async Task<Receipt?> ReceiptOf(Realm realm, PersonId person, string key, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        return await session.LoadAsync<Receipt>(Receipt.IdOf(person, key), token);
    }

    /// <summary>
    /// Appends, with the openings of the texts and the receipt, in one transaction. <paramref name="receipt"/> is made from the facts as
    /// they will stand; its primary key is what refuses the same command a second time.
    /// </summary>
    public async Task<CommitResult> Commit(
        CommandContext context,
        Capacity? capacity,
        IReadOnlyList<Append> appends,
        Func<IReadOnlyList<Fact>, Receipt?> receipt,
        CancellationToken token,
        IReadOnlyList<object>? documents = null,
        IReadOnlyList<StreamSnapshot>? grounds = null
    )
    {
        var facts = appends.ToDictionary(a => a, a => FactsOf(a, context, capacity));
        var session = store.LightweightSession(context.Realm.Name);
        StoredFacts.Describe(session, context, capacity);
        if (receipt(facts[appends[0]]) is { } kept)
        {
            session.Insert(kept);
        }

        foreach (var ground in (grounds ?? []).Where(g => appends.All(a => a.Stream.Id != g.Id)))
        {
            LostRaces.LoseIfMoved(session, context.Realm, ground);
        }

        foreach (var append in appends)
        {
            var wrapped = facts[append].Select(Wrap).ToArray();
            session.Events.Append(append.Stream.Id, append.Stream.Version + wrapped.Length, wrapped);
        }

        session.Insert(Openings.Of(appends));
        session.StoreObjects(documents ?? []);
        return await attempt.Save(session, token) ?? Remember(context.Realm, appends, facts);
    }

    /// <summary>Keeps the answer to a refused command, so that the same command is one answer for ever.</summary>
    public async Task<bool> Keep(CommandContext context, Receipt refused, CancellationToken token)
    {
        var session = store.LightweightSession(context.Realm.Name);
        session.Insert(refused);
        return await attempt.Save(session, token) is null;
    }

    public void Dispose()
    {
        breaks.Found -= Forget;
        _memory.Dispose();
    }

    private void Forget(JournalBreak found) => _memory.Forget(found.Realm, found.Stream);

    private CommitResult.Done Remember(Realm realm, IReadOnlyList<Append> appends, Dictionary<Append, List<Fact>> facts)
    {
        StreamSnapshot? first = null;
        foreach (var append in appends)
        {
            var head = _memory.Keep(realm, append.Stream.After(facts[append], catalogue));
            first ??= head;
            Committed?.Invoke(new(realm, head, facts[append]));
        }

        return new(facts[appends[0]], first!);
    }

    private List<Fact> FactsOf(Append append, CommandContext context, Capacity? capacity)
    {
        // Within a stream, recorded time never runs backwards, whatever the clocks of the nodes say: "as of" is then one version.
        var recordedAt = context.Now > append.Stream.LastRecordedAt ? context.Now : append.Stream.LastRecordedAt;
        return
        [
            .. append.Events.Select(
                (data, i) =>
                    new Fact(data, append.Stream.Version + i + 1, Ids.New(clock), recordedAt, context.By, capacity, context.CommandId)
            ),
        ];
    }

    private object Wrap(Fact fact)
    {
        var wrapped = catalogue.Of(fact.Event).Wrap(fact.Event);
        (wrapped.Id, wrapped.Timestamp) = (fact.EventId, fact.RecordedAt);
        return wrapped;
    }
}
