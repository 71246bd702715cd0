using System.Text;

namespace CrisisCommand.Duty;

/// <summary>
/// Which lines of a calendar say when a shift is, whose it is, and in what zone: the others are passed over, so that a broken date of
/// creation or an alarm clock of somebody's program costs nobody the roster. What is no content line at all counts, and is refused.
/// </summary>
internal sealed class CalendarScope
{
    private static readonly Dictionary<string, string[]> Components = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = ["VCALENDAR"],
        ["VCALENDAR"] = ["VEVENT", "VTIMEZONE"],
        ["VEVENT"] = [],
        ["VTIMEZONE"] = ["STANDARD", "DAYLIGHT"],
        ["STANDARD"] = [],
        ["DAYLIGHT"] = [],
    };

    private static readonly string[] Onset = ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"];

    private static readonly Dictionary<string, string[]> Properties = new(StringComparer.OrdinalIgnoreCase)
    {
        ["VCALENDAR"] = [],
        ["VEVENT"] =
        [
            .. new[] { "UID", "SEQUENCE", "STATUS", "RECURRENCE-ID", "SUMMARY", "ATTENDEE" },
            .. new[] { "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE" },
        ],
        ["VTIMEZONE"] = ["TZID"],
        ["STANDARD"] = Onset,
        ["DAYLIGHT"] = Onset,
    };

    private readonly Stack<string> _within = new([""]);

    /// <summary>How deep the reading is in a component that does not count.</summary>
    private int _passed;

    public bool Counts(ReadOnlySpan<byte> line)
    {
        var end = line.IndexOfAny((byte)':', (byte)';');
        var name = end < 0 ? "" : Encoding.ASCII.GetString(line[..end]);
        return name.Equals("BEGIN", StringComparison.OrdinalIgnoreCase) ? Begin(ValueOf(line[(end + 1)..]))
            : name.Equals("END", StringComparison.OrdinalIgnoreCase) ? End()
            : _passed == 0 && (!IsName(name) || !Properties.TryGetValue(_within.Peek(), out var known) || IsOneOf(known, name));
    }

    private bool Begin(string component)
    {
        if (_passed > 0 || (Components.TryGetValue(_within.Peek(), out var known) && _within.Count > 1 && !IsOneOf(known, component)))
        {
            _passed++;
            return false;
        }

        _within.Push(component);
        return true;
    }

    /// <summary>Whether it ends what it should is its reader's to see.</summary>
    private bool End()
    {
        if (_passed > 0)
        {
            _passed--;
            return false;
        }

        _ = _within.Count > 1 ? _within.Pop() : "";
        return true;
    }

    private static string ValueOf(ReadOnlySpan<byte> value) => Encoding.ASCII.GetString(value).Trim();

    private static bool IsName(string name) => name.Length > 0 && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-');

    private static bool IsOneOf(string[] known, string name) => known.Contains(name, StringComparer.OrdinalIgnoreCase);
}
