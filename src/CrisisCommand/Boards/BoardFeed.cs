using System.Threading.Channels;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Telemetry;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Boards;

/// <summary>What the boards' loops of one node share.</summary>
public sealed record BoardSources(
    FollowedStreams Streams,
    BoardPresentation Presentation,
    WatchersShare Share,
    MemoryReads Memory,
    ILogger<BoardFeeds> Log,
    TimeProvider Clock
);

/// <summary>The loop of one watched board; it ends with its last watcher.</summary>
public sealed class BoardFeed(BoardSources sources, Realm realm, Guid crisis, Action<BoardFeed> left)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    /// <summary>How long a frame serves newcomers to the same version; then words may have been erased, or names learned.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly Lock _door = new();
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    /// <summary>What was shown last to each audience; the loop's own.</summary>
    private readonly Dictionary<(string, bool, BoardForm), (BoardFrame Frame, long At)> _shown = [];
    private readonly IDisposable _following = sources.Streams.Follow(realm, StreamKinds.Crisis, crisis);
    private HashSet<BoardWatcher>? _watchers = [];

    /// <summary>Those who came since the board was last shown.</summary>
    private List<BoardWatcher> _newcomers = [];
    private long _shownTo;
    private bool _running;

    public void Signal() => _signals.Writer.TryWrite(true);

    public BoardWatcher? TryJoin(Reader reader, BoardForm form)
    {
        lock (_door)
        {
            if (_watchers is null)
            {
                return null;
            }

            var watcher = new BoardWatcher(this, reader, form);
            _watchers.Add(watcher);
            _newcomers.Add(watcher);
            if (!_running)
            {
                _running = true;
                _ = Task.Run(Run);
            }

            Instruments.Watchers.Add(1);
            Signal();
            return watcher;
        }
    }

    public void Leave(BoardWatcher watcher)
    {
        lock (_door)
        {
            if (_watchers?.Remove(watcher) != true)
            {
                return;
            }

            Instruments.Watchers.Add(-1);
            if (_watchers.Count > 0)
            {
                return;
            }

            _watchers = null;
            _signals.Writer.TryComplete();
        }

        _following.Dispose();
        left(this);
    }

    /// <summary>Everybody who watches this board now.</summary>
    public IReadOnlyList<BoardWatcher> Watchers()
    {
        lock (_door)
        {
            return [.. _watchers ?? []];
        }
    }

    private async Task Run()
    {
        // Whoever begins to watch while the database stands still is shown what is known here, and told so by their stream.
        sources.Memory.Begin();
        await foreach (var _ in _signals.Reader.ReadAllAsync())
        {
            try
            {
                await Show();
            }
            catch (Exception failed) when (failed is not (OutOfMemoryException or StackOverflowException))
            {
                sources.Log.LogWarning("Board {Crisis} could not be shown now and tries again: {Reason}", crisis, failed.Message);
                // Whoever was to be shown it is so the next time, when everybody is.
                _shownTo = 0;
                // A pause between tries of a loop that must not end, on the clock that tests set; nothing waits for it.
                await Task.Delay(Retry, sources.Clock);
                Signal();
            }
        }
    }

    private async Task Show()
    {
        if (sources.Streams.Head(realm, crisis) is not { } head)
        {
            return;
        }

        var board = head.State<Board>();
        foreach (var readers in Due(board.Version).GroupBy(w => (w.Reader.Culture.Name, w.Reader.OpensTexts, w.Form)))
        {
            var frame = await FrameOf(board, readers.Key, readers.First().Reader);
            foreach (var watcher in readers)
            {
                watcher.Send(frame);
            }
        }
    }

    /// <summary>Everybody, once the board has moved; else those who are new, so that a thousand who come at once are not shown it a thousand times each.</summary>
    private List<BoardWatcher> Due(long version)
    {
        lock (_door)
        {
            var due = version == _shownTo ? _newcomers : [.. _watchers ?? []];
            (_newcomers, _shownTo) = ([], version);
            return due;
        }
    }

    private async Task<BoardFrame> FrameOf(Board board, (string, bool, BoardForm Form) audience, Reader reader)
    {
        var known = _shown.TryGetValue(audience, out var shown);
        if (known && shown.Frame.Version == board.Version && sources.Clock.GetElapsedTime(shown.At) < Fresh)
        {
            return shown.Frame;
        }

        using var place = await sources.Share.Take(default);
        var view = await sources.Presentation.View(board, reader, crisis, default);
        var frame = await audience.Form.Frame(view, reader, known ? shown.Frame : null);
        _shown[audience] = (frame, sources.Clock.GetTimestamp());
        return frame;
    }
}
