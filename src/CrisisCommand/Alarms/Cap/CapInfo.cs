namespace CrisisCommand.Alarms.Cap;

/// <summary>What the message says, in one language (CAP 1.2 §3.2.2 info).</summary>
public sealed record CapInfo
{
    /// <summary>CAP's own default where the sender gives no language.</summary>
    public const string DefaultLanguage = "en-US";

    public string Language { get; init; } = DefaultLanguage;
    public CapList<CapTerm<CapCategory>> Categories { get; init; } = [];
    public string? Event { get; init; }
    public CapList<CapTerm<CapResponseType>> ResponseTypes { get; init; } = [];
    public CapTerm<CapUrgency>? Urgency { get; init; }
    public CapTerm<CapSeverity>? Severity { get; init; }
    public CapTerm<CapCertainty>? Certainty { get; init; }
    public string? Audience { get; init; }
    public CapList<CapNamed> EventCodes { get; init; } = [];
    public DateTimeOffset? Effective { get; init; }
    public DateTimeOffset? Onset { get; init; }
    public DateTimeOffset? Expires { get; init; }
    public string? SenderName { get; init; }
    public string? Headline { get; init; }
    public string? Description { get; init; }
    public string? Instruction { get; init; }
    public string? Web { get; init; }
    public string? Contact { get; init; }
    public CapList<CapNamed> Parameters { get; init; } = [];
    public CapList<CapResource> Resources { get; init; } = [];
    public CapList<CapArea> Areas { get; init; } = [];

    /// <summary>Whether the language is this one, whatever its region and form: `sv-SE`, `sv_SE` and `swe` are `sv`.</summary>
    public bool IsIn(string language) => Primary == language;

    /// <summary>The language without its region, in two letters where we know them.</summary>
    internal string Primary
    {
        get
        {
            var primary = Language.Split(['-', '_', ' '], 2)[0].ToLowerInvariant();
            return ThreeLetters.GetValueOrDefault(primary, primary);
        }
    }

    /// <summary>ISO 639-2, terminology and bibliography, of the languages that our officers read.</summary>
    private static readonly Dictionary<string, string> ThreeLetters = new() { ["swe"] = "sv", ["eng"] = "en" };
}

/// <summary>A value under a name that the sender's own system defines (CAP 1.2 eventCode, parameter, geocode).</summary>
public sealed record CapNamed(string ValueName, string Value);

/// <summary>A file that belongs to the info (CAP 1.2 §3.2.3 resource); `Size` in bytes, `DerefUri` its content in Base64.</summary>
public sealed record CapResource(string? ResourceDesc, string? MimeType, long? Size, string? Uri, string? DerefUri, string? Digest);

/// <summary>Where the info applies (CAP 1.2 §3.2.4 area); altitude and ceiling in feet above mean sea level.</summary>
public sealed record CapArea
{
    public string? AreaDesc { get; init; }
    public CapList<CapPolygon> Polygons { get; init; } = [];
    public CapList<CapCircle> Circles { get; init; } = [];
    public CapList<CapNamed> Geocodes { get; init; } = [];
    public decimal? Altitude { get; init; }
    public decimal? Ceiling { get; init; }
}

/// <summary>A point in degrees, WGS 84 (CAP 1.2 §3.2.4).</summary>
public readonly record struct CapPoint(double Latitude, double Longitude);

/// <summary>A closed line of points (CAP 1.2 §3.2.4 polygon); as sent, so a sloppy sender's may be open.</summary>
public sealed record CapPolygon(CapList<CapPoint> Points);

/// <summary>A circle, radius in kilometres (CAP 1.2 §3.2.4 circle).</summary>
public sealed record CapCircle(CapPoint Centre, double RadiusKm);
