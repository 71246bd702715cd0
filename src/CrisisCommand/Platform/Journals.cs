using System.Diagnostics;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Exceptions;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace CrisisCommand.Platform;

/// <summary>
/// The streams of the store, folded in memory. A snapshot is a pure function of (stream, version), so a cached one is never wrong, only
/// behind; every commit names the version it decided on and the store refuses it when that has moved (ops/decisions/0001).
/// </summary>
public sealed class Journals(IDocumentStore store, EventCatalogue catalogue, TimeProvider clock) : IDisposable
{
    private const int CachedStreams = 4_000;
    private static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = CachedStreams });

    /// <summary>The stream at its head; null where there is none of that kind.</summary>
    public async Task<StreamSnapshot?> Load(Realm realm, string kind, Guid id, CancellationToken token)
    {
        var known = Cached(realm, kind, id) ?? Empty(kind, id);
        var head = await Refresh(realm, known, token).ConfigureAwait(false);
        return head.Exists ? head : null;
    }

    /// <summary>The stream as this node knows it, or read anew; empty where there is none.</summary>
    public async Task<StreamSnapshot> Known(Realm realm, string kind, Guid id, bool refresh, CancellationToken token) =>
        (refresh ? null : Cached(realm, kind, id)) ?? await Load(realm, kind, id, token).ConfigureAwait(false) ?? Empty(kind, id);

    /// <summary>Raised after every commit of this node, in order within a stream: the boards and the bell follow it. Must return at once.</summary>
    public event Action<Committed>? Committed;

    public StreamSnapshot Empty(string kind, Guid id) => StreamSnapshot.Empty(kind, id, catalogue);

    /// <summary>What this node has folded already, perhaps behind the head.</summary>
    public StreamSnapshot? Cached(Realm realm, string kind, Guid id) =>
        _cache.TryGetValue((realm.Name, id), out StreamSnapshot? known) && known!.Kind == kind ? known : null;

    /// <summary><paramref name="known"/> with everything appended since.</summary>
    public async Task<StreamSnapshot> Refresh(Realm realm, StreamSnapshot known, CancellationToken token)
    {
        var tail = await Facts(realm, known.Id, known.Version + 1, null, token).ConfigureAwait(false);
        if (tail.Count == 0 || (!known.Exists && catalogue.Of(tail[0].Event).Stream != known.Kind))
        {
            return known;
        }

        return Keep(realm, known.After(tail, catalogue));
    }

    /// <summary>The facts of a stream from one version to another, both included.</summary>
    public async Task<IReadOnlyList<Fact>> Facts(Realm realm, Guid id, long from, long? to, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        var events = await session.Events.FetchStreamAsync(id, version: to ?? 0, fromVersion: from, token: token).ConfigureAwait(false);
        return [.. events.Select(StoredFacts.FactOf)];
    }

    /// <summary>Single facts by event id, wherever they stand; unknown ids are left out.</summary>
    public async Task<IReadOnlyList<Fact>> FactsById(Realm realm, Guid stream, IEnumerable<Guid> ids, CancellationToken token)
    {
        var wanted = ids.Distinct().ToArray();
        await using var session = store.QuerySession(realm.Name);
        var events = await session.Events.QueryAllRawEvents().Where(e => e.StreamId == stream && wanted.Contains(e.Id)).ToListAsync(token);
        return [.. events.Select(StoredFacts.FactOf)];
    }

    public async Task<Receipt?> ReceiptOf(Envelope envelope, CancellationToken token)
    {
        await using var session = store.QuerySession(envelope.Realm.Name);
        return await session.LoadAsync<Receipt>(Receipt.IdOf(envelope.By, envelope.Key!.Value), token).ConfigureAwait(false);
    }

    /// <summary>
    /// Appends, with the openings of the texts and the receipt, in one transaction. <paramref name="receipt"/> is made from the facts as
    /// they will stand; its primary key is what refuses the same command a second time.
    /// </summary>
    public async Task<CommitResult> Commit(
        Envelope envelope,
        FunctionKey? function,
        IReadOnlyList<Append> appends,
        Func<IReadOnlyList<Fact>, Receipt?> receipt,
        CancellationToken token,
        IReadOnlyList<object>? documents = null,
        IReadOnlyList<StreamSnapshot>? grounds = null
    )
    {
        var facts = appends.ToDictionary(a => a, a => FactsOf(a, envelope, function));
        var session = store.LightweightSession(envelope.Realm.Name);
        StoredFacts.Describe(session, envelope, function);
        if (receipt(facts[appends[0]]) is { } kept)
        {
            session.Insert(kept);
        }

        foreach (var ground in (grounds ?? []).Where(g => appends.All(a => a.Stream.Id != g.Id)))
        {
            LostRaces.LoseIfMoved(session, envelope.Realm, ground);
        }

        foreach (var append in appends)
        {
            var wrapped = facts[append].Select(Wrap).ToArray();
            session.Events.Append(append.Stream.Id, append.Stream.Version + wrapped.Length, wrapped);
        }

        session.Insert(Openings.Of(appends));
        session.StoreObjects(documents ?? []);
        return await Save(session, token).ConfigureAwait(false) ?? Remember(envelope.Realm, appends, facts);
    }

    /// <summary>Keeps the answer to a refused command, so that the same command is one answer for ever.</summary>
    public async Task<bool> Keep(Envelope envelope, Receipt refused, CancellationToken token)
    {
        var session = store.LightweightSession(envelope.Realm.Name);
        session.Insert(refused);
        return await Save(session, token).ConfigureAwait(false) is null;
    }

    public void Dispose() => _cache.Dispose();

    /// <summary>
    /// Npgsql does not let go of a transaction's first statement when told to. So the caller is let go, and the attempt ends by itself: what
    /// became of it, the receipt tells whoever asks again.
    /// </summary>
    private static Task<CommitResult?> Save(IDocumentSession session, CancellationToken token) => Attempt(session, token).WaitAsync(token);

    private static async Task<CommitResult?> Attempt(IDocumentSession session, CancellationToken token)
    {
        await using var disposed = session.ConfigureAwait(false);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await session.SaveChangesAsync(token).ConfigureAwait(false);
            Telemetry.AppendSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
            return null;
        }
        catch (DocumentAlreadyExistsException taken) when (taken.DocType == typeof(Receipt))
        {
            return new CommitResult.AlreadyDone();
        }
        catch (ConcurrencyException)
        {
            return new CommitResult.StreamMoved();
        }
        catch (MartenCommandException lost) when (lost.InnerException is PostgresException fault && LostRaces.IsOne(fault))
        {
            return new CommitResult.StreamMoved();
        }
    }

    private CommitResult.Done Remember(Realm realm, IReadOnlyList<Append> appends, Dictionary<Append, List<Fact>> facts)
    {
        StreamSnapshot? first = null;
        foreach (var append in appends)
        {
            var head = Keep(realm, append.Stream.After(facts[append], catalogue));
            first ??= head;
            Committed?.Invoke(new(realm, head, facts[append]));
        }

        return new(facts[appends[0]], first!);
    }

    private StreamSnapshot Keep(Realm realm, StreamSnapshot head) =>
        _cache.Set((realm.Name, head.Id), head, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Idle });

    private List<Fact> FactsOf(Append append, Envelope envelope, FunctionKey? function)
    {
        // Within a stream, recorded time never runs backwards, whatever the clocks of the nodes say: "as of" is then one version.
        var recordedAt = envelope.Now > append.Stream.LastRecordedAt ? envelope.Now : append.Stream.LastRecordedAt;
        return
        [
            .. append.Events.Select(
                (data, i) =>
                    new Fact(data, append.Stream.Version + i + 1, Ids.New(clock), recordedAt, envelope.By, function, envelope.CommandId)
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
