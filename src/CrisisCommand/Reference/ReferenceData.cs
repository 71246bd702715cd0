using System.Collections.Frozen;
using System.Text.Json;
using CrisisCommand.Platform;

namespace CrisisCommand.Reference;

public sealed record Area(AreaKey Key, string Name, IReadOnlyList<string> Properties);

/// <summary>
/// Kinds of incident, residential areas and levels of a crisis: data of the company, in <c>Reference/reference.json</c> or the file that
/// configuration names.
/// </summary>
/// <param name="Levels">From the lowest up; a file that names none has the three of the product.</param>
public sealed record ReferenceData(IReadOnlyList<IncidentKind> Kinds, IReadOnlyList<Area> Areas, IReadOnlyList<CrisisLevel>? Levels = null)
{
    private static readonly Refusal UnknownKind = new("reference.unknown-kind", 400, "#/kind");
    private static readonly Refusal UnknownArea = new("reference.unknown-area", 400, "#/area");
    private static readonly Refusal UnknownLevel = new("reference.unknown-level", 400, "#/level");

    public IReadOnlyList<CrisisLevel> Levels { get; } = Levels ?? [CrisisLevel.Elevated, CrisisLevel.Partial, CrisisLevel.Full];

    private readonly FrozenSet<IncidentKind> _kinds = Kinds.ToFrozenSet();
    private readonly FrozenSet<AreaKey> _areas = Areas.Select(a => a.Key).ToFrozenSet();

    /// <summary>Null where both are known.</summary>
    public Refusal? Refuse(IncidentKind kind, AreaKey? area = null) =>
        !_kinds.Contains(kind) ? UnknownKind.With(kind.Value)
        : area is { } key && !_areas.Contains(key) ? UnknownArea.With(key.Value)
        : null;

    /// <summary>Null where the level is one of the scale.</summary>
    public Refusal? Refuse(CrisisLevel level) => Levels.Contains(level) ? null : UnknownLevel.With(level.Value);

    public bool Knows(IncidentKind kind) => _kinds.Contains(kind);

    public bool Knows(AreaKey area) => _areas.Contains(area);

    public static ReferenceData Load(IConfiguration configuration)
    {
        using var stream = configuration["Reference:File"] is { Length: > 0 } file
            ? File.OpenRead(file)
            : typeof(ReferenceData).Assembly.GetManifestResourceStream("CrisisCommand.Reference.reference.json")!;
        return JsonSerializer.Deserialize<ReferenceData>(stream, Options)
            ?? throw new InvalidOperationException("The reference data is empty.");
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { TypeInfoResolver = ReferenceJson.Default };
}
