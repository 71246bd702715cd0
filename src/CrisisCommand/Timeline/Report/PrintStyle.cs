using System.Globalization;
using System.Text;
using CrisisCommand.Timeline.Staffing;

namespace CrisisCommand.Timeline.Report;

/// <summary>The running header and footer of the printed pages, which CSS wants as strings in its margin boxes.</summary>
public static class PrintStyle
{
    private static readonly Lazy<string> Sheet = new(() =>
    {
        using var stream = typeof(PrintStyle).Assembly.GetManifestResourceStream("CrisisCommand.Timeline.after-action.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    });

    /// <summary>The style sheet of one report, with the line endings that a browser hashes it with.</summary>
    public static string Of(AfterAction report, ReportWording wording) => Sheet.Value + Margins(report, wording).ReplaceLineEndings("\n");

    private static string Margins(AfterAction report, ReportWording wording) =>
        $$"""
            @page {
              @top-left { content: {{Quote(report.Crisis.Title)}}; }
              @top-center { content: {{Quote(report.Notice ?? "")}}; }
              @top-right { content: {{Quote(wording.Say("realm." + (report.Notice is null ? "live" : "exercise"), report.Realm))}}; }
              @bottom-left { content: {{Quote(wording.Say("footer", report.CrisisId, report.Version))}}; }
              @bottom-right { content: {{Quote(wording.Say("page") + " ")}} counter(page) " (" counter(pages) ")"; }
            }
            """;

    /// <summary>
    /// Any text as a CSS string: every sign but plain letters, digits and spaces as a hexadecimal escape with the space that ends it (CSS Syntax 3 §4.3.7), so that
    /// neither the string, nor the rule, nor the style element can be left from within.
    /// </summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var sign in text.EnumerateRunes())
        {
            if (sign.IsAscii && (Rune.IsLetterOrDigit(sign) || sign.Value == ' '))
            {
                quoted.Append(sign.ToString());
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\{Math.Max(sign.Value, 1):x} ");
            }
        }

        return quoted.Append('"').ToString();
    }
}
