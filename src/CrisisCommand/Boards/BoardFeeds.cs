using System.Collections.Concurrent;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Boards;

/// <summary>
/// The live boards of this node. Per watched crisis one loop turns the newest board into bytes, once per form and audience, and hands it to
/// every watcher; a slow watcher skips to the newest, none waits for another.
/// </summary>
public sealed class BoardFeeds : IDisposable
{
    /// <summary>Every watcher hears something this often, a tenth of them each second: never all at once.</summary>
    private const int Tenth = 10;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>How long a watcher may hear nothing while all is well.</summary>
    public static readonly TimeSpan Beat = Second * Tenth;

    private readonly ConcurrentDictionary<(Realm Realm, Guid Crisis), BoardFeed> _feeds = new();
    private readonly BoardSources _sources;
    private readonly DatabaseSilence _silence;
    private readonly ITimer _beats;
    private int _beat;

    public BoardFeeds(BoardSources sources, DatabaseSilence silence)
    {
        (_sources, _silence) = (sources, silence);
        sources.Streams.Moved += Signal;
        silence.Changed += BeatAll;
        _beats = sources.Clock.CreateTimer(_ => BeatSome(), null, Second, Second);
    }

    /// <summary>Frames from now on, the newest first at once; the watcher leaves by disposing.</summary>
    public BoardWatcher Watch(Reader reader, Guid crisis, BoardForm form)
    {
        while (true)
        {
            var key = (reader.Realm, crisis);
            var feed = _feeds.GetOrAdd(key, _ => new BoardFeed(_sources, reader.Realm, crisis, over => _feeds.TryRemove(new(key, over))));
            if (feed.TryJoin(reader, form) is { } watcher)
            {
                return watcher;
            }

            // It was closing when we came: make way for a new one.
            _feeds.TryRemove(new(key, feed));
        }
    }

    public void Dispose()
    {
        _beats.Dispose();
        _sources.Streams.Moved -= Signal;
        _silence.Changed -= BeatAll;
    }

    private void Signal(Realm realm, StreamSnapshot head) => _feeds.GetValueOrDefault((realm, head.Id))?.Signal();

    private void BeatSome()
    {
        var turn = Interlocked.Increment(ref _beat) % Tenth;
        foreach (var watcher in _feeds.Values.SelectMany(f => f.Watchers()).Where(w => w.Turn % Tenth == turn))
        {
            watcher.Beat();
        }
    }

    /// <summary>What everybody must hear: that the database stands still, and that it does no more.</summary>
    private void BeatAll()
    {
        foreach (var watcher in _feeds.Values.SelectMany(f => f.Watchers()))
        {
            watcher.Beat();
        }
    }
}
