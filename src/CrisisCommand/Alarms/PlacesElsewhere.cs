using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;

namespace CrisisCommand.Alarms;

/// <summary>Places as Swedish warnings name them.</summary>
/// <param name="OrdinaryWords">Municipalities that are meant only where the text says so: "Bergs kommun", not "Berg".</param>
/// <param name="Regions">Provinces that no county is called by, and waters.</param>
/// <param name="Directions">What may stand before a name and leaves it where it is.</param>
/// <param name="Parts">What may stand behind it.</param>
public sealed record PlaceNames(
    IReadOnlyList<string> Municipalities,
    IReadOnlyList<string> OrdinaryWords,
    IReadOnlyList<string> Counties,
    IReadOnlyList<string> Regions,
    IReadOnlyList<string> Directions,
    IReadOnlyList<string> Parts
);

/// <summary>
/// Whether an alarm is certainly for other places than ours. By shape where there is one, which is out of our bounds however it is read; else by
/// the official code of a municipality or county; else by names, every one of which must be known to be another's (the table is
/// <c>Alarms/places-elsewhere.json</c>). What is not certain may be ours.
/// </summary>
public static partial class PlacesElsewhere
{
    private const double KmPerDegree = 111.2;

    private static readonly PlaceNames Table = Load();

    /// <summary>Folded, as they may stand in a text.</summary>
    private static readonly FrozenSet<string> Names = Forms(Table).Select(Lookalikes.Fold).ToFrozenSet();

    public static bool AreMeant(CapInfo info, ReferenceData reference) =>
        reference.Municipality is { } own && info.Areas.Count > 0 && info.Areas.All(area => IsElsewhere(info, area, own));

    private static bool IsElsewhere(CapInfo info, CapArea area, Municipality own)
    {
        var shapes = area.Polygons.Select(BoundsOf).Concat(area.Circles.Select(BoundsOf)).ToList();
        return own.Bounds is { } ours && shapes.Count > 0 ? !shapes.Exists(shape => Touch(shape, ours) || Touch(Swapped(shape), ours))
            : CodesOf(area).ToList() is { Count: > 0 } codes ? !codes.Exists(code => own.Code.StartsWith(code, StringComparison.Ordinal))
            : WordsOf(info, area) is { } words && AreElsewhere(words, own);
    }

    /// <summary>The weather service numbers its districts, and calls the warning by the district's name.</summary>
    private static string? WordsOf(CapInfo info, CapArea area) =>
        area.AreaDesc is { Length: > 0 } words && words.All(char.IsAsciiDigit) ? info.Headline : area.AreaDesc;

    private static bool AreElsewhere(string words, Municipality own)
    {
        var mine = own.Names.Select(Lookalikes.Fold).ToHashSet();
        var named = Between().Split(Beside().Replace(Lookalikes.Fold(words), "")).Select(Bare).Where(w => w.Length > 0).ToList();
        return named.Count > 0 && named.TrueForAll(name => Names.Contains(name) && !IsForm(name));

        // "Stockholm län" as well as "Stockholms län": in whatever form our own name stands, it may be ours.
        bool IsForm(string name) =>
            mine.Contains(name)
            || mine.Any(m => name.StartsWith(m + " ", StringComparison.Ordinal) || name.StartsWith(m + "s ", StringComparison.Ordinal));
    }

    /// <summary>Of municipalities and counties, as Statistics Sweden numbers them; what other systems number is no such code.</summary>
    private static IEnumerable<string> CodesOf(CapArea area) =>
        from code in area.Geocodes
        let name = Lookalikes.Fold(code.ValueName)
        let value = code.Value.Trim()
        where
            (name.Contains("kommun", StringComparison.Ordinal) || name.Contains("municipal", StringComparison.Ordinal))
                && Municipal().IsMatch(value)
            || (name.Contains("län", StringComparison.Ordinal) || name.Contains("county", StringComparison.Ordinal))
                && County().IsMatch(value)
        select value;

    private static Bounds BoundsOf(CapPolygon polygon) =>
        new(
            polygon.Points.Min(p => p.Latitude),
            polygon.Points.Min(p => p.Longitude),
            polygon.Points.Max(p => p.Latitude),
            polygon.Points.Max(p => p.Longitude)
        );

    private static Bounds BoundsOf(CapCircle circle)
    {
        var (at, high) = (circle.Centre, circle.RadiusKm / KmPerDegree);
        // Towards the poles degrees of longitude lie closer; there it is round all of them.
        var wide = Math.Min(high / Math.Max(Math.Cos(at.Latitude * Math.PI / 180), 1e-3), 360);
        return new(at.Latitude - high, at.Longitude - wide, at.Latitude + high, at.Longitude + wide);
    }

    /// <summary>Senders who put the longitude first mean a place that may be ours.</summary>
    private static Bounds Swapped(Bounds shape) => new(shape.West, shape.South, shape.East, shape.North);

    private static bool Touch(Bounds one, Bounds other) =>
        one.South <= other.North && one.North >= other.South && one.West <= other.East && one.East >= other.West;

    /// <summary>The name alone, without which part of it is meant.</summary>
    private static string Bare(string said)
    {
        var name = said.Trim();
        if (Names.Contains(name))
        {
            return name;
        }

        var from = Table.Directions.FirstOrDefault(d => name.StartsWith(d + " ", StringComparison.Ordinal)) is { } before
            ? name[(before.Length + 1)..]
            : name;
        return Table.Parts.FirstOrDefault(p => from.EndsWith(" " + p, StringComparison.Ordinal)) is { } behind
            ? from[..^(behind.Length + 1)]
            : from;
    }

    private static IEnumerable<string> Forms(PlaceNames table) =>
        table
            .Municipalities.Concat(table.OrdinaryWords)
            .SelectMany(name => new[] { $"{name} kommun", $"{Genitive(name)} kommun", $"{name} stad", $"{Genitive(name)} stad" })
            .Concat(table.Municipalities)
            .Concat(table.Counties.SelectMany(name => new[] { name, $"{name} län", $"{Genitive(name)} län" }))
            .Concat(table.Regions);

    private static string Genitive(string name) => name[^1] is 's' or 'x' or 'z' ? name : name + "s";

    private static PlaceNames Load()
    {
        using var stream = typeof(PlacesElsewhere).Assembly.GetManifestResourceStream("CrisisCommand.Alarms.places-elsewhere.json")!;
        return JsonSerializer.Deserialize(stream, PlaceNamesJson.Default.PlaceNames)!;
    }

    [GeneratedRegex(@"[,;/]|\boch\b|\bsamt\b|\band\b")]
    private static partial Regex Between();

    /// <summary>What a name is explained by, and what is excepted from it.</summary>
    [GeneratedRegex(@"\([^)]*\)|\butom\b[^,;/]*")]
    private static partial Regex Beside();

    /// <summary>The number of its county, and its own.</summary>
    [GeneratedRegex(@"\A(0[13-9]|1[0234789]|2[0-5])\d\d\z")]
    private static partial Regex Municipal();

    [GeneratedRegex(@"\A(0[13-9]|1[0234789]|2[0-5])\z")]
    private static partial Regex County();
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PlaceNames))]
internal sealed partial class PlaceNamesJson : JsonSerializerContext;
