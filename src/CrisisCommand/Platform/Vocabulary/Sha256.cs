using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisCommand.Platform.Vocabulary;

/// <summary>A SHA-256 as 64 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(Sha256Converter))]
public readonly record struct Sha256(string Hex)
{
    public static Sha256 Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    public static bool TryParse(string? text, out Sha256 digest)
    {
        digest = new(text?.ToLowerInvariant() ?? "");
        return digest.Hex.Length == 64 && digest.Hex.All(char.IsAsciiHexDigitLower);
    }

    public override string ToString() => Hex;
}

/// <summary>A plain JSON string.</summary>
public sealed class Sha256Converter : JsonConverter<Sha256>
{
    public override Sha256 Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Sha256 value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
}
