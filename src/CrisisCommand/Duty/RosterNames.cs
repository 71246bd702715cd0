using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ical.Net.CalendarComponents;

namespace CrisisCommand.Duty;

/// <summary>Who an entry speaks of: Grafana OnCall's convention <c>[L1] bob@company.com</c> in SUMMARY, else an ATTENDEE.</summary>
internal static partial class RosterNames
{
    public static int Level(string? summary) =>
        LevelMark.Match(summary ?? "") is { Success: true } mark ? int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    /// <summary>What may name the person, in the order in which it is tried.</summary>
    public static ImmutableArray<string> Of(CalendarEvent source) =>
        [
            .. source
                .Attendees.Select(a => a.Value?.OriginalString ?? "")
                .Select(a => a.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? a["mailto:".Length..] : a)
                .Prepend(LevelMark.Replace(source.Summary ?? "", ""))
                .Select(n => n.Trim().TrimStart('@').Trim())
                .Where(n => n.Length > 0),
        ];

    [GeneratedRegex(@"\A\s*\[L([0-9]{1,2})\]\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LevelMark { get; }
}
