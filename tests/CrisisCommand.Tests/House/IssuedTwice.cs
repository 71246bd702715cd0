using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrisisCommand.Tests.House;

/// <summary>A network repeats, and so does a hand: what a command does the second time is decided, and shown.</summary>
public static class IssuedTwice
{
    /// <summary>Of each slice that decides, some test of its feature issues the command twice and says what then comes.</summary>
    public static IEnumerable<string> EveryCommandIsIssuedTwice(Code code) =>
        from file in code.Sources
        from type in file.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type is not InterfaceDeclarationSyntax
        where type.Members.OfType<MethodDeclarationSyntax>().Any(m => m.Identifier.Text == "Decide" && m.ReturnType.ToString() == "Outcome")
        let name = type.Identifier.Text
        let tests = code.Tests.Where(t => t.Feature == file.Feature).ToList()
        let makers = tests.SelectMany(t => Made<MethodDeclarationSyntax>(t, m => (m.ReturnType, m.Identifier.Text), name)).ToList()
        where !tests.Any(t => Issues(t, [name, .. makers, .. Variables(t, name)]))
        select $"{file.Path}: no test in tests/CrisisCommand.Tests/{file.Feature} issues {name} twice";

    private static bool Issues(SourceFile test, IReadOnlyCollection<string> names) =>
        test
            .Syntax.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(IsLookedAt)
            .Select(i => i.ArgumentList.DescendantNodes().OfType<SimpleNameSyntax>().Select(n => n.Identifier.Text).ToList())
            .Any(said => said.Contains("Decide") && said.Intersect(names).Any());

    /// <summary>Issued twice and not looked at shows nothing.</summary>
    private static bool IsLookedAt(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: var called }
        && (
            called == "Stateless"
            || (
                called == "Twice"
                && call.Parent is MemberAccessExpressionSyntax { Name.Identifier.Text: var then }
                && then.StartsWith("Then", StringComparison.Ordinal)
            )
        );

    private static IEnumerable<string> Variables(SourceFile test, string type) =>
        from declared in test.Syntax.DescendantNodes().OfType<VariableDeclarationSyntax>()
        from variable in declared.Variables
        where
            declared.Type.ToString() == type
            || variable.Initializer?.Value is ObjectCreationExpressionSyntax made && made.Type.ToString() == type
        select variable.Identifier.Text;

    private static IEnumerable<string> Made<TNode>(SourceFile test, Func<TNode, (TypeSyntax Type, string Name)> of, string type) =>
        test.Syntax.DescendantNodes().OfType<TNode>().Select(of).Where(m => m.Type.ToString() == type).Select(m => m.Name);
}
