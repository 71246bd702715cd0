using System.Threading.Channels;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Boards;

/// <summary>One reader of one board. It holds the newest frame until it is read, never two: a slow reader skips to the newest.</summary>
public sealed class BoardWatcher(BoardFeed feed, Reader reader, BoardForm form) : IDisposable
{
    private static uint _watchers;

    private readonly Lock _door = new();
    private readonly Channel<BoardFrame> _frames = Channel.CreateBounded<BoardFrame>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );

    /// <summary>Those who come one after the other have turns one after the other.</summary>
    public uint Turn { get; } = Interlocked.Increment(ref _watchers);

    public Reader Reader => reader;

    public BoardForm Form => form;

    public ChannelReader<BoardFrame> Frames => _frames.Reader;

    public void Send(BoardFrame frame)
    {
        lock (_door)
        {
            _frames.Writer.TryWrite(frame);
        }
    }

    /// <summary>Time to say something, unless there is something to be said anyway.</summary>
    public void Beat()
    {
        lock (_door)
        {
            if (_frames.Reader.Count == 0)
            {
                _frames.Writer.TryWrite(BoardFrame.Beat);
            }
        }
    }

    public void Dispose() => feed.Leave(this);
}
