using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Reference;

/// <summary>The names that reference data and our own lists have for people.</summary>
public static class ReferenceWords
{
    /// <summary>The name of a function, kind, level or area as reference data; its key where nobody named it.</summary>
    public static string Name(this Words words, string catalogue, string key) => words.Find("Reference", $"{catalogue}.{key}") ?? key;

    public static string Function(this Words words, FunctionKey? function) => function is { } key ? words.Name("function", key.Value) : "";

    /// <summary>In what capacity somebody acts, as it stands after their name; nothing where none is known.</summary>
    public static string Capacity(this Words words, Capacity? capacity) =>
        string.Join(
            ", ",
            new[]
            {
                words.Function(capacity?.Function),
                capacity?.Mandate is { } mandate and not ActingMandate.Appointed ? words.Of(mandate) : "",
            }.Where(part => part.Length > 0)
        );

    public static string Kind(this Words words, IncidentKind kind) => words.Name("kind", kind.Value);

    public static string Level(this Words words, CrisisLevel level) => words.Name("level", level.Value);

    public static string Area(this Words words, AreaKey? area) => area is { } key ? words.Name("area", key.Value) : "";

    /// <summary>A member of an enumeration as the reader says it.</summary>
    public static string Of<TEnum>(this Words words, TEnum value)
        where TEnum : struct, Enum => words.Find("Reference", $"{typeof(TEnum).Name}.{value}") ?? value.ToString();
}
