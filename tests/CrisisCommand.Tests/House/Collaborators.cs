using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrisisCommand.Tests.House;

/// <summary>What a class is given to work with.</summary>
public static class Collaborators
{
    private const int Most = 5;

    /// <summary>What nearly everything may have beside its work.</summary>
    private static readonly string[] Uncounted = ["TimeProvider", "ILogger", "IOptions", "IConfiguration"];

    /// <summary>More than five, and a class either does too much, or says in a remark why it needs them all.</summary>
    public static IEnumerable<string> AreFewOrSaidWhy(Code code) =>
        from file in code.Sources
        from type in file.Syntax.DescendantNodes().OfType<ClassDeclarationSyntax>()
        let count = GivenTo(type).Max(given => given.Count(IsCounted))
        where count > Most && !type.GetLeadingTrivia().ToFullString().Contains("<remarks>", StringComparison.Ordinal)
        select $"{file.Path}: {type.Identifier.Text} has {count} collaborators and does not say why";

    private static IEnumerable<IEnumerable<ParameterSyntax>> GivenTo(ClassDeclarationSyntax type) =>
        type
            .Members.OfType<ConstructorDeclarationSyntax>()
            .Select(c => c.ParameterList)
            .Append(type.ParameterList)
            .Select(p => p?.Parameters.AsEnumerable() ?? []);

    private static bool IsCounted(ParameterSyntax parameter) =>
        parameter.Type is { } type and not PredefinedTypeSyntax && !Uncounted.Contains(type.ToString().Split('<')[0]);
}
