using System.Xml.Linq;

namespace CrisisCommand.Timeline.Staffing;

/// <summary>What tells held, vacant and silent apart, in colour and without it; and the marks by which a function passed.</summary>
/// <param name="drawing">Begins the ids of the patterns, which must differ where one page has several drawings.</param>
internal sealed class StaffingPatterns(string drawing)
{
    public const string Held = "#dce6f2";
    public const string HeldToo = "#b9cce4";

    public string Vacant => $"url(#{drawing}-vacant)";
    public string NobodyLeft => $"url(#{drawing}-nobody)";
    public string Silent => $"url(#{drawing}-silent)";

    public string Of(VacancyReason reason) => reason == VacancyReason.NobodyLeft ? NobodyLeft : Vacant;

    public XElement All() =>
        Svg.Element(
            "defs",
            Hatch($"{drawing}-vacant", "M0,6 L6,0 M-1,1 L1,-1 M5,7 L7,5", Svg.Alarm, 0.9),
            Hatch($"{drawing}-nobody", "M0,6 L6,0 M-1,1 L1,-1 M5,7 L7,5 M0,0 L6,6", Svg.Alarm, 1.5),
            Hatch($"{drawing}-silent", "M1,0 V6 M4,0 V6", Svg.Ink, 1.2)
        );

    /// <summary>A handover points onward, a takeover is a lozenge, another plan a square; who simply came has no mark.</summary>
    public static XElement? Mark(Passing passing, double x, double y) =>
        passing switch
        {
            Passing.HandedOver => Solid(FormattableString.Invariant($"M{x - 4:0.##},{y - 6:0.##} h8 l-4,7 z"), Svg.Ink),
            Passing.TakenOver => Solid(FormattableString.Invariant($"M{x:0.##},{y - 7:0.##} l4.5,4.5 l-4.5,4.5 l-4.5,-4.5 z"), Svg.Alarm),
            Passing.Reorganised => Solid(FormattableString.Invariant($"M{x - 3:0.##},{y - 6:0.##} h6 v6 h-6 z"), "#555"),
            _ => null,
        };

    private static XElement Solid(string path, string fill) => Svg.Shape("path", ("d", path), ("fill", fill));

    private static XElement Hatch(string id, string path, string stroke, double width)
    {
        var pattern = Svg.Shape("pattern", ("id", id), ("width", 6), ("height", 6), ("patternUnits", "userSpaceOnUse"));
        pattern.Add(
            Svg.Shape("rect", ("width", 6), ("height", 6), ("fill", "#fff")),
            Svg.Shape("path", ("d", path), ("stroke", stroke), ("stroke-width", width))
        );
        return pattern;
    }
}

/// <summary>What the fills and marks mean: each sign with its wording, four to a line.</summary>
internal sealed class ChartLegend(ReportWording wording)
{
    private const double Line = 16;
    private const double Column = 172;
    private const int Columns = 4;

    public static double Height(int signs) => Math.Ceiling(signs / (double)Columns) * Line;

    public static (XElement Sign, string Key)[] Staffing(StaffingPatterns patterns) =>
        [
            (Swatch(StaffingPatterns.Held), "held"),
            (Swatch(patterns.Vacant), "vacant"),
            (Swatch(patterns.NobodyLeft), "nobody-left"),
            (Swatch(patterns.Silent), "silent"),
            (StaffingPatterns.Mark(Passing.HandedOver, 9, 8)!, "handed-over"),
            (StaffingPatterns.Mark(Passing.TakenOver, 9, 8)!, "taken-over"),
            (StaffingPatterns.Mark(Passing.Reorganised, 9, 8)!, "reorganised"),
        ];

    public IEnumerable<XElement> At(double left, double top, IEnumerable<(XElement Sign, string Key)> signs) =>
        signs.Select((s, i) => Item(s.Sign, s.Key, left + (i % Columns * Column), top + (i / Columns * Line)));

    private XElement Item(XElement sign, string key, double x, double y)
    {
        var item = Svg.Shape("g", ("transform", FormattableString.Invariant($"translate({x:0.##},{y:0.##})")));
        item.Add(sign, Svg.Text(23, 8.5, wording.Say("legend." + key), 9));
        return item;
    }

    private static XElement Swatch(string fill) =>
        Svg.Shape("rect", ("width", 18), ("height", 10), ("fill", fill), ("stroke", Svg.Ink), ("stroke-width", 0.6));
}
