using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisCommand.Decisions;

/// <summary>A plain JSON string.</summary>
public sealed class Sha256Converter : JsonConverter<Sha256>
{
    public override Sha256 Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Sha256 value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
}
