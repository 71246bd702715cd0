using CrisisCommand.Reference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrisisCommand.Tests.House;

/// <summary>How files are cut. Each rule gives what breaks it, one line per offence.</summary>
public static class SourceRules
{
    private const int MaxFile = 200;
    private const int MaxMethod = 30;
    private const int MaxRoom = 45;
    private static readonly string[] Mappings = ["MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods"];

    public static IEnumerable<string> FilesAreShort(Code code) =>
        from file in code.Sources.Select(s => (s.Path, s.Text)).Concat(code.Files.Where(IsMeasured).Select(f => (f.Path, f.Text)))
        let lines = file.Text.TrimEnd('\n').Split('\n').Length
        where lines > MaxFile
        select $"{file.Path} has {lines} lines";

    /// <summary>A folder that one can look over: a feature, or a room of one. What lies in its own rooms is theirs.</summary>
    public static IEnumerable<string> RoomsAreSmall(Code code) =>
        from file in code.Sources
        group file by file.Room into room
        where room.Count() > MaxRoom
        select $"{room.Key} holds {room.Count()} files";

    /// <summary>
    /// Counted from brace to brace, or over the expression: what the formatter makes of a parameter list is not the method's length. A method
    /// that is one switch and nothing else, as a fold is, reads as a table and may be longer.
    /// </summary>
    public static IEnumerable<string> MethodsAreShort(Code code) =>
        from file in code.Sources
        from member in file.Syntax.DescendantNodes()
        let body = BodyOf(member)
        where body is not null and not ArrowExpressionClauseSyntax { Expression: SwitchExpressionSyntax } && LinesOf(body) > MaxMethod
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

    /// <summary>
    /// What a command may ask of its sender by how things stand, its route names too: whoever has none of it is sent away before their command
    /// is read, and nobody else.
    /// </summary>
    public static IEnumerable<string> DemandsAreNamed(Code code) =>
        from file in code.Sources
        where Calls(file).Any(c => Mappings.Contains(CalledOf(c)))
        let named = Calls(file).Where(c => CalledOf(c) is "Command" or "OrElse" or "WithMetadata").SelectMany(CapabilitiesIn).ToHashSet()
        where !named.Contains("BearSignedLink")
        from demanded in Calls(file)
            .Where(c => CalledOf(c) == "Demanding")
            .Cast<SyntaxNode>()
            // Which of several it is, a method of the file may say.
            .Concat(Calls(file).Any(c => CalledOf(c) == "DemandingOneOf") ? [file.Syntax] : [])
            .SelectMany(CapabilitiesIn)
            .Distinct()
        where !named.Contains(demanded)
        select $"{file.Path} demands {demanded}, which its route does not name";

    /// <summary>A slice that decides has a test twin: some test of the same feature names its command, and decides.</summary>
    public static IEnumerable<string> DecisionsHaveTests(Code code) =>
        from file in code.Sources
        from type in file.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type.Members.OfType<MethodDeclarationSyntax>().Any(m => m.Identifier.Text == "Decide" && m.ReturnType.ToString() == "Outcome")
        let name = type.Identifier.Text
        where !code.Tests.Any(t => t.Feature == file.Feature && Decides(t, name))
        select $"{file.Path}: no test in tests/CrisisCommand.Tests/{file.Feature} lets {name} decide";

    /// <summary>There is no synchronisation context here to stay away from, so an await needs no word about it.</summary>
    public static IEnumerable<string> AwaitsAreBare(Code code) =>
        from file in code.Sources
        where file.Text.Contains("ConfigureAwait(false)", StringComparison.Ordinal)
        select $"{file.Path} configures an await";

    /// <summary>In .NET <c>$</c> is content with a line break behind it: <c>\z</c> ends a pattern that judges what came from outside.</summary>
    public static IEnumerable<string> PatternsEndWhereTheySay(Code code) =>
        from file in code.Sources
        from made in file.Syntax.DescendantNodes()
        where made is AttributeSyntax { Name: IdentifierNameSyntax { Identifier.Text: "GeneratedRegex" } } or ObjectCreationExpressionSyntax
        let pattern = made.DescendantNodes().OfType<LiteralExpressionSyntax>().FirstOrDefault()?.Token.ValueText
        where made is AttributeSyntax || ((ObjectCreationExpressionSyntax)made).Type.ToString() == "Regex"
        where pattern is not null && pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal)
        select $"{file.Path}: {pattern} ends with $";

    /// <summary>Pages, and tests; the product's own source is looked at anyway.</summary>
    private static bool IsMeasured(TextFile file) =>
        (file.Extension == ".razor" && file.Path.StartsWith("src/CrisisCommand/", StringComparison.Ordinal))
        || (file.Extension == ".cs" && file.Path.StartsWith("tests/", StringComparison.Ordinal));

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
        return grouped.Append(chain).Any(text => text.Contains("Capabilities.", StringComparison.Ordinal));
    }

    private static IEnumerable<InvocationExpressionSyntax> Calls(SourceFile file) =>
        file.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>();

    private static string CalledOf(InvocationExpressionSyntax call) =>
        (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.Text ?? "";

    private static IEnumerable<string> CapabilitiesIn(SyntaxNode node) =>
        node.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Where(m => m.Expression.ToString().EndsWith("Capabilities", StringComparison.Ordinal))
            .Select(m => m.Name.Identifier.Text);

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
