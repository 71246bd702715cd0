using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisCommand.Duty;

/// <summary>SHA-256 (hex) of a calendar's bytes as received.</summary>
[JsonConverter(typeof(CalendarDigestConverter))]
public readonly record struct CalendarDigest(string Hex)
{
    public static CalendarDigest Of(byte[] calendar) => new(Convert.ToHexStringLower(SHA256.HashData(calendar)));

    public override string ToString() => Hex;
}

/// <summary>A plain JSON string.</summary>
public sealed class CalendarDigestConverter : JsonConverter<CalendarDigest>
{
    public override CalendarDigest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new(reader.GetString()!) : throw new JsonException("platform.text-expected");

    public override void Write(Utf8JsonWriter writer, CalendarDigest value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Hex);
}
