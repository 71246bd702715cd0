using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CrisisCommand.Duty;

/// <summary>
/// The content lines of an iCalendar stream: unfolded octet by octet and only then decoded (RFC 5545 §3.1: a line may be folded within a
/// letter), without those that say nothing about a shift. Bytes of a line that counts and is no UTF-8 end the reading.
/// </summary>
/// <param name="calendar">Without a byte order mark.</param>
/// <param name="token">Ends the reading at the next line.</param>
internal sealed class CalendarLines(ReadOnlyMemory<byte> calendar, CancellationToken token) : TextReader
{
    private readonly CalendarScope _scope = new();
    private readonly List<(int Offset, int Line)> _folds = [];
    private readonly ArrayBufferWriter<byte> _unfolded = new();
    private ReadOnlyMemory<byte> _rest = calendar;
    private int _physical;
    private int _before;
    private int _current;
    private int? _broken;

    /// <summary>
    /// The line looked at, as an editor numbers it: where the reading stopped. To know that a line goes no further its reader has asked for the
    /// one after it already.
    /// </summary>
    public int Line =>
        _broken
        ?? (
            _rest.IsEmpty && _before == _current ? _physical
            : _before == 0 ? _current
            : _before
        );

    public bool BeginsAsCalendar { get; private set; }

    public override string? ReadLine()
    {
        while (Unfold())
        {
            token.ThrowIfCancellationRequested();
            if (_scope.Counts(_unfolded.WrittenSpan))
            {
                (_before, _current) = (_current, _folds[0].Line);
                var line = Decode(_unfolded.WrittenSpan);
                BeginsAsCalendar |= line.Trim().Equals("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase);
                return line;
            }
        }

        _before = _current;
        return null;
    }

    /// <summary>The next line with all that is folded to it; false at the end.</summary>
    private bool Unfold()
    {
        _unfolded.ResetWrittenCount();
        _folds.Clear();
        while (!_rest.IsEmpty && (_folds.Count == 0 || _rest.Span[0] is (byte)' ' or (byte)'\t'))
        {
            var line = Take();
            _folds.Add((_unfolded.WrittenCount, _physical));
            _unfolded.Write(_folds.Count == 1 ? line.Span : line.Span[1..]);
        }

        return _folds.Count > 0;
    }

    private ReadOnlyMemory<byte> Take()
    {
        _physical++;
        var span = _rest.Span;
        var end = span.IndexOfAny((byte)'\n', (byte)'\r');
        var line = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? default : _rest[(end + (span[end..] is [(byte)'\r', (byte)'\n', ..] ? 2 : 1))..];
        return line;
    }

    private string Decode(ReadOnlySpan<byte> octets)
    {
        var letters = new char[octets.Length];
        if (Utf8.ToUtf16(octets, letters, out var read, out var written, replaceInvalidSequences: false) == OperationStatus.Done)
        {
            return new(letters, 0, written);
        }

        _broken = _folds.Last(f => f.Offset <= read).Line;
        throw new DecoderFallbackException();
    }
}
