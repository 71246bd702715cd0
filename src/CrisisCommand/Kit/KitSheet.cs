using System.Globalization;
using System.Text;
using CrisisCommand.Manual;
using CrisisCommand.Timeline.Report;

namespace CrisisCommand.Kit;

/// <summary>
/// The styles of the prints, in the pages themselves: a kit that somebody keeps as a file prints the same when no server is there to ask.
/// </summary>
public static class KitSheet
{
    private static readonly Lazy<string> Kit = new(() => Read("emergency-kit.css"));
    private static readonly Lazy<string> Paper = new(() => Read("paper.css"));

    public static string Of(EmergencyKit kit, KitWording wording, ManualWording cards)
    {
        var style = new StringBuilder(PrintSheet.Style).Append(Kit.Value);
        var edition = wording.Say("edition-line", kit.Number, kit.Plan, kit.PlanVersion, kit.Manual.Version.Short);
        Running(style, wording.Say("title"), kit.Notice, edition, wording);
        foreach (var part in new[] { "calls", "log", "decisions", "situation" })
        {
            style.Append(
                CultureInfo.InvariantCulture,
                $$"""
                @page {{part}} { @top-right { content: {{PrintStyle.Quote(wording.Say(part))}}; } }
                .{{part}} { page: {{part}}; }

                """
            );
        }

        return style.Append(PrintSheet.CardPages(kit.Manual, cards)).ToString();
    }

    public static string Of(PaperShown paper, KitWording wording)
    {
        var style = new StringBuilder(Paper.Value);
        Running(style, paper.State.Title, paper.Notice, PaperWording.Foot(paper, wording), wording);
        var number = wording.Say("paper.number", paper.Sheet.Number);
        return style.Append(CultureInfo.InvariantCulture, $"@page {{ @top-right {{ content: {PrintStyle.Quote(number)}; }} }}").ToString();
    }

    private static void Running(StringBuilder style, string title, string? notice, string foot, KitWording wording) =>
        style.Append(
            CultureInfo.InvariantCulture,
            $$"""
            @page {
              @top-left { content: {{PrintStyle.Quote(title)}}; }
              @top-center { content: {{PrintStyle.Quote(notice ?? "")}}; }
              @bottom-left { content: {{PrintStyle.Quote(foot)}}; }
              @bottom-right { content: {{PrintStyle.Quote(wording.Say("page"))}} " " counter(page) " (" counter(pages) ")"; }
            }

            """
        );

    private static string Read(string name)
    {
        using var stream = typeof(KitSheet).Assembly.GetManifestResourceStream($"CrisisCommand.Kit.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
