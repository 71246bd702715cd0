using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CrisisCommand.Platform;

/// <summary>A key that people chose but did not write prose in: kebab-case, at most 64 characters.</summary>
public interface IKey<TSelf> : IParsable<TSelf>
    where TSelf : struct, IKey<TSelf>
{
    string Value { get; }

    static abstract TSelf Of(string value);
}

/// <summary>A person of the organisation, or a machine that speaks to it: the subject of its token.</summary>
[JsonConverter(typeof(KeyConverter<PersonId>))]
public readonly record struct PersonId(string Value) : IKey<PersonId>
{
    /// <summary>The system itself, where no person acted.</summary>
    public static readonly PersonId System = new("system");

    public static PersonId Of(string value) => new(value);

    public static PersonId Parse(string s, IFormatProvider? provider) => Key.Parse<PersonId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PersonId result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>A function of the KLO (domain.md §2): data, renamed by adopting a plan.</summary>
[JsonConverter(typeof(KeyConverter<FunctionKey>))]
public readonly record struct FunctionKey(string Value) : IKey<FunctionKey>
{
    /// <summary>A key with a meaning of its own: who leads.</summary>
    public static readonly FunctionKey CrisisLeader = new("crisis-leader");

    /// <summary>Who is told when the KLO itself is in trouble; a plan need not have it.</summary>
    public static readonly FunctionKey ChiefOfStaff = new("chief-of-staff");

    public static FunctionKey Of(string value) => new(value);

    public static FunctionKey Parse(string s, IFormatProvider? provider) => Key.Parse<FunctionKey>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FunctionKey result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>A kind of incident (domain.md §3), as the reference data has it.</summary>
[JsonConverter(typeof(KeyConverter<IncidentKind>))]
public readonly record struct IncidentKind(string Value) : IKey<IncidentKind>
{
    public static readonly IncidentKind Other = new("other");

    public static IncidentKind Of(string value) => new(value);

    public static IncidentKind Parse(string s, IFormatProvider? provider) => Key.Parse<IncidentKind>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IncidentKind result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>A residential area (domain.md §3), as the reference data has it.</summary>
[JsonConverter(typeof(KeyConverter<AreaKey>))]
public readonly record struct AreaKey(string Value) : IKey<AreaKey>
{
    public static AreaKey Of(string value) => new(value);

    public static AreaKey Parse(string s, IFormatProvider? provider) => Key.Parse<AreaKey>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AreaKey result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>How far the crisis organisation is raised, a step of the company's own scale in the reference data.</summary>
[JsonConverter(typeof(KeyConverter<CrisisLevel>))]
public readonly record struct CrisisLevel(string Value) : IKey<CrisisLevel>
{
    public static readonly CrisisLevel Elevated = new("elevated");
    public static readonly CrisisLevel Partial = new("partial");
    public static readonly CrisisLevel Full = new("full");

    public static CrisisLevel Of(string value) => new(value);

    public static CrisisLevel Parse(string s, IFormatProvider? provider) => Key.Parse<CrisisLevel>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CrisisLevel result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>The name of an adopted plan of the KLO: <c>normal</c>, <c>wartime</c>.</summary>
[JsonConverter(typeof(KeyConverter<PlanName>))]
public readonly record struct PlanName(string Value) : IKey<PlanName>
{
    public static readonly PlanName Normal = new("normal");

    /// <summary>The organisation at heightened alert (krigsorganisation).</summary>
    public static readonly PlanName Wartime = new("wartime");

    public static PlanName Of(string value) => new(value);

    public static PlanName Parse(string s, IFormatProvider? provider) => Key.Parse<PlanName>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PlanName result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

public static partial class Key
{
    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }

    public static bool TryParse<TKey>(string? text, out TKey key)
        where TKey : struct, IKey<TKey>
    {
        key = text is not null && Pattern.IsMatch(text) ? TKey.Of(text) : default;
        return key.Value is not null;
    }

    public static TKey Parse<TKey>(string text)
        where TKey : struct, IKey<TKey> => TryParse<TKey>(text, out var key) ? key : throw new FormatException($"'{text}' is no key.");
}

/// <summary>Keys are plain JSON strings, refused when they are not kebab-case.</summary>
public sealed class KeyConverter<TKey> : JsonConverter<TKey>
    where TKey : struct, IKey<TKey>
{
    public override TKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Key.TryParse<TKey>(reader.GetString(), out var key)
            ? key
            : throw new JsonException("platform.key-expected");

    public override void Write(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override TKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TKey.Of(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
