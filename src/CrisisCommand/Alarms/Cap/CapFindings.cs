namespace CrisisCommand.Alarms.Cap;

/// <summary>Gathers all that is wrong with one alert while it is read, instead of stopping at the first.</summary>
internal sealed class CapFindings
{
    // A hostile document can hold a fault in each of its elements; nobody reads more than this many.
    private const int Most = 200;

    private readonly List<CapFinding> deviations = [];
    private readonly List<CapFinding> problems = [];

    /// <summary>The alert as far as it was read, where it is refused and yet known by name, so that its sender can be answered in CAP.</summary>
    public CapAlert? Answerable { get; set; }

    public bool IsRefused => problems.Count > 0;

    public CapList<CapFinding> Deviations => [.. deviations];

    public CapList<CapFinding> Problems => [.. problems];

    /// <summary>The alert is accepted all the same.</summary>
    public void Deviate(string code, CapElement at, string detail, string? found = null) => Add(deviations, code, at, detail, found);

    /// <summary>The alert is not accepted.</summary>
    public void Refuse(string code, CapElement at, string detail) => Add(problems, code, at, detail);

    /// <summary>No more than anybody reads, and a last one saying that there were more.</summary>
    public static CapList<CapFinding> Cut(List<CapFinding> findings) =>
        findings.Count <= Most ? [.. findings] : [.. findings.Take(Most), TooMany(findings[Most].Path)];

    private static void Add(List<CapFinding> findings, string code, CapElement at, string detail, string? found = null)
    {
        if (findings.Count < Most)
            findings.Add(new(code, at.Path, detail, found));
        else if (findings.Count == Most)
            findings.Add(TooMany(at.Path));
    }

    private static CapFinding TooMany(string path) =>
        new(CapFaults.TooManyFindings, path, $"more than {Most} findings; the rest is left out");
}
