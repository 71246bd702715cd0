using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Store;

/// <summary>The two dialects of our JSON. Both are camelCase over source-generated metadata; they differ in what a text looks like.</summary>
public static class Json
{
    /// <summary>What the store writes and reads: commitments, and tolerant of fields that a later or earlier version knows.</summary>
    public static JsonSerializerOptions Stored(IEnumerable<Facts> features) =>
        Configure(new(), features, new StoredTextConverter(), OmitDerived);

    /// <summary>What the hash of a state is of: its stored form, with the fields that this version of its fold has.</summary>
    public static JsonSerializerOptions Canonical(IEnumerable<Facts> features, int fold) =>
        Configure(new(), features, new StoredTextConverter(), OmitDerived + FoldFields.Of(fold));

    /// <summary>The store's serializer. The casing is said once more, since Marten sets its own, PascalCase, on the options it is given.</summary>
    public static Marten.ISerializer Serializer(IEnumerable<Facts> features) =>
        new Marten.Services.SystemTextJsonSerializer(Stored(features)) { Casing = Weasel.Core.Casing.CamelCase };

    /// <summary>What HTTP speaks: plain words, strict about unknown, missing and doubled fields.</summary>
    public static JsonSerializerOptions Spoken(JsonSerializerOptions options, IEnumerable<Facts> features)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 32;
        options.Converters.Add(new SpokenKeys());
        return Configure(options, features, new SpokenTextConverter(), _ => { });
    }

    private static JsonSerializerOptions Configure(
        JsonSerializerOptions options,
        IEnumerable<Facts> features,
        JsonConverter<CommittedText> text,
        Action<JsonTypeInfo> modifier
    )
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(text);
        options.Converters.Add(new UtcConverter());
        options.Converters.Add(new KebabEnums());
        // Ours first; the default resolver serves what the libraries store (headers, their own documents).
        options.TypeInfoResolver = JsonTypeInfoResolver
            .Combine([.. features.Select(f => f.Resolver), new DefaultJsonTypeInfoResolver()])
            .WithAddedModifier(modifier);
        return options;
    }

    /// <summary>What a fact derives from itself (its texts, its time) is not stored a second time.</summary>
    private static void OmitDerived(JsonTypeInfo type)
    {
        foreach (var derived in type.Properties.Where(p => p.Set is null && p.AssociatedParameter is null).ToList())
        {
            type.Properties.Remove(derived);
        }
    }
}
