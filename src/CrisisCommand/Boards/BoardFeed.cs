using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using CrisisCommand.Platform;

namespace CrisisCommand.Boards;

/// <summary>
/// The live boards of this node. Per watched crisis one loop turns the newest board into bytes, once per form and audience, and hands it to
/// every watcher; a slow watcher skips to the newest, none waits for another.
/// </summary>
public sealed class BoardFeeds
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    /// <summary>How long a frame serves newcomers to the same version; then words may have been erased, or names learned.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<(Realm Realm, Guid Crisis), Feed> _feeds = new();
    private readonly Journals _journals;
    private readonly BoardPresentation _presentation;
    private readonly ILogger<BoardFeeds> _log;
    private readonly TimeProvider _clock;

    public BoardFeeds(Journals journals, Bell bell, BoardPresentation presentation, ILogger<BoardFeeds> log, TimeProvider clock)
    {
        (_journals, _presentation, _log, _clock) = (journals, presentation, log, clock);
        journals.Committed += commit => Signal((commit.Realm, commit.Head.Id));
        bell.Changed += change => Signal((new(change.Realm), change.Stream));
        bell.MissedSome += () =>
        {
            foreach (var feed in _feeds.Values)
            {
                feed.Signal();
            }
        };
    }

    /// <summary>Frames from now on, the newest first at once; the watcher leaves by disposing.</summary>
    public Watcher Watch(Reader reader, Guid crisis, BoardForm form)
    {
        while (true)
        {
            var feed = _feeds.GetOrAdd((reader.Realm, crisis), key => new Feed(this, key.Realm, key.Crisis));
            if (feed.TryJoin(reader, form) is { } watcher)
            {
                return watcher;
            }

            // It was closing when we came: make way for a new one.
            _feeds.TryRemove(new((reader.Realm, crisis), feed));
        }
    }

    private void Signal((Realm, Guid) key)
    {
        if (_feeds.TryGetValue(key, out var feed))
        {
            feed.Signal();
        }
    }

    /// <summary>One reader of one board.</summary>
    public sealed class Watcher(Feed feed, Reader reader, BoardForm form) : IDisposable
    {
        private readonly Channel<BoardFrame> _frames = Channel.CreateBounded<BoardFrame>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
        );

        public Reader Reader => reader;

        public BoardForm Form => form;

        public ChannelReader<BoardFrame> Frames => _frames.Reader;

        public void Send(BoardFrame frame) => _frames.Writer.TryWrite(frame);

        public void Dispose() => feed.Leave(this);
    }

    /// <summary>The loop of one watched board; it ends with its last watcher.</summary>
    public sealed class Feed
    {
        private readonly BoardFeeds _feeds;
        private readonly Realm _realm;
        private readonly Guid _crisis;
        private readonly Lock _door = new();
        private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
        );

        /// <summary>What was shown last to each audience; the loop's own.</summary>
        private readonly Dictionary<(string, bool, BoardForm), (BoardFrame Frame, long At)> _shown = [];
        private ImmutableList<Watcher>? _watchers = [];
        private bool _running;

        public Feed(BoardFeeds feeds, Realm realm, Guid crisis) => (_feeds, _realm, _crisis) = (feeds, realm, crisis);

        public void Signal() => _signals.Writer.TryWrite(true);

        public Watcher? TryJoin(Reader reader, BoardForm form)
        {
            lock (_door)
            {
                if (_watchers is null)
                {
                    return null;
                }

                var watcher = new Watcher(this, reader, form);
                _watchers = _watchers.Add(watcher);
                if (!_running)
                {
                    _running = true;
                    _ = Task.Run(Run);
                }

                Telemetry.Watchers.Add(1);
                Signal();
                return watcher;
            }
        }

        public void Leave(Watcher watcher)
        {
            lock (_door)
            {
                Telemetry.Watchers.Add(-1);
                _watchers = _watchers?.Remove(watcher);
                if (_watchers is { Count: 0 })
                {
                    _watchers = null;
                    _signals.Writer.TryComplete();
                    _feeds._feeds.TryRemove(new((_realm, _crisis), this));
                }
            }
        }

        private async Task Run()
        {
            await foreach (var _ in _signals.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                try
                {
                    await Show().ConfigureAwait(false);
                }
                catch (Exception failed) when (!_feeds.IsFatal(failed))
                {
                    _feeds._log.LogWarning("Board {Crisis} could not be shown now and tries again: {Reason}", _crisis, failed.Message);
                    // A pause between tries of a loop that must not end, on the clock that tests set; nothing waits for it.
                    await Task.Delay(Retry, _feeds._clock).ConfigureAwait(false);
                    Signal();
                }
            }
        }

        private async Task Show()
        {
            if (await _feeds._journals.Load(_realm, StreamKinds.Crisis, _crisis, default).ConfigureAwait(false) is not { } head)
            {
                return;
            }

            var board = head.State<Board>();
            foreach (var readers in (_watchers ?? []).GroupBy(w => (w.Reader.Culture.Name, w.Reader.OpensTexts, w.Form)))
            {
                var frame = await FrameOf(board, readers.Key, readers.First().Reader).ConfigureAwait(false);
                foreach (var watcher in readers)
                {
                    watcher.Send(frame);
                }
            }
        }

        private async Task<BoardFrame> FrameOf(Board board, (string, bool, BoardForm Form) audience, Reader reader)
        {
            var known = _shown.TryGetValue(audience, out var shown);
            if (known && shown.Frame.Version == board.Version && _feeds._clock.GetElapsedTime(shown.At) < Fresh)
            {
                return shown.Frame;
            }

            var view = await _feeds._presentation.View(board, reader, _crisis, default).ConfigureAwait(false);
            var frame = await audience.Form.Frame(view, reader, known ? shown.Frame : null).ConfigureAwait(false);
            _shown[audience] = (frame, _feeds._clock.GetTimestamp());
            return frame;
        }
    }

    // Only a process that is going down anyway may lose a board's loop.
    private bool IsFatal(Exception failed) => failed is OutOfMemoryException or StackOverflowException;
}
