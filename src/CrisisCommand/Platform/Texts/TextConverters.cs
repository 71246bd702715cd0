using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisCommand.Platform.Texts;

/// <summary>The store's form of a committed text, <c>{"c":"…"}</c>. It cannot read plain words, so none can slip into an event.</summary>
public sealed class StoredTextConverter : JsonConverter<CommittedText>
{
    public override CommittedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || !reader.ValueTextEquals("c"u8) || !reader.Read())
        {
            throw new JsonException("A stored text is a commitment, never words.");
        }

        var text = CommittedText.Stored(reader.GetString()!);
        return reader.Read() && reader.TokenType == JsonTokenType.EndObject
            ? text
            : throw new JsonException("A stored text is a commitment alone.");
    }

    public override void Write(Utf8JsonWriter writer, CommittedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("c"u8, value.Commitment ?? throw new JsonException("A text without a commitment cannot be stored."));
        writer.WriteEndObject();
    }
}

/// <summary>The HTTP form: plain words in, committed at once under a fresh salt. Commitments are neither read nor written here.</summary>
public sealed class SpokenTextConverter : JsonConverter<CommittedText>
{
    public override CommittedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("platform.text-expected");
        }

        var words = reader.GetString()!;
        return words switch
        {
            { Length: > CommittedText.MaxLength } => throw new JsonException("platform.text-too-long"),
            _ when TextSigns.FaultOf(words) is { } fault => throw new JsonException(fault),
            _ => CommittedText.Commit(words),
        };
    }

    public override void Write(Utf8JsonWriter writer, CommittedText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Words ?? throw new JsonException("Open the text before it is shown."));
}
