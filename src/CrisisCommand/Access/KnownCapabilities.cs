using System.Collections.Frozen;
using System.Reflection;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access;

/// <summary>Every capability of the product, as the features name them: what <c>access.json</c> may speak of.</summary>
public static class KnownCapabilities
{
    private const string Suffix = "Capabilities";

    public static readonly FrozenSet<Capability> All = FeatureAssemblies
        .All.SelectMany(a => a.GetTypes())
        .Where(t => t.Name.EndsWith(Suffix, StringComparison.Ordinal))
        .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(f => f.FieldType == typeof(Capability))
        .Select(f => (Capability)f.GetValue(null)!)
        .ToFrozenSet();
}
