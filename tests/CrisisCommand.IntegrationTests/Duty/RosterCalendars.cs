using System.Net;
using System.Text;

namespace CrisisCommand.IntegrationTests.Duty;

internal static class RosterCalendars
{
    /// <summary>Nights from 17 to 8, over a summer and a winter time that both lie ahead whenever the tests run.</summary>
    public const string Nights =
        "DTSTART;TZID=Europe/Stockholm:20260101T170000\nDTEND;TZID=Europe/Stockholm:20260102T080000\nRRULE:FREQ=DAILY\nSUMMARY:[L1] staff-1";

    /// <summary>A layer that no other test speaks of.</summary>
    public static string NewLayer() => $"layer-{Fresh.Id():N}";

    public static byte[] Of(params string[] entries) =>
        Encoding.UTF8.GetBytes(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//SV\r\n"
                + string.Concat(entries.Select((e, n) => $"BEGIN:VEVENT\r\nUID:e{n}\r\n{e.Replace("\n", "\r\n")}\r\nEND:VEVENT\r\n"))
                + "END:VCALENDAR\r\n"
        );

    public static Task<Reply> Adopt(this Caller caller, string layer, byte[] calendar, string? key = null, string query = "")
    {
        var content = new ByteArrayContent(calendar);
        content.Headers.ContentType = new("text/calendar") { CharSet = "utf-8" };
        return caller.Put($"/duty/rosters/{layer}{query}", content, key);
    }

    public static async Task Adopted(this Caller caller, string layer, params string[] entries) =>
        (await caller.Adopt(layer, Of(entries))).ShouldBe(HttpStatusCode.NoContent);
}
