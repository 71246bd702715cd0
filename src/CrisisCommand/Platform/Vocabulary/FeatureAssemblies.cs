using System.Collections.Immutable;
using System.Reflection;

namespace CrisisCommand.Platform.Vocabulary;

/// <summary>Where features may live: the product, and what is loaded with it under its name.</summary>
public static class FeatureAssemblies
{
    private const string Product = "CrisisCommand";

    public static readonly ImmutableArray<Assembly> All =
    [
        .. AppDomain
            .CurrentDomain.GetAssemblies()
            .Where(a => a.GetName().Name is { } name && (name == Product || name.StartsWith(Product + ".", StringComparison.Ordinal))),
    ];
}
