using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrisisCommand.Tests.House;

/// <summary>A comment names no file, script or type that is not in the repository: readers follow it, and find nothing.</summary>
public static partial class Comments
{
    /// <summary>The design, and what the benchmarks' database is limited with.</summary>
    private static readonly string[] Beside =
    [
        "architecture.md",
        "domain.md",
        "contract.md",
        "style.md",
        "stack.md",
        "standards.md",
        "evidence.md",
        "limit-init.sql",
        "limit.sql",
        "Node.js",
    ];

    /// <summary>Written like a type, and none of ours.</summary>
    private static readonly string[] Foreign = ["FirstName", "IndexedDB", "OnCall", "OpenAPI", "PascalCase", "W3C"];

    public static IEnumerable<string> CommentsNameWhatThereIs(Code code)
    {
        var parted = code
            .Files.Where(f => f.Extension is ".cs" or ".razor" or ".js" or ".css" or ".sh" or ".csproj" or ".props")
            .Select(f => (f.Path, Comments: In(f)))
            .Select(f => (f.Path, f.Comments.Said, Code: f.Comments.Remaining))
            .ToList();
        var words = parted.SelectMany(f => Word.Matches(f.Code).Select(m => m.Value)).Concat(Foreign).ToHashSet(StringComparer.Ordinal);
        return from file in parted
            from said in file.Said
            from name in Names(said, code.Files, words)
            select $"{file.Path} names {name}, which is not there";
    }

    private static IEnumerable<string> Names(string said, IReadOnlyList<TextFile> files, HashSet<string> words) =>
        FileName
            .Matches(said)
            .Select(m => m.Value.TrimEnd('.', '/'))
            .Where(n => !Placeholder.IsMatch(n))
            .Where(n => !Beside.Contains(n) && !files.Any(f => IsAt(f.Path, n)))
            .Concat(TypeName.Matches(said).Select(m => m.Value).Where(n => !words.Contains(n)));

    /// <summary>By its name, with as many of its folders as are said; what begins with ops may be cut short, as decisions are by their number.</summary>
    private static bool IsAt(string path, string name) =>
        path == name
        || path.EndsWith("/" + name, StringComparison.Ordinal)
        || (name.StartsWith("ops/", StringComparison.Ordinal) && path.StartsWith(name, StringComparison.Ordinal));

    private static (IReadOnlyList<string> Said, string Remaining) In(TextFile file)
    {
        var pattern = file.Extension switch
        {
            ".cs" => null,
            ".razor" => InRazor,
            ".sh" => InScripts,
            ".csproj" or ".props" => InXml,
            _ => InScriptsOfPages,
        };
        return pattern is null
            ? InSource(file.Text)
            : (
                [.. pattern.Matches(file.Text).Select(m => TypeOfScript.Replace(m.Value, ""))],
                pattern.Replace(file.Text, m => string.Join(' ', TypeOfScript.Matches(m.Value)))
            );
    }

    private static (IReadOnlyList<string> Said, string Remaining) InSource(string text)
    {
        var (said, rest, at) = (new List<string>(), new System.Text.StringBuilder(), 0);
        foreach (var trivia in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTrivia().Where(t => IsComment(t.Kind())))
        {
            said.Add(trivia.ToFullString());
            rest.Append(text, at, trivia.FullSpan.Start - at);
            at = trivia.FullSpan.End;
        }

        return (said, rest.Append(text, at, text.Length - at).ToString());
    }

    private static bool IsComment(SyntaxKind kind) =>
        kind
            is SyntaxKind.SingleLineCommentTrivia
                or SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.SingleLineDocumentationCommentTrivia
                or SyntaxKind.MultiLineDocumentationCommentTrivia;

    /// <summary>The type that a script's comment gives, and the name that it gives it: the checker of types reads those.</summary>
    [GeneratedRegex(@"@\w+\s*\{[^\n]*?\}(?=\s|\*|\z)(\s+\w+)?")]
    private static partial Regex TypeOfScript { get; }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word { get; }

    [GeneratedRegex(
        @"(?<![\w./*{}<>@-])(ops/[\w./-]+|[\w-]+([./][\w-]+)*\.(md|cs|razor|resx|js|css|sh|json|txt|props|csproj|sql|yml|yaml)\b)"
    )]
    private static partial Regex FileName { get; }

    /// <summary>A part that stands for any name.</summary>
    [GeneratedRegex(@"(?<![\w-])[A-Z]{2,}(?=[./]|\z)")]
    private static partial Regex Placeholder { get; }

    /// <summary>Two capitals at least, as no word of prose has; not the parts of an address.</summary>
    [GeneratedRegex(@"(?<![\w/.@-])[A-Z][a-z0-9]+[A-Z]\w*")]
    private static partial Regex TypeName { get; }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex InRazor { get; }

    [GeneratedRegex(@"^\s*#.*$", RegexOptions.Multiline)]
    private static partial Regex InScripts { get; }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex InXml { get; }

    [GeneratedRegex(@"^\s*//[^\n]*|/\*.*?\*/", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex InScriptsOfPages { get; }
}
