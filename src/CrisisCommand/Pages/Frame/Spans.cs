using System.Globalization;

namespace CrisisCommand.Pages.Frame;

/// <summary>Spans of time as people say them.</summary>
public static class Spans
{
    /// <summary>How long ago, in the units that matter; span.js says it in the browser, by the same cases (tests/spans.json).</summary>
    public static string Of(TimeSpan span) =>
        span switch
        {
            { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)span.TotalSeconds)} s"),
            { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} min"),
            { TotalHours: < 24 } => With((int)span.TotalHours, "h", span.Minutes, "min"),
            _ => With((int)span.TotalDays, "d", span.Hours, "h"),
        };

    private static string With(int whole, string unit, int rest, string lesser) =>
        rest == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{whole} {unit}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole} {unit} {rest} {lesser}");
}
