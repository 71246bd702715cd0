using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisCommand.Platform.Vocabulary;

/// <summary>
/// Enumerations as kebab-case strings, in the store for ever. A type of its own, since Marten's serializer takes the framework's converter
/// out of the options that it is given, and would then store numbers, which change their meaning when a member is added in between.
/// </summary>
public sealed class KebabEnums : JsonConverterFactory
{
    private static readonly JsonStringEnumConverter Names = new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

    public override bool CanConvert(Type typeToConvert) => Names.CanConvert(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        Names.CreateConverter(typeToConvert, options);
}
