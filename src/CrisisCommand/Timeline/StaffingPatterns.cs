using System.Xml.Linq;

namespace CrisisCommand.Timeline;

/// <summary>What tells held, vacant and silent apart, in colour and without it; and the marks by which a function passed.</summary>
internal static class StaffingPatterns
{
    public const string Held = "#dce6f2";
    public const string HeldToo = "#b9cce4";
    public const string Vacant = "url(#staffing-vacant)";
    public const string NobodyLeft = "url(#staffing-nobody)";
    public const string Silent = "url(#staffing-silent)";

    public static string Of(VacancyReason reason) => reason == VacancyReason.NobodyLeft ? NobodyLeft : Vacant;

    public static XElement All() =>
        Svg.Element(
            "defs",
            Hatch("staffing-vacant", "M0,6 L6,0 M-1,1 L1,-1 M5,7 L7,5", Svg.Alarm, 0.9),
            Hatch("staffing-nobody", "M0,6 L6,0 M-1,1 L1,-1 M5,7 L7,5 M0,0 L6,6", Svg.Alarm, 1.5),
            Hatch("staffing-silent", "M1,0 V6 M4,0 V6", Svg.Ink, 1.2)
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

/// <summary>What the fills and marks mean.</summary>
internal sealed class StaffingLegend(ReportWording wording)
{
    private const double Column = 172;
    private const double Line = 16;
    private const int Columns = 4;

    public IEnumerable<XElement> At(double left, double top)
    {
        XElement[][] signs =
        [
            [Swatch(StaffingPatterns.Held)],
            [Swatch(StaffingPatterns.Vacant)],
            [Swatch(StaffingPatterns.NobodyLeft)],
            [Swatch(StaffingPatterns.Silent)],
            [StaffingPatterns.Mark(Passing.HandedOver, 9, 8)!],
            [StaffingPatterns.Mark(Passing.TakenOver, 9, 8)!],
            [StaffingPatterns.Mark(Passing.Reorganised, 9, 8)!],
        ];
        string[] keys = ["held", "vacant", "nobody-left", "silent", "handed-over", "taken-over", "reorganised"];
        return signs
            .Zip(keys)
            .Select((pair, i) => Item(pair.First, pair.Second, left + (i % Columns * Column), top + (i / Columns * Line)));
    }

    private XElement Item(XElement[] sign, string key, double x, double y)
    {
        var item = Svg.Shape("g", ("transform", FormattableString.Invariant($"translate({x:0.##},{y:0.##})")));
        item.Add(sign, Svg.Text(23, 8.5, wording.Say("legend." + key), 9));
        return item;
    }

    private static XElement Swatch(string fill) =>
        Svg.Shape("rect", ("width", 18), ("height", 10), ("fill", fill), ("stroke", Svg.Ink), ("stroke-width", 0.6));
}
