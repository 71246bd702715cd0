using System.Xml.Linq;

namespace CrisisCommand.Timeline;

/// <summary>One drawing of one proof: axis, rows, marks and legend, and the words for who cannot see it.</summary>
internal sealed class StaffingDrawing(StaffingProofShown proof, ReportWording wording)
{
    private const double Width = 680;
    private const double Left = 138;
    private const double Right = 78;
    private const double Top = 22;
    private const double Row = 32;
    private const double Axis = 34;
    private const double Legend = 46;
    private const int MostTicks = 8;

    // A crisis that was declared this very instant is drawn as a minute, since nothing can be drawn over no time.
    private readonly double _span = Math.Max((proof.Until - proof.From).TotalSeconds, 60);

    private double Bottom => Top + (proof.Functions.Count * Row);

    private double Height => Bottom + Axis + Legend;

    public XElement Whole()
    {
        var svg = Svg.Shape(
            "svg",
            ("viewBox", FormattableString.Invariant($"0 0 {Width} {Height}")),
            ("width", "100%"),
            ("role", "img"),
            ("aria-labelledby", "staffing-title staffing-desc"),
            ("font-family", "'Liberation Sans', Arial, Helvetica, sans-serif"),
            ("fill", Svg.Ink)
        );
        svg.Add(Worded("title", "staffing-title", Title()), Worded("desc", "staffing-desc", Description()));
        svg.Add(StaffingPatterns.All(), Svg.Shape("rect", ("width", Width), ("height", Height), ("fill", "#fff")));
        svg.Add(Heading(), TimeAxis.Of(proof.From, proof.Until, MostTicks, wording).Select(Tick));
        svg.Add(proof.Functions.Select((f, i) => Function(f, Top + (i * Row))));
        svg.Add(End(), new StaffingLegend(wording).At(0, Bottom + Axis + 10));
        return svg;
    }

    private static XElement Worded(string name, string id, string text)
    {
        var element = Svg.Shape(name, ("id", id));
        element.Add(Svg.Clean(text));
        return element;
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
            Svg.Text(Width, 13, wording.Say("chart.staffed"), 9, ("text-anchor", "end")),
        ];

    private IEnumerable<XElement> Tick(Tick tick)
    {
        var x = X(tick.At);
        yield return Line(x, Top, x, Bottom + 4, Svg.Grid, 0.6);
        yield return Svg.Text(x, Bottom + 15, tick.Label, 9, ("text-anchor", "middle"));
        yield return Svg.Text(x, Bottom + 26, tick.Beneath, 9, ("text-anchor", "middle"), ("fill", "#444"));
    }

    private IEnumerable<XElement> Function(FunctionStaffing function, double y)
    {
        yield return Line(0, y, Width, y, Svg.Grid, 0.6);
        foreach (var label in Label(function.Function.Name, y))
        {
            yield return label;
        }

        foreach (var (interval, i) in function.Intervals.Select((interval, i) => (interval, i)))
        {
            yield return new StaffingBar(wording).Draw(interval, X(interval.From), X(interval.To ?? proof.Until), y, i % 2 == 0);
        }

        yield return Svg.Text(Width, y + 15, wording.Share(function.Totals.ShareStaffed), 10, ("text-anchor", "end"));
        if (function.Totals.LongestVacancySeconds > 0)
        {
            var longest = wording.Say("chart.longest", wording.Brief(function.Totals.LongestVacancySeconds));
            yield return Svg.Text(Width, y + 26, longest, 8, ("text-anchor", "end"), ("fill", "#444"));
        }
    }

    /// <summary>One line where it fits, else two; what is longer still is cut.</summary>
    private static IEnumerable<XElement> Label(string name, double y)
    {
        if (Svg.Width(name, 10) <= Left - 8)
        {
            return [Svg.Text(0, y + 20, name)];
        }

        var most = (int)((Left - 8) / Svg.Width("n", 10));
        var cut = name.LastIndexOf(' ', Math.Min(most, name.Length - 1)) is var blank and > 0 ? blank : most;
        var rest = name[cut..].Trim();
        return [Svg.Text(0, y + 14, name[..cut]), Svg.Text(0, y + 26, rest.Length > most ? rest[..(most - 1)] + "…" : rest)];
    }

    private IEnumerable<XElement> End()
    {
        yield return Line(0, Bottom, Width, Bottom, Svg.Ink, 0.8);
        if (proof.StoodDown)
        {
            yield return Line(X(proof.Until), Top - 4, X(proof.Until), Bottom + 4, Svg.Ink, 1.2);
        }

        var end = wording.Say(proof.StoodDown ? "chart.stood-down" : "chart.so-far", wording.TimeOfDay(proof.Until));
        yield return Svg.Text(X(proof.Until), Top - 9, end, 9, ("text-anchor", "end"));
    }

    private static XElement Line(double x1, double y1, double x2, double y2, string stroke, double width) =>
        Svg.Shape("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", stroke), ("stroke-width", width));

    private double X(DateTimeOffset at) => Left + ((at - proof.From).TotalSeconds / _span * (Width - Left - Right));
}
