using System.Globalization;
using System.Text.RegularExpressions;

namespace CrisisCommand.Alarms.Cap;

/// <summary>Reads where the alert applies (CAP 1.2 §3.2.4).</summary>
internal static partial class CapAreaParser
{
    private static readonly char[] Whitespace = [' ', '\t', '\r', '\n'];

    public static CapArea Read(CapElement area, CapFindings findings)
    {
        CapStructure.Check(area, CapSchema.Area, findings);
        var altitude = CapValues.Height(area.Find("altitude"), findings);
        var ceiling = CapValues.Height(area.Find("ceiling"), findings);
        CheckHeights(area, altitude, ceiling, findings);
        return new()
        {
            AreaDesc = CapValues.Text(area.Find("areaDesc"), findings),
            Polygons = [.. area.All("polygon").Select(polygon => Polygon(polygon, findings)).OfType<CapPolygon>()],
            Circles = [.. area.All("circle").Select(circle => Circle(circle, findings)).OfType<CapCircle>()],
            Geocodes = CapValues.Named(area.All("geocode"), findings),
            Altitude = altitude,
            Ceiling = ceiling,
        };
    }

    private static void CheckHeights(CapElement area, decimal? altitude, decimal? ceiling, CapFindings findings)
    {
        if (area.Find("ceiling") is not { } at)
            return;
        if (area.Find("altitude") is null)
            findings.Deviate(CapFaults.CeilingWithoutAltitude, at, "a ceiling means something only with an altitude");
        if (altitude <= ceiling || altitude is null || ceiling is null)
            return;
        var detail = $"the ceiling {at.Trimmed} lies below the altitude";
        // Heights bound a shape; where there was none but words, they bound nothing that anybody could act on wrongly.
        if (ShapesAreProse(area))
            findings.Deviate(CapFaults.InvalidAltitudeCeilingRange, at, detail);
        else
            findings.Refuse(CapFaults.InvalidAltitudeCeilingRange, at, detail);
    }

    private static bool ShapesAreProse(CapElement area)
    {
        var shapes = area.All("polygon").Concat(area.All("circle")).ToList();
        return shapes.Count > 0 && shapes.TrueForAll(IsProse);
    }

    /// <summary>No digit, hence no attempt at coordinates: words about the place, which mislead nobody when left out.</summary>
    private static bool IsProse(CapElement shape) => !shape.Text.Any(char.IsDigit);

    /// <summary>A circle in words is left out; one in numbers that are wrong is refused, since it would point somewhere else.</summary>
    private static CapCircle? Circle(CapElement circle, CapFindings findings)
    {
        if (IsProse(circle))
        {
            findings.Deviate(CapFaults.InvalidCircle, circle, $"{CapStructure.Shown(circle.Text)} has no coordinates; circle left out");
            return null;
        }
        var text = SpacedPoint().Replace(circle.Text, "$1,$2");
        if (text != circle.Text)
            findings.Deviate(CapFaults.SpaceInList, circle, "blanks beside a comma; taken without them");
        if (
            text.Split(Whitespace, StringSplitOptions.RemoveEmptyEntries) is [var centre, var radius]
            && Point(centre) is { } point
            && Number(radius) is { } km and >= 0
        )
            return new(point, km);
        findings.Refuse(CapFaults.InvalidCircle, circle, $"{CapStructure.Shown(circle.Text)} is not latitude,longitude radius");
        return null;
    }

    /// <summary>An unreadable polygon is left out, not refused: the words of the area remain, and real weather offices do send them.</summary>
    private static CapPolygon? Polygon(CapElement polygon, CapFindings findings)
    {
        if (polygon.IsBlank)
        {
            findings.Deviate(CapFaults.EmptyElement, polygon, "polygon is empty");
            return null;
        }
        var pairs = polygon.Text.Split(Whitespace, StringSplitOptions.RemoveEmptyEntries);
        var points = Array.ConvertAll(pairs, Point);
        if (Array.IndexOf(points, null) is var bad and >= 0)
        {
            findings.Deviate(
                CapFaults.InvalidPolygon,
                polygon,
                $"{CapStructure.Shown(pairs[bad])} is no latitude,longitude; polygon left out"
            );
            return null;
        }
        CheckLine([.. points.OfType<CapPoint>()], polygon, findings);
        return new([.. points.OfType<CapPoint>()]);
    }

    private static void CheckLine(CapPoint[] points, CapElement polygon, CapFindings findings)
    {
        if (points.Length < 4)
            findings.Deviate(CapFaults.ShortPolygon, polygon, "a polygon has four points at least");
        if (points[0] != points[^1])
            findings.Deviate(CapFaults.OpenPolygon, polygon, "the last point is not the first");
    }

    private static CapPoint? Point(string pair) =>
        pair.Split(',') is [var latitude, var longitude]
        && Number(latitude) is { } north and >= -90 and <= 90
        && Number(longitude) is { } east and >= -180 and <= 180
            ? new CapPoint(north, east)
            : null;

    private static double? Number(string text)
    {
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        // .NET reads "Infinity" and "NaN" whatever the style.
        return double.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    /// <summary>With decimal points on both sides the comma can be no decimal sign: "1, 2 3" might be a point or half of one.</summary>
    [GeneratedRegex(@"\A\s*([-+]?[0-9]+\.[0-9]+)\s*,\s*([-+]?[0-9]+\.[0-9]+)(?=\s)")]
    private static partial Regex SpacedPoint();
}
