using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisCommand.Incidents;

/// <summary>A plain JSON string.</summary>
public sealed class ForeignIdConverter : JsonConverter<ForeignId>
{
    public override ForeignId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new(reader.GetString()!) : throw new JsonException("platform.text-expected");

    public override void Write(Utf8JsonWriter writer, ForeignId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
