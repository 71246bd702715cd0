using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrisisCommand.Tests.House;

/// <summary>How files are cut. Each rule gives what breaks it, one line per offence.</summary>
public static class SourceRules
{
    private const int MaxFile = 200;
    private const int MaxMethod = 30;
    private static readonly string[] Mappings = ["MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods"];

    public static IEnumerable<string> FilesAreShort(Code code) =>
        from file in code.Sources
        let lines = file.Text.TrimEnd('\n').Split('\n').Length
        where lines > MaxFile
        select $"{file.Path} has {lines} lines";

    /// <summary>Counted from brace to brace, or over the expression: what the formatter makes of a parameter list is not the method's length.</summary>
    public static IEnumerable<string> MethodsAreShort(Code code) =>
        from file in code.Sources
        from member in file.Syntax.DescendantNodes()
        let body = BodyOf(member)
        where body is not null && LinesOf(body) > MaxMethod
        select $"{file.Path} {NameOf(member)} has {LinesOf(body)} lines";

    /// <summary>A use case is found by its file's name, and routes are mapped nowhere else.</summary>
    public static IEnumerable<string> SlicesHoldTheirEndpoint(Code code) =>
        from file in code.Sources
        where file.Feature is not ("" or "Platform")
        from offence in Misnamed(file).Concat(Strays(file))
        select $"{file.Path}: {offence}";

    /// <summary>Every route names what it asks of its caller, in the statement that maps it: by the helpers, which want it, or outright.</summary>
    public static IEnumerable<string> EndpointsNameACapability(Code code) =>
        from file in code.Sources
        where file.Feature is not ("" or "Platform")
        from call in file.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax access && Mappings.Contains(access.Name.Identifier.Text)
        where !NamesACapability(call, file)
        select $"{file.Path}: {call.ArgumentList.Arguments.FirstOrDefault()} names no capability";

    /// <summary>A slice that decides has a test twin: some test of the same feature names its command, and decides.</summary>
    public static IEnumerable<string> DecisionsHaveTests(Code code) =>
        from file in code.Sources
        from type in file.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type.Members.OfType<MethodDeclarationSyntax>().Any(m => m.Identifier.Text == "Decide" && m.ReturnType.ToString() == "Outcome")
        let name = type.Identifier.Text
        where !code.Tests.Any(t => t.Feature == file.Feature && Decides(t, name))
        select $"{file.Path}: no test in tests/CrisisCommand.Tests/{file.Feature} lets {name} decide";

    /// <summary>Clock, ids and sleep are banned at compile time (BannedSymbols.txt); the ban is lifted only where ids are drawn.</summary>
    public static IEnumerable<string> BansStand(Code code) =>
        from file in code.Sources
        where file.Path != "Platform/Ids.cs" && file.Text.Contains("RS0030", StringComparison.Ordinal)
        select $"{file.Path} lifts a ban";

    /// <summary>In its own chain of calls, or in that of the group that it is mapped on.</summary>
    private static bool NamesACapability(InvocationExpressionSyntax call, SourceFile file)
    {
        var chain = call.AncestorsAndSelf().TakeWhile(n => n is ExpressionSyntax).Last().ToString();
        var group = ((MemberAccessExpressionSyntax)call.Expression).Expression.ToString();
        var grouped = file
            .Syntax.DescendantNodes()
            .OfType<VariableDeclaratorSyntax>()
            .Where(v => v.Identifier.Text == group)
            .Select(v => v.Initializer?.ToString() ?? "");
        return grouped.Append(chain).Any(text => text.Contains("Capability.", StringComparison.Ordinal));
    }

    private static bool Decides(SourceFile test, string command) =>
        test.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>().Select(i => i.Identifier.Text).ToHashSet(StringComparer.Ordinal)
            is var named
        && named.Contains(command)
        && named.Contains("Decide");

    private static IEnumerable<string> Misnamed(SourceFile file)
    {
        var endpoints = TypesOf(file).Where(n => n.EndsWith("Endpoint", StringComparison.Ordinal)).ToList();
        return endpoints.Count > 1
            ? [$"holds {string.Join(" and ", endpoints)}"]
            : endpoints.Where(n => n != file.Name + "Endpoint").Select(n => $"holds {n}");
    }

    private static IEnumerable<string> Strays(SourceFile file) =>
        from call in file.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax access && Mappings.Contains(access.Name.Identifier.Text)
        let within = call.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault()?.Identifier.Text
        where within != file.Name + "Endpoint"
        select $"maps a route in {within ?? "no type"}";

    private static IEnumerable<string> TypesOf(SourceFile file) =>
        file.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>().Select(t => t.Identifier.Text);

    private static SyntaxNode? BodyOf(SyntaxNode member) =>
        member switch
        {
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
            PropertyDeclarationSyntax property => property.ExpressionBody,
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody,
            _ => null,
        };

    private static int LinesOf(SyntaxNode body)
    {
        var span = body.GetLocation().GetLineSpan();
        var braces = body is BlockSyntax ? 1 : 0;
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1 - (2 * braces);
    }

    private static string NameOf(SyntaxNode member) =>
        member switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            LocalFunctionStatementSyntax local => local.Identifier.Text,
            _ => member.Kind().ToString(),
        };
}
