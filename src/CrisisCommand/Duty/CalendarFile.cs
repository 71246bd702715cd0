using System.Text;
using CrisisCommand.Platform.Vocabulary;
using Ical.Net;
using Ical.Net.CalendarComponents;

namespace CrisisCommand.Duty;

/// <summary>The entries of an iCalendar stream, or why it is none. What the entries say is not looked at here.</summary>
internal sealed record CalendarFile(IReadOnlyList<CalendarEvent> Entries, CalendarZones Zones, Refusal? Fault)
{
    /// <param name="token">Ends the reading at the next line.</param>
    public static CalendarFile Read(byte[] bytes, CalendarBounds bounds, CancellationToken token)
    {
        var text = bytes.AsMemory(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        if (bounds.FaultOf(text.Span) is { } fault)
        {
            return Refused(fault);
        }

        using var lines = new CalendarLines(text, token);
        try
        {
            var calendars = CalendarCollection.Load(lines);
            var entries = calendars.SelectMany(c => c.Events).ToList();
            return entries.Count switch
            {
                0 when !lines.BeginsAsCalendar => Unreadable(lines),
                0 => Refused(DutyRefusals.CalendarEmpty),
                _ => new(entries, new(calendars.SelectMany(c => c.TimeZones), token), null),
            };
        }
        // The library throws whatever the .NET type at fault throws: broken lines, dates such as 20261345, rules that it cannot parse.
        catch (Exception broken) when (broken is not (OutOfMemoryException or OperationCanceledException))
        {
            return Unreadable(lines);
        }
    }

    private static CalendarFile Unreadable(CalendarLines lines) =>
        Refused((DutyRefusals.CalendarUnreadable with { Pointer = $"line {lines.Line}" }).With($"{lines.Line}"));

    private static CalendarFile Refused(Refusal fault) => new([], new([], CancellationToken.None), fault);
}
