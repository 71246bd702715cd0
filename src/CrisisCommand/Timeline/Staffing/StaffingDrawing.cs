using System.Xml.Linq;

namespace CrisisCommand.Timeline.Staffing;

/// <summary>One drawing of one proof: axis, rows, marks and legend, and the words for who cannot see it.</summary>
internal sealed class StaffingDrawing(StaffingProofShown proof, ReportWording wording)
{
    private const double Right = 78;
    private const double Top = 22;
    private const double Row = 32;
    private const double Legend = 46;

    private readonly StaffingPatterns _patterns = new("staffing");
    private readonly TimeScale _scale = new(proof.From, proof.Until, Right, wording);

    private double Bottom => Top + (proof.Functions.Count * Row);

    public XElement Whole()
    {
        var svg = Svg.Drawing("staffing", Bottom + TimeScale.Axis + Legend, Title(), Description(), _patterns.All());
        svg.Add(Heading(), _scale.Grid(Top, Bottom));
        svg.Add(proof.Functions.Select((f, i) => Function(f, Top + (i * Row))));
        svg.Add(End(), new ChartLegend(wording).At(0, Bottom + TimeScale.Axis + 10, ChartLegend.Staffing(_patterns)));
        return svg;
    }

    private string Title() => (proof.Notice is { } notice ? notice + ": " : "") + wording.Say("chart.title");

    private string Description() =>
        wording.Say(
            "chart.desc",
            proof.Functions.Count,
            wording.Minute(proof.From),
            wording.Minute(proof.Until),
            wording.Share(proof.Totals.ShareStaffed),
            wording.Duration(proof.Totals.LongestVacancySeconds)
        );

    private IEnumerable<XElement> Heading() =>
        [
            .. proof.Notice is { } notice
                ? [Svg.Text(0, 13, notice, 11, ("font-weight", "bold"), ("fill", Svg.Alarm))]
                : Array.Empty<XElement>(),
            Svg.Text(TimeScale.Width, 13, wording.Say("chart.staffed"), 9, ("text-anchor", "end")),
        ];

    private IEnumerable<XElement> Function(FunctionStaffing function, double y)
    {
        yield return Svg.Line(0, y, TimeScale.Width, y, Svg.Grid, 0.6);
        foreach (var label in Label(function.Function.Name, y))
        {
            yield return label;
        }

        foreach (var (interval, i) in function.Intervals.Select((interval, i) => (interval, i)))
        {
            yield return new StaffingBar(wording, _patterns, BarSize.Usual).Draw(
                interval,
                _scale.X(interval.From),
                _scale.X(interval.To ?? proof.Until),
                y,
                i % 2 == 0
            );
        }

        yield return Svg.Text(TimeScale.Width, y + 15, wording.Share(function.Totals.ShareStaffed), 10, ("text-anchor", "end"));
        if (function.Totals.LongestVacancySeconds > 0)
        {
            var longest = wording.Say("chart.longest", wording.Brief(function.Totals.LongestVacancySeconds));
            yield return Svg.Text(TimeScale.Width, y + 26, longest, 8, ("text-anchor", "end"), ("fill", "#444"));
        }
    }

    /// <summary>One line where it fits, else two; what is longer still is cut.</summary>
    private static IEnumerable<XElement> Label(string name, double y)
    {
        if (Svg.Width(name, 10) <= TimeScale.Left - 8)
        {
            return [Svg.Text(0, y + 20, name)];
        }

        var most = (int)((TimeScale.Left - 8) / Svg.Width("n", 10));
        var cut = name.LastIndexOf(' ', Math.Min(most, name.Length - 1)) is var blank and > 0 ? blank : most;
        var rest = name[cut..].Trim();
        return [Svg.Text(0, y + 14, name[..cut]), Svg.Text(0, y + 26, rest.Length > most ? rest[..(most - 1)] + "…" : rest)];
    }

    private IEnumerable<XElement> End()
    {
        yield return Svg.Line(0, Bottom, TimeScale.Width, Bottom, Svg.Ink, 0.8);
        if (proof.StoodDown)
        {
            yield return Svg.Line(_scale.X(proof.Until), Top - 4, _scale.X(proof.Until), Bottom + 4, Svg.Ink, 1.2);
        }

        var end = wording.Say(proof.StoodDown ? "chart.stood-down" : "chart.so-far", wording.TimeOfDay(proof.Until));
        yield return Svg.Text(TimeScale.Width - Right, Top - 9, end, 9, ("text-anchor", "end"));
    }
}
