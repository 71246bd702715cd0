using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace CrisisCommand.Tests.House;

/// <summary>
/// What a rule looks at: the product, or a canary that breaks the rule. Features are the namespaces right under the root, and the rooms of
/// <c>Pages</c>, which stand beside each other as features do.
/// </summary>
public sealed record Code(
    string Root,
    Assembly Assembly,
    Architecture Architecture,
    IReadOnlyList<SourceFile> Sources,
    IReadOnlyList<SourceFile> Tests,
    IReadOnlyList<TextFile> Files
)
{
    private const string Canaries = "CrisisCommand.Tests.Canaries";

    private static readonly Lazy<Architecture> CanaryArchitecture = new(() =>
        new ArchLoader().LoadNamespacesWithinAssembly(typeof(Code).Assembly, Canaries).Build()
    );

    public static Code Product { get; } =
        new(
            "CrisisCommand",
            typeof(Program).Assembly,
            new ArchLoader().LoadAssemblies(typeof(Program).Assembly).Build(),
            SourceFile.Under("src/CrisisCommand"),
            SourceFile.Under("tests/CrisisCommand.Tests"),
            TextFile.OfTheRepository()
        );

    /// <summary>The types of <c>Canaries/{name}.cs</c>.</summary>
    public static Code Canary(string name) => new($"{Canaries}.{name}", typeof(Code).Assembly, CanaryArchitecture.Value, [], [], []);

    /// <summary>Source text made up for a canary: path under the product's folder, and text.</summary>
    public static Code CanarySource(params (string Path, string Text)[] files) =>
        Canary("None") with
        {
            Sources = [.. files.Select(f => SourceFile.Parse(f.Path, f.Text))],
        };

    /// <summary>Files made up for a canary: path from the root of the repository, and text.</summary>
    public static Code CanaryFiles(params (string Path, string Text)[] files) =>
        Canary("None") with
        {
            Files = [.. files.Select(f => new TextFile(f.Path, new(f.Text)))],
        };

    /// <summary>Types of our own as reflection sees them, without what compilers made.</summary>
    public IEnumerable<Type> Types =>
        Assembly.GetTypes().Where(t => FeatureOf(t.Namespace) is not null && !t.Name.Contains('<', StringComparison.Ordinal));

    public IEnumerable<Type> Implementing(Type contract) =>
        Types.Where(t => t is { IsClass: true, IsAbstract: false } && t.GetInterfaces().Any(i => Definition(i) == contract));

    /// <summary>Every naming of one type by another of ours, generic arguments, lambdas and async bodies included.</summary>
    public IEnumerable<(IType From, string To, string? ToNamespace)> Namings =>
        Architecture
            .Types.Where(t => FeatureOf(t) is not null)
            .SelectMany(t => t.Dependencies, (from, d) => (from, d))
            .SelectMany(
                n => Targets(n.d).Where(to => to is not GenericParameter),
                (n, to) => (n.from, to.FullName, (string?)to.Namespace?.FullName)
            )
            .Distinct();

    public string? FeatureOf(IType type) => FeatureOf(type.Namespace?.FullName);

    public string? FeatureOf(string? ns) =>
        PartsOf(ns) switch
        {
            [] => null,
            ["Pages", var room, ..] => $"Pages.{room}",
            [var feature, ..] => feature,
        };

    /// <summary>The room of a feature that a namespace is; null where it is another's, or the feature's own.</summary>
    public string? RoomOf(string? ns, string feature) => PartsOf(ns) is [var first, var room, ..] && first == feature ? room : null;

    private string[] PartsOf(string? ns) =>
        ns is not null && ns.StartsWith(Root + ".", StringComparison.Ordinal) ? ns[(Root.Length + 1)..].Split('.') : [];

    /// <summary>Of the arguments of bases only our own types: those of a library's base of a base are not named by whoever inherits.</summary>
    private IEnumerable<IType> Targets(ITypeDependency dependency) =>
        dependency
            .TargetGenericArguments.SelectMany(Unfold)
            .Where(t => dependency is not (InheritsBaseClassDependency or ImplementsInterfaceDependency) || FeatureOf(t) is not null)
            .Prepend(dependency.Target);

    private static IEnumerable<IType> Unfold(GenericArgument argument) => [argument.Type, .. argument.GenericArguments.SelectMany(Unfold)];

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
