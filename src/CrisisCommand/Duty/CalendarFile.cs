using System.Text;
using CrisisCommand.Platform;
using Ical.Net;
using Ical.Net.CalendarComponents;

namespace CrisisCommand.Duty;

/// <summary>The entries of an iCalendar stream, or why it is none. What the entries say is not looked at here.</summary>
internal sealed record CalendarFile(IReadOnlyList<CalendarEvent> Entries, Refusal? Fault)
{
    /// <summary>More entries than a layer's roster has in years, one for every shift.</summary>
    private const int MostEntries = 5_000;

    public static CalendarFile Read(byte[] bytes)
    {
        using var lines = new CountingReader(bytes);
        try
        {
            var entries = CalendarCollection.Load(lines).SelectMany(c => c.Events).ToList();
            return entries.Count switch
            {
                0 when !lines.BeginsAsCalendar => Unreadable(lines),
                0 => new([], DutyRefusals.CalendarEmpty),
                > MostEntries => new([], DutyRefusals.TooMany.With($"{MostEntries}")),
                _ => new(entries, null),
            };
        }
        // The library throws whatever the .NET type at fault throws: broken lines, dates such as 20261345, rules that it cannot parse.
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return Unreadable(lines);
        }
    }

    private static CalendarFile Unreadable(CountingReader lines) =>
        new([], (DutyRefusals.CalendarUnreadable with { Pointer = $"line {lines.Line}" }).With($"{lines.Line}"));

    /// <summary>Counts the lines, since the library does not say where it stopped. Bytes that are no UTF-8 end the reading.</summary>
    private sealed class CountingReader(byte[] bytes) : TextReader
    {
        private readonly StreamReader _text = new(
            new MemoryStream(bytes),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
        );

        private int _read;
        private bool _atEnd;

        /// <summary>The line looked at: to know that it is not folded, the one after it was read already.</summary>
        public int Line => _atEnd ? _read : _read - 1;

        public bool BeginsAsCalendar { get; private set; }

        public override string? ReadLine()
        {
            var line = _text.ReadLine();
            _read += line is null ? 0 : 1;
            _atEnd |= line is null;
            BeginsAsCalendar |= line?.Trim().Equals("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase) ?? false;
            return line;
        }

        protected override void Dispose(bool disposing)
        {
            _text.Dispose();
            base.Dispose(disposing);
        }
    }
}
