using System.Collections.Frozen;
using System.Text.Json;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Reference;

public sealed record Area(AreaKey Key, string Name, IReadOnlyList<string> Properties);

/// <summary>How the page on which a crisis is declared is laid out.</summary>
/// <param name="First">The kinds at the top, in this order; the others follow as the company lists them.</param>
/// <param name="Plans">The plans to convene by where that is another than the normal one.</param>
public sealed record Declaring(IReadOnlyList<IncidentKind>? First = null, IReadOnlyList<SuggestedPlan>? Plans = null)
{
    public IReadOnlyList<IncidentKind> First { get; } = First ?? [];

    public IReadOnlyList<SuggestedPlan> Plans { get; } = Plans ?? [];
}

/// <summary>The plan that a kind of incident suggests, by its name; where that is not adopted, the normal one.</summary>
public sealed record SuggestedPlan(IncidentKind Kind, string Plan);

/// <summary>The municipality that our areas lie in, as public warnings name it.</summary>
/// <param name="Code">As Statistics Sweden numbers it.</param>
/// <param name="Names">What stands for the whole of it, or for more.</param>
/// <param name="Bounds">A shape that does not touch these is elsewhere; null where no shape is to be judged.</param>
public sealed record Municipality(string Code, IReadOnlyList<string> Names, Bounds? Bounds = null);

/// <summary>In degrees, WGS 84, with room around what they hold.</summary>
public sealed record Bounds(double South, double West, double North, double East);

/// <summary>
/// Kinds of incident, residential areas and levels of a crisis: data of the company, in <c>Reference/reference.json</c> or the file that
/// configuration names.
/// </summary>
/// <param name="Levels">From the lowest up; a file that names none has the three of the product.</param>
/// <param name="Declaring">A file that says nothing of it has what the product's own says of the kinds that it lists.</param>
/// <param name="Municipality">The same.</param>
/// <param name="Layers">The layers of the duty roster that are not always staffed. The same.</param>
public sealed record ReferenceData(
    IReadOnlyList<IncidentKind> Kinds,
    IReadOnlyList<Area> Areas,
    IReadOnlyList<CrisisLevel>? Levels = null,
    Declaring? Declaring = null,
    Municipality? Municipality = null,
    IReadOnlyList<DutyLayer>? Layers = null
)
{
    public IReadOnlyList<DutyLayer> Layers { get; init; } = Layers ?? [];

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

    /// <summary>The kinds as they are offered to whoever declares a crisis.</summary>
    public IReadOnlyList<IncidentKind> KindsToDeclare => [.. (Declaring?.First ?? []).Where(Knows).Union(Kinds)];

    /// <summary>The name of the plan that a kind suggests; null where it suggests none.</summary>
    public string? PlanFor(IncidentKind kind) => Declaring?.Plans.FirstOrDefault(p => p.Kind == kind)?.Plan;

    public static ReferenceData Load(IConfiguration configuration)
    {
        using var product = typeof(ReferenceData).Assembly.GetManifestResourceStream("CrisisCommand.Reference.reference.json")!;
        if (configuration["Reference:File"] is not { Length: > 0 } file)
        {
            return Read(product);
        }

        using var stream = File.OpenRead(file);
        var own = Read(stream);
        var usual = Read(product);
        return own with
        {
            Declaring = own.Declaring ?? usual.Declaring,
            Municipality = own.Municipality ?? usual.Municipality,
            Layers = own.Layers.Count > 0 ? own.Layers : usual.Layers,
        };
    }

    private static ReferenceData Read(Stream stream)
    {
        var read =
            JsonSerializer.Deserialize<ReferenceData>(stream, Options)
            ?? throw new InvalidOperationException("The reference data is empty.");
        return read.Layers.FirstOrDefault(l => l.Unstaffed.Any(u => !u.IsSound)) is { } layer
            ? throw new InvalidOperationException($"The unstaffed hours of {layer.Layer} name no day, or end before they begin.")
            : read;
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = ReferenceJson.Default,
        Converters = { new KebabEnums() },
    };
}
