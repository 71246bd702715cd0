using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CrisisCommand.Timeline.Staffing;

/// <summary>
/// The proof of staffing as a drawing: a row per function, a bar per holder, hatched where nobody held it. Shapes and presentation
/// attributes only, no style and no script, so that it is the same in the page, on paper and alone.
/// </summary>
public static class StaffingChart
{
    public const string MediaType = "image/svg+xml";

    /// <summary>The SVG element; everything in it is escaped by the writer.</summary>
    public static string Draw(StaffingProofShown proof, ReportWording wording) =>
        new StaffingDrawing(proof, wording).Whole().ToString(SaveOptions.DisableFormatting);
}

/// <summary>Lengths and shapes that the parts of the drawing share. A unit is about a third of a millimetre on A4.</summary>
internal static class Svg
{
    public const string Ink = "#000";
    public const string Alarm = "#a50000";
    public const string Grid = "#c8c8c8";

    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    /// <summary>A shape with its attributes by name; numbers in the form that SVG reads.</summary>
    public static XElement Shape(string name, params (string Name, object Value)[] attributes) =>
        Element(name, attributes.Select(object? (a) => new XAttribute(a.Name, Value(a.Value))).ToArray());

    public static XElement Text(double x, double y, string text, double size = 10, params (string Name, object Value)[] attributes)
    {
        var shape = Shape("text", [("x", x), ("y", y), ("font-size", size), .. attributes]);
        shape.Add(Clean(text));
        return shape;
    }

    /// <summary>What a reader hears, or sees on pointing.</summary>
    public static XElement Described(XElement shape, string text)
    {
        shape.AddFirst(Element("title", Clean(text)));
        return shape;
    }

    public static XElement Line(double x1, double y1, double x2, double y2, string stroke, double width) =>
        Shape("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", stroke), ("stroke-width", width));

    /// <summary>A drawing of that height, with its title and description for who cannot see it, on white.</summary>
    public static XElement Drawing(string id, double height, string title, string description, XElement patterns)
    {
        var svg = Shape(
            "svg",
            ("viewBox", FormattableString.Invariant($"0 0 {TimeScale.Width} {height}")),
            ("width", "100%"),
            ("role", "img"),
            ("aria-labelledby", $"{id}-title {id}-desc"),
            ("font-family", "'Liberation Sans', Arial, Helvetica, sans-serif"),
            ("fill", Ink)
        );
        svg.Add(Worded("title", $"{id}-title", title), Worded("desc", $"{id}-desc", description));
        svg.Add(patterns, Shape("rect", ("width", TimeScale.Width), ("height", height), ("fill", "#fff")));
        return svg;
    }

    private static XElement Worded(string name, string id, string text)
    {
        var element = Shape(name, ("id", id));
        element.Add(Clean(text));
        return element;
    }

    /// <summary>About how wide a text is: narrow and wide letters of the usual fonts even out.</summary>
    public static double Width(string text, double size) => text.Length * size * 0.54;

    /// <summary>Without what XML cannot hold, which a name may.</summary>
    public static string Clean(string text)
    {
        var kept = text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value));
        return string.Concat(kept.Select(r => r.ToString()));
    }

    private static string Value(object value) =>
        value is double number ? Math.Round(number, 2).ToString(CultureInfo.InvariantCulture) : value.ToString()!;
}
