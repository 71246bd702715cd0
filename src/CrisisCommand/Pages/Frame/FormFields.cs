using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Primitives;

namespace CrisisCommand.Pages.Frame;

/// <summary>
/// The fields of a form as the JSON of a command. A field is named as the command's, with its type where that is no string:
/// <c>dueAt:time</c> (date and time of day in Stockholm), <c>dueAt:minutes</c> (from now), <c>basis:list</c>, <c>number:number</c>, <c>verified:flag</c>.
/// What is empty is left out, or null where the form names it in <c>_clears</c>; names that begin with an underscore are the form's own.
/// </summary>
public static class FormFields
{
    /// <summary>A century: further from now nobody means minutes, and the calendar ends.</summary>
    private const int MostMinutes = 100 * 366 * 24 * 60;

    private const string Clears = "_clears";

    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    public static (JsonObject Content, IReadOnlyList<(string Pointer, Refusal Fault)> Faults) Read(
        IEnumerable<KeyValuePair<string, StringValues>> fields,
        DateTimeOffset now
    )
    {
        var all = fields.ToList();
        var (content, faults) = (Cleared(all), new List<(string, Refusal)>());
        foreach (var (field, values) in all.Where(f => !f.Key.StartsWith('_')))
        {
            var given = values.Select(v => v?.Trim() ?? "").Where(v => v.Length > 0).ToList();
            if (given.Count == 0)
            {
                continue;
            }

            var (name, type) = field.Split(':', 2) is [var n, var t] ? (n, t) : (field, "");
            var (value, fault) = ValueOf(type, given, now);
            if (fault is not null)
            {
                faults.Add(($"#/{name}", fault.With(given[^1])));
            }
            else
            {
                content[name] = value;
            }
        }

        return (content, faults);
    }

    private static JsonObject Cleared(IEnumerable<KeyValuePair<string, StringValues>> fields) =>
        new(
            fields
                .Where(f => f.Key == Clears)
                .SelectMany(f => $"{f.Value}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Distinct()
                .Select(name => KeyValuePair.Create(name, (JsonNode?)null))
        );

    /// <summary>What was typed and chosen, for telling whether the same form came again: "in 15 minutes" is the same a second later.</summary>
    public static byte[] Sent(IEnumerable<KeyValuePair<string, StringValues>> fields) =>
        JsonSerializer.SerializeToUtf8Bytes(fields.Where(f => !f.Key.StartsWith('_')).Select(f => new[] { f.Key }.Concat(f.Value)));

    /// <summary>
    /// A time of day as a person means it. In the hour that the clock goes through twice it is the later one that has been, as a log is
    /// written of what just was; in the hour that it skips there is no such time.
    /// </summary>
    public static DateTimeOffset? LocalTime(string text, DateTimeOffset now)
    {
        if (!DateTime.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        // At the ends of the calendar there is no such time in UTC.
        if (local.Year is <= 1 or >= 9999 || Stockholm.IsInvalidTime(local))
        {
            return null;
        }

        var offsets = Stockholm.IsAmbiguousTime(local) ? Stockholm.GetAmbiguousTimeOffsets(local) : [Stockholm.GetUtcOffset(local)];
        var times = offsets.Select(offset => new DateTimeOffset(local, offset).ToUniversalTime()).Order().ToList();
        return times.LastOrDefault(time => time <= now, times[0]);
    }

    private static (JsonNode? Value, Refusal? Fault) ValueOf(string type, List<string> given, DateTimeOffset now)
    {
        var last = given[^1];
        return type switch
        {
            "time" => LocalTime(last, now) is { } time ? (Iso(time), null) : (null, PageRefusals.NoTime),
            "minutes" => Number(last) is { } minutes and >= -MostMinutes and <= MostMinutes
                ? (Iso(now.AddMinutes(minutes)), null)
                : (null, PageRefusals.NoNumber),
            "number" => Number(last) is { } number ? (number, null) : (null, PageRefusals.NoNumber),
            "flag" => (last == "true", null),
            "list" => (new JsonArray([.. given.Select(v => (JsonNode)v)]), null),
            _ => (last, null),
        };
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
