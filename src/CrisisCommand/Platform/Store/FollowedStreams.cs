using System.Collections.Concurrent;
using System.Threading.Channels;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// Streams that somebody on this node looks at all the time, kept as they stand: by what is committed here, by the bell of other nodes, and
/// by one question twice a second for all of them together, which finds what no bell told. A change is read once, however many follow.
/// </summary>
public sealed class FollowedStreams : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    /// <summary>Streams read at a time: connections of the store that are not the commands' meanwhile.</summary>
    private const int AtOnce = 3;

    private readonly ConcurrentDictionary<(string Realm, Guid Id), FollowedStream> _followed = new();
    private readonly Channel<FollowedStream> _behind = Channel.CreateUnbounded<FollowedStream>();
    private readonly Journals _journals;
    private readonly StreamVersions _versions;
    private readonly WatchersShare _share;
    private readonly DatabaseSilence _silence;
    private readonly TimeProvider _clock;
    private readonly ILogger<FollowedStreams> _log;

    public FollowedStreams(
        Journals journals,
        Bell bell,
        StreamVersions versions,
        WatchersShare share,
        DatabaseSilence silence,
        TimeProvider clock,
        ILogger<FollowedStreams> log
    )
    {
        (_journals, _versions, _share, _silence, _clock, _log) = (journals, versions, share, silence, clock, log);
        journals.Committed += commit => Find(commit.Realm.Name, commit.Head.Id)?.Take(commit.Head);
        bell.Changed += change => ReadSoon(Find(change.Realm, change.Stream));
    }

    /// <summary>A followed stream has new facts, here or elsewhere. Must return at once.</summary>
    public event Action<Realm, StreamSnapshot>? Moved;

    /// <summary>The stream as it stands, at most a second behind the database; null where nobody follows it, or it is not read yet.</summary>
    public StreamSnapshot? Head(Realm realm, Guid id) => Find(realm.Name, id)?.Head is { Exists: true } head ? head : null;

    /// <summary>The same for whoever begins to follow: read where nobody follows it, within the watchers' share; null where there is none.</summary>
    public async Task<StreamSnapshot?> Load(Realm realm, string kind, Guid id, CancellationToken token)
    {
        if (Head(realm, id) is { } head)
        {
            return head.Kind == kind ? head : null;
        }

        using var place = await _share.Take(token);
        return await _journals.Load(realm, kind, id, token);
    }

    /// <summary>Follows a stream, as this node knows it, until disposed.</summary>
    public IDisposable Follow(Realm realm, string kind, Guid id)
    {
        while (true)
        {
            var followed = _followed.GetOrAdd((realm.Name, id), _ => Begin(realm, kind, id));
            if (followed.TryJoin() is { } following)
            {
                if (!followed.Head.Exists)
                {
                    ReadSoon(followed);
                }

                return following;
            }

            // Its last follower left as we came.
            _followed.TryRemove(new((realm.Name, id), followed));
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            AskForever(stoppingToken),
            Parallel.ForEachAsync(
                _behind.Reader.ReadAllAsync(stoppingToken),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
                (followed, token) => followed.Read(token)
            )
        );

    private FollowedStream? Find(string realm, Guid id) => _followed.GetValueOrDefault((realm, id));

    private void ReadSoon(FollowedStream? stream)
    {
        if (stream is not null)
        {
            _behind.Writer.TryWrite(stream);
        }
    }

    private async Task AskForever(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            try
            {
                await Ask(token);
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                return;
            }
            catch (Exception away)
            {
                // Whatever it was: this loop is what tells that the database is there again.
                _silence.NoAnswer();
                _log.LogDebug(
                    "The database does not say how far its streams have come: {Kind}: {Reason}",
                    away.GetType().Name,
                    away.Message
                );
            }

            await Task.Delay(Between, _clock, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Ask(CancellationToken token)
    {
        var asked = _clock.GetUtcNow();
        var followed = _followed.ToArray();
        var heads = await _versions.Of([.. followed.Select(f => f.Key)], token).WaitAsync(DatabaseSilence.Patience, _clock, token);
        foreach (var (key, stream) in followed)
        {
            if (heads.GetValueOrDefault(key) > stream.Head.Version)
            {
                // Before the silence ends: nobody is told that all is known while this is not.
                await stream.Read(token);
            }
        }

        _silence.Answered(asked);
    }

    private FollowedStream Begin(Realm realm, string kind, Guid id)
    {
        var stream = new FollowedStream(_journals, realm, _journals.Cached(realm, kind, id) ?? _journals.Empty(kind, id), _log);
        stream.Moved += head => Moved?.Invoke(realm, head);
        stream.Left += () => _followed.TryRemove(new((realm.Name, id), stream));
        return stream;
    }
}
