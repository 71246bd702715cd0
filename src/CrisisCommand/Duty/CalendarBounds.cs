using System.Text;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Duty;

/// <summary>
/// How large a calendar may be, section <c>Duty:Calendar</c>: far more than a roster of years, and little enough to be read in seconds. Looked
/// at before anything is made of the calendar, octet by octet, so that what is refused has cost next to nothing.
/// </summary>
public sealed record CalendarBounds
{
    public int Lines { get; init; } = 150_000;

    /// <summary>Octets of one line, unfolded (RFC 5545 §3.1).</summary>
    public int LineOctets { get; init; } = 250_000;

    /// <summary>Octets of one RRULE, unfolded: the longest that says each day of the year once has two thousand.</summary>
    public int RuleOctets { get; init; } = 2_500;

    /// <summary>VEVENT, one for every shift.</summary>
    public int Entries { get; init; } = 5_000;

    /// <summary>Of every kind: entries, their alarms, zones with what they observe.</summary>
    public int Components { get; init; } = 20_000;

    /// <summary>How deep components lie in each other; a calendar has three levels.</summary>
    public int Depth { get; init; } = 8;

    /// <summary>RDATE, EXDATE and EXRULE together, one for every date in them.</summary>
    public int Dates { get; init; } = 10_000;

    /// <summary>How long a calendar may be reckoned with.</summary>
    public double Seconds { get; init; } = 10;

    /// <summary>Null where the calendar may be read.</summary>
    public Refusal? FaultOf(ReadOnlySpan<byte> calendar) => new CalendarMeasure(this).Read(calendar);
}

/// <summary>What one calendar comes to, line by line, until it is too much.</summary>
internal sealed class CalendarMeasure(CalendarBounds bounds)
{
    private int _line;
    private int _entries;
    private int _components;
    private int _depth;
    private int _dates;
    private int _octets;
    private LineKind _kind;

    private enum LineKind
    {
        Other,
        Dates,
        Rule,
    }

    public Refusal? Read(ReadOnlySpan<byte> calendar)
    {
        // Whatever ends a line for whoever reads it afterwards, ends it here: LF, CR, or both.
        while (!calendar.IsEmpty)
        {
            var end = calendar.IndexOfAny((byte)'\n', (byte)'\r');
            var line = end < 0 ? calendar : calendar[..end];
            calendar = end < 0 ? [] : calendar[(end + (calendar[end..] is [(byte)'\r', (byte)'\n', ..] ? 2 : 1))..];
            _line++;
            if (Take(line) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private Refusal? Take(ReadOnlySpan<byte> line)
    {
        // A line that begins with a blank goes on with the one before it.
        var goesOn = line is [(byte)' ' or (byte)'\t', ..];
        _octets = goesOn ? _octets + line.Length - 1 : line.Length;
        if (!goesOn)
        {
            Begin(line);
        }

        _dates += _kind == LineKind.Dates ? line.Count((byte)',') : 0;
        return _line > bounds.Lines ? Refuse("lines", bounds.Lines)
            : _octets > bounds.LineOctets ? Refuse("line", bounds.LineOctets)
            : _kind == LineKind.Rule && _octets > bounds.RuleOctets ? Refuse("rule", bounds.RuleOctets)
            : _entries > bounds.Entries ? DutyRefusals.TooMany.With($"{bounds.Entries}") with { Pointer = $"line {_line}" }
            : _components > bounds.Components ? Refuse("components", bounds.Components)
            : _depth > bounds.Depth ? Refuse("depth", bounds.Depth)
            : _dates > bounds.Dates ? Refuse("dates", bounds.Dates)
            : null;
    }

    private void Begin(ReadOnlySpan<byte> line)
    {
        var end = line.IndexOfAny((byte)':', (byte)';');
        var name = end < 0 ? line : line[..end];
        if (Is(name, "BEGIN"u8))
        {
            _components++;
            _depth++;
            _entries += Is(line[(end + 1)..].Trim((byte)' '), "VEVENT"u8) ? 1 : 0;
        }

        _depth -= Is(name, "END"u8) && _depth > 0 ? 1 : 0;
        _kind =
            Is(name, "RDATE"u8) || Is(name, "EXDATE"u8) || Is(name, "EXRULE"u8) ? LineKind.Dates
            : Is(name, "RRULE"u8) ? LineKind.Rule
            : LineKind.Other;
        _dates += _kind == LineKind.Dates ? 1 : 0;
    }

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> wanted) => Ascii.EqualsIgnoreCase(name, wanted);

    private Refusal Refuse(string what, int most) =>
        (DutyRefusals.BeyondBounds.As(what) with { Pointer = $"line {_line}" }).With($"{_line}", $"{most}");
}
