using System.Buffers.Text;
using System.Diagnostics;

namespace CrisisCommand.Benchmarks;

/// <summary>When a watcher had a whole frame: by the stopwatch that also times the answers, and by the wall clock that stamps facts.</summary>
internal readonly record struct Arrival(long Version, long Ticks, DateTimeOffset At, DateTimeOffset RecordedAt);

/// <summary>One open board stream. It looks at each frame as little as it can: two hundred of them share the machine with the product.</summary>
internal sealed class Watcher
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _filled;

    public List<Arrival> Arrivals { get; } = [];

    /// <summary>The largest and the smallest frame, in bytes.</summary>
    public int Largest { get; private set; }

    public int Smallest { get; private set; } = int.MaxValue;

    public async Task Read(Stream stream, CancellationToken token)
    {
        while (true)
        {
            if (_filled == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            var read = await stream.ReadAsync(_buffer.AsMemory(_filled), token);
            if (read == 0)
            {
                return;
            }

            _filled += read;
            TakeFrames();
        }
    }

    private void TakeFrames()
    {
        var rest = _buffer.AsSpan(0, _filled);
        for (var end = rest.IndexOf("\n\n"u8); end >= 0; end = rest.IndexOf("\n\n"u8))
        {
            Take(rest[..end]);
            rest = rest[(end + 2)..];
        }

        rest.CopyTo(_buffer);
        _filled = rest.Length;
    }

    private void Take(ReadOnlySpan<byte> frame)
    {
        if (frame.StartsWith("id: "u8) && Utf8Parser.TryParse(frame[4..], out long version, out _))
        {
            (Largest, Smallest) = (Math.Max(Largest, frame.Length), Math.Min(Smallest, frame.Length));
            Arrivals.Add(new(version, Stopwatch.GetTimestamp(), TimeProvider.System.GetUtcNow(), RecordedAt(frame)));
        }
    }

    // The first one in the frame is the board's own: when its last fact was recorded.
    private static DateTimeOffset RecordedAt(ReadOnlySpan<byte> frame)
    {
        var name = "\"recordedAt\":\""u8;
        if (frame.IndexOf(name) is not (>= 0 and var at))
        {
            return default; // the page's form, which is not timed by it
        }

        var time = frame[(at + name.Length)..];
        return DateTimeOffset.Parse(
            System.Text.Encoding.UTF8.GetString(time[..time.IndexOf((byte)'"')]),
            System.Globalization.CultureInfo.InvariantCulture
        );
    }
}
