using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// A field that the canonical form of a state has from this version of its fold on. Forms of earlier versions are written without it, so
/// that a hash of then can be made again for ever.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SinceFoldAttribute(int version) : Attribute
{
    public int Version => version;
}

/// <summary>A field that only canonical forms up to this version of their fold have: what it says is said otherwise since.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UntilFoldAttribute(int version) : Attribute
{
    public int Version => version;
}

internal static class FoldFields
{
    /// <summary>Leaves out what that version of the fold did not write.</summary>
    public static Action<JsonTypeInfo> Of(int version) =>
        type =>
        {
            foreach (var foreign in type.Properties.Where(p => !Has(p, version)).ToList())
            {
                type.Properties.Remove(foreign);
            }
        };

    private static bool Has(JsonPropertyInfo property, int version) =>
        property.AttributeProvider is not MemberInfo member
        || (member.GetCustomAttribute<SinceFoldAttribute>()?.Version ?? version) <= version
            && (member.GetCustomAttribute<UntilFoldAttribute>()?.Version ?? version) >= version;
}
