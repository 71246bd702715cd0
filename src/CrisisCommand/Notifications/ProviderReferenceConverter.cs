using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisCommand.Notifications;

/// <summary>A plain JSON string.</summary>
public sealed class ProviderReferenceConverter : JsonConverter<ProviderReference>
{
    public override ProviderReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new(reader.GetString()!) : throw new JsonException("platform.text-expected");

    public override void Write(Utf8JsonWriter writer, ProviderReference value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
