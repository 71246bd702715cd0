using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrisisCommand.Tests.House;

/// <summary>A C# file and its syntax. <paramref name="Path"/> is relative to the folder looked at, with forward slashes.</summary>
public sealed record SourceFile(string Path, string Text, CompilationUnitSyntax Syntax)
{
    private static readonly string[] NotWritten = ["bin", "obj", "Internal", "Canaries"];

    public static string Repository { get; } = FindRepository();

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The first folder; empty for a file beside the features.</summary>
    public string Feature => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : "";

    /// <summary>The folder that it lies in.</summary>
    public string Room => System.IO.Path.GetDirectoryName(Path)!;

    public static IReadOnlyList<SourceFile> Under(string folder)
    {
        var root = System.IO.Path.Combine(Repository, folder);
        return
        [
            .. Directory
                .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Select(f => (File: f, Path: System.IO.Path.GetRelativePath(root, f).Replace('\\', '/')))
                .Where(f => !f.Path.Split('/').Intersect(NotWritten).Any())
                .OrderBy(f => f.Path, StringComparer.Ordinal)
                .Select(f => Parse(f.Path, File.ReadAllText(f.File))),
        ];
    }

    public static SourceFile Parse(string path, string text) => new(path, text, CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot());

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "CrisisCommand.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
