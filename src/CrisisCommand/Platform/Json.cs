using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CrisisCommand.Platform;

/// <summary>The two dialects of our JSON. Both are camelCase over source-generated metadata; they differ in what a text looks like.</summary>
public static class Json
{
    /// <summary>
    /// What the store writes and reads: commitments, tolerant of fields that a later or earlier version knows, and nothing that is computed
    /// (an event's <c>Texts</c> would stand there twice, for ever).
    /// </summary>
    public static JsonSerializerOptions Stored(IEnumerable<Facts> features) =>
        Configure(
            new(),
            features.SelectMany(f => f.Resolvers, (_, resolver) => resolver.WithAddedModifier(LeaveOutComputed)),
            new StoredTextConverter()
        );

    /// <summary>What HTTP speaks: plain words, strict about unknown, missing and doubled fields.</summary>
    public static JsonSerializerOptions Spoken(JsonSerializerOptions options, IEnumerable<Facts> features)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 32;
        return Configure(options, features.SelectMany(f => f.Resolvers), new SpokenTextConverter());
    }

    private static void LeaveOutComputed(JsonTypeInfo type)
    {
        foreach (var computed in type.Properties.Where(p => p is { Set: null, AssociatedParameter: null }).ToList())
        {
            type.Properties.Remove(computed);
        }
    }

    private static JsonSerializerOptions Configure(
        JsonSerializerOptions options,
        IEnumerable<IJsonTypeInfoResolver> resolvers,
        JsonConverter<CommittedText> text
    )
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(text);
        options.Converters.Add(new UtcConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        // Ours first; the default resolver serves what the libraries store (headers, their own documents).
        foreach (var resolver in resolvers)
        {
            options.TypeInfoResolverChain.Add(resolver);
        }

        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        return options;
    }
}
