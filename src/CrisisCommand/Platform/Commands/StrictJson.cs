using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Commands;

/// <summary>Reads JSON strictly. Where it fails, a second look over the same bytes names every fault with its JSON pointer (RFC 6901).</summary>
public static class StrictJson
{
    private static readonly Refusal NotJson = new("platform.not-json", 400);
    private static readonly Refusal ObjectExpected = new("platform.object-expected", 400);
    private static readonly Refusal FieldUnknown = new("platform.field-unknown", 400);
    private static readonly Refusal FieldMissing = new("platform.field-missing", 400);
    private static readonly Refusal FieldDoubled = new("platform.field-doubled", 400);
    private static readonly Refusal TextUnstorable = new("platform.text-unstorable", 400);
    private static readonly Refusal FieldInvalid = new("platform.field-invalid", 400);

    /// <summary>How much of any one list is looked through for what is wrong with it.</summary>
    private const int MaxItems = 10_000;

    public static (T? Content, IReadOnlyList<(string Pointer, Refusal Fault)> Faults) Read<T>(byte[] json, JsonSerializerOptions options)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, options) is not { } content ? (null, [("#", ObjectExpected)])
                : NullItems<T>(json, options) is { Count: > 0 } faults ? (null, faults)
                : (content, []);
        }
        catch (JsonException thrown)
        {
            return (null, Diagnose(json, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)), thrown, options));
        }
    }

    /// <summary>The serializer holds members to their nullability but lets any array hold null.</summary>
    private static List<(string, Refusal)> NullItems<T>(byte[] json, JsonSerializerOptions options)
    {
        if (json.AsSpan().IndexOf("null"u8) < 0)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = options.MaxDepth });
        return Bounded(FaultsOf(document.RootElement, options.GetTypeInfo(typeof(T)), "#", options));
    }

    /// <summary>No further than somebody will read: a body of nothing but faults costs no more than one of fifty.</summary>
    private static List<(string, Refusal)> Bounded(IEnumerable<(string, Refusal)> faults)
    {
        var found = faults.Take(Problems.MaxFaults + 1).ToList();
        if (found.Count > Problems.MaxFaults)
        {
            found.RemoveRange(Problems.MaxFaults - 1, 2);
            found.Add(("#", Problems.MoreFaults));
        }

        return found;
    }

    private static IReadOnlyList<(string, Refusal)> Diagnose<T>(
        byte[] json,
        JsonTypeInfo<T> type,
        JsonException thrown,
        JsonSerializerOptions options
    )
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = options.MaxDepth });
            var faults = Bounded(FaultsOf(document.RootElement, type, "#", options));
            return faults.Count > 0 ? faults : [(PointerOf(thrown.Path), Invalid(thrown))];
        }
        catch (JsonException broken)
        {
            return [("#", NotJson.With($"{broken.LineNumber + 1}", $"{broken.BytePositionInLine + 1}"))];
        }
        catch (InvalidOperationException)
        {
            // A member's name with half a surrogate pair: JSON's grammar allows it, and it is no text.
            return [("#", TextUnstorable)];
        }
    }

    private static IEnumerable<(string, Refusal)> FaultsOf(JsonElement element, JsonTypeInfo type, string at, JsonSerializerOptions options)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return FaultOfValue(element, type, at, options);
        }

        return element.ValueKind == JsonValueKind.Object ? FaultsOfObject(element, type, at, options) : [(at, ObjectExpected)];
    }

    private static IEnumerable<(string, Refusal)> FaultsOfObject(
        JsonElement element,
        JsonTypeInfo type,
        string at,
        JsonSerializerOptions options
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var pointer = $"{at}/{member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            if (!seen.Add(member.Name))
            {
                yield return (pointer, FieldDoubled.With(member.Name));
            }
            else if (type.Properties.FirstOrDefault(p => p.Name == member.Name) is not { } property)
            {
                yield return (pointer, FieldUnknown.With(member.Name));
            }
            else
            {
                foreach (var fault in FaultsOfMember(member.Value, property, pointer, options))
                {
                    yield return fault;
                }
            }
        }

        foreach (var missing in type.Properties.Where(p => IsRequired(p) && !seen.Contains(p.Name)))
        {
            yield return ($"{at}/{missing.Name}", FieldMissing.With(missing.Name));
        }
    }

    private static IEnumerable<(string, Refusal)> FaultsOfMember(
        JsonElement value,
        JsonPropertyInfo property,
        string at,
        JsonSerializerOptions options
    )
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return property.IsSetNullable ? [] : [(at, FieldMissing.With(property.Name))];
        }

        var type = options.GetTypeInfo(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        return type.Kind == JsonTypeInfoKind.Enumerable && value.ValueKind == JsonValueKind.Array && type.ElementType is { } elementType
            ? value
                .EnumerateArray()
                .Take(MaxItems)
                .SelectMany((item, i) => FaultsOf(item, options.GetTypeInfo(elementType), $"{at}/{i}", options))
            : FaultsOf(value, type, at, options);
    }

    private static IEnumerable<(string, Refusal)> FaultOfValue(
        JsonElement value,
        JsonTypeInfo type,
        string at,
        JsonSerializerOptions options
    )
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return [(at, FieldInvalid)];
        }

        try
        {
            JsonSerializer.Deserialize(value, type.Type, options);
            return [];
        }
        catch (JsonException thrown)
        {
            return [(at, Invalid(thrown))];
        }
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };

    // Our own converters put a stable code where the framework puts its prose.
    private static Refusal Invalid(JsonException thrown) =>
        thrown.Message.StartsWith("platform.", StringComparison.Ordinal)
            ? FieldInvalid with
            {
                Code = thrown.Message.Split(' ')[0],
            }
            : FieldInvalid;

    private static string PointerOf(string? path) =>
        "#" + path?.TrimStart('$').Replace('.', '/').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
}
