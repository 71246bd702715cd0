using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CrisisCommand.Platform.Vocabulary;

public static partial class Key
{
    // \z and not $, which is content with a line break behind it.
    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }

    /// <summary>A key as it comes from outside (addresses, tokens, settings): in form, and none that we keep for ourselves.</summary>
    public static bool TryParse<TKey>(string? text, out TKey key)
        where TKey : struct, IKey<TKey>
    {
        key = IsInForm(text) && !TKey.IsReserved(text) ? TKey.Of(text) : default;
        return key.Value is not null;
    }

    public static TKey Parse<TKey>(string text)
        where TKey : struct, IKey<TKey> => TryParse<TKey>(text, out var key) ? key : throw new FormatException($"'{text}' is no key.");

    public static bool IsInForm([NotNullWhen(true)] string? text) => text is not null && Pattern.IsMatch(text);
}

/// <summary>Keys are plain JSON strings, refused when they are not kebab-case. The store's form: what is reserved may stand in a fact.</summary>
public class KeyConverter<TKey> : JsonConverter<TKey>
    where TKey : struct, IKey<TKey>
{
    public override TKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? KeyOf(reader.GetString()) : throw new JsonException("platform.key-expected");

    public override void Write(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override TKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        KeyOf(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);

    protected virtual TKey KeyOf(string? text) => Key.IsInForm(text) ? TKey.Of(text) : throw new JsonException("platform.key-expected");
}

/// <summary>The HTTP form: nobody and nothing is named by a key that we keep for ourselves.</summary>
public sealed class SpokenKeyConverter<TKey> : KeyConverter<TKey>
    where TKey : struct, IKey<TKey>
{
    protected override TKey KeyOf(string? text) =>
        base.KeyOf(text) is var key && TKey.IsReserved(key.Value) ? throw new JsonException("platform.key-reserved") : key;
}

/// <summary>Every key in its HTTP form.</summary>
public sealed class SpokenKeys : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType
        && typeToConvert.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IKey<>));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(SpokenKeyConverter<>).MakeGenericType(typeToConvert))!;
}
