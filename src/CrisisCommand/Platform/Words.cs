using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace CrisisCommand.Platform;

/// <summary>
/// Speaks to one reader: wordings from each feature's resources (<c>Words.resx</c> Swedish, <c>Words.en.resx</c> English), the words of
/// committed texts where the reader has their openings, and the names of persons.
/// </summary>
/// <param name="missing">What a text reads as that there is no opening for.</param>
public sealed class Words(
    CultureInfo culture,
    IReadOnlyDictionary<string, string>? openings = null,
    Func<PersonId, string?>? nameOf = null,
    string missing = Words.Erased
)
{
    public static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What an erased text reads as, in every language.</summary>
    public const string Erased = "[gallrad]";

    private static readonly ConcurrentDictionary<string, ResourceManager> Resources = new();
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public CultureInfo Culture => culture;

    /// <summary>The wording of a fact, under the name of its class in the resources of its feature.</summary>
    public string Say(IDomainEvent fact, params object?[] arguments)
    {
        var type = fact.GetType();
        return Format(Lookup(type.Namespace!, type.Name) ?? type.Name, arguments);
    }

    /// <summary>A variant of a fact's wording, <c>{class}.{variant}</c>.</summary>
    public string SayVariant(IDomainEvent fact, string variant, params object?[] arguments)
    {
        var type = fact.GetType();
        return Format(Lookup(type.Namespace!, $"{type.Name}.{variant}") ?? type.Name, arguments);
    }

    /// <summary>A wording by its key, <c>{feature}.{reason}</c>: the feature part finds the resources.</summary>
    public string Say(string key, params object?[] arguments)
    {
        var feature = key[..Math.Max(key.IndexOf('.', StringComparison.Ordinal), 0)];
        var folder = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(feature);
        return Format(Lookup($"CrisisCommand.{folder}", key) ?? key, arguments);
    }

    /// <summary>The words of a text: as just written, or from its opening, or that it is erased or withheld.</summary>
    public string Text(CommittedText? text) =>
        text is not { Commitment: { } commitment } value
            ? ""
            // Facts just committed here still carry their words, which are withheld from whoever may not open them all the same.
            : (missing == Erased ? value.Words : null)
                ?? (openings is not null && openings.TryGetValue(commitment, out var words) ? words : missing);

    public string Person(PersonId person) => nameOf?.Invoke(person) is { } name ? $"{name} ({person})" : person.Value;

    /// <summary>The name of a function, kind, level or area as reference data; its key where nobody named it.</summary>
    public string Name(string catalogue, string key) => Lookup("CrisisCommand.Reference", $"{catalogue}.{key}") ?? key;

    public string Function(FunctionKey? function) => function is { } key ? Name("function", key.Value) : "";

    public string Kind(IncidentKind kind) => Name("kind", kind.Value);

    public string Level(CrisisLevel level) => Name("level", level.Value);

    public string Area(AreaKey? area) => area is { } key ? Name("area", key.Value) : "";

    /// <summary>A member of an enumeration as the reader says it.</summary>
    public string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Lookup("CrisisCommand.Reference", $"{typeof(TEnum).Name}.{value}") ?? value.ToString();

    /// <summary>Local time in Stockholm with its offset, so that a night with two 02:30 stays readable.</summary>
    public string Time(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, Stockholm).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    /// <summary>A time where there is one, else nothing.</summary>
    public string Time(DateTimeOffset? time) => time is { } known ? Time(known) : "";

    private string? Lookup(string feature, string key) =>
        Resources.GetOrAdd(feature, static name => new ResourceManager($"{name}.Words", typeof(Words).Assembly)) is { } manager
            ? Find(manager, key)
            : null;

    private string? Find(ResourceManager manager, string key)
    {
        try
        {
            return manager.GetString(key, culture);
        }
        catch (MissingManifestResourceException)
        {
            return null;
        }
    }

    private string Format(string wording, object?[] arguments) =>
        arguments.Length == 0 ? wording : string.Format(culture, wording, arguments);
}
