using System.Collections.Frozen;
using System.Text.Json;
using CrisisCommand.Platform;

namespace CrisisCommand.Reference;

public sealed record Area(AreaKey Key, string Name, IReadOnlyList<string> Properties);

/// <summary>Kinds of incident and residential areas: data of the company, in <c>Reference/reference.json</c> or the file that configuration names.</summary>
public sealed record ReferenceData(IReadOnlyList<IncidentKind> Kinds, IReadOnlyList<Area> Areas)
{
    private static readonly Refusal UnknownKind = new("reference.unknown-kind", 400, "#/kind");
    private static readonly Refusal UnknownArea = new("reference.unknown-area", 400, "#/area");

    private readonly FrozenSet<IncidentKind> _kinds = Kinds.ToFrozenSet();
    private readonly FrozenSet<AreaKey> _areas = Areas.Select(a => a.Key).ToFrozenSet();

    /// <summary>Null where both are known.</summary>
    public Refusal? Refuse(IncidentKind kind, AreaKey? area = null) =>
        !_kinds.Contains(kind) ? UnknownKind.With(kind.Value)
        : area is { } key && !_areas.Contains(key) ? UnknownArea.With(key.Value)
        : null;

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
