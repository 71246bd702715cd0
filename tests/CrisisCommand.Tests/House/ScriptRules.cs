using System.Text.RegularExpressions;

namespace CrisisCommand.Tests.House;

/// <summary>A file of the pages that is no C#. <paramref name="Path"/> is relative to the repository, with forward slashes.</summary>
public sealed record PageSource(string Path, string Text)
{
    private static readonly string[] NotWritten = ["bin", "obj"];

    /// <summary>Our own scripts, or the pages that load them.</summary>
    public static IReadOnlyList<PageSource> Of(string ending) =>
        [
            .. new[] { "src", "tests" }
                .SelectMany(f =>
                    Directory.EnumerateFiles(System.IO.Path.Combine(SourceFile.Repository, f), "*" + ending, SearchOption.AllDirectories)
                )
                .Select(f => (File: f, Path: System.IO.Path.GetRelativePath(SourceFile.Repository, f).Replace('\\', '/')))
                .Where(f => !f.Path.Split('/').Intersect(NotWritten).Any() && !f.Path.EndsWith(".min.js", StringComparison.Ordinal))
                .OrderBy(f => f.Path, StringComparer.Ordinal)
                .Select(f => new PageSource(f.Path, File.ReadAllText(f.File))),
        ];
}

/// <summary>How the pages' scripts are cut. Each rule gives what breaks it, one line per offence.</summary>
public static partial class ScriptRules
{
    private const int MaxFile = 200;

    /// <summary>What the checker of ops/test.sh is told to look at, an editor is told too.</summary>
    public static IEnumerable<string> TypesAreChecked(IEnumerable<PageSource> scripts) =>
        from script in scripts
        where
            !script.Text.StartsWith("// @ts-check\n", StringComparison.Ordinal)
            || script.Text.Contains("@ts-nocheck", StringComparison.Ordinal)
        select $"{script.Path} is not checked";

    public static IEnumerable<string> FilesAreShort(IEnumerable<PageSource> scripts) =>
        from script in scripts
        let lines = script.Text.TrimEnd('\n').Split('\n').Length
        where lines > MaxFile
        select $"{script.Path} has {lines} lines";

    /// <summary>What one module has of another it imports, and nothing lies in the window.</summary>
    public static IEnumerable<string> NothingIsGlobal(IEnumerable<PageSource> scripts) =>
        from script in scripts
        from Match made in Global().Matches(script.Text)
        select $"{script.Path} makes {made.Value} global";

    /// <summary>In the one form that the server knows to put an address in: a module under two addresses would be two.</summary>
    public static IEnumerable<string> ImportsAreNamed(IEnumerable<PageSource> scripts) =>
        from script in scripts
        from line in script.Text.Split('\n')
        where Import().IsMatch(line) && !Named().IsMatch(line)
        select $"{script.Path}: {line}";

    /// <summary>Only what others wrote is no module.</summary>
    public static IEnumerable<string> ScriptsAreModules(IEnumerable<PageSource> pages) =>
        from page in pages
        from Match tag in Tag().Matches(page.Text)
        where !tag.Value.Contains("type=\"module\"", StringComparison.Ordinal) && !tag.Value.Contains(".min.js", StringComparison.Ordinal)
        select $"{page.Path}: {tag.Value}";

    [GeneratedRegex(
        @"\b(window|globalThis|self)(\.\w+|\[[^\]]+\])\s*=(?![=>])|Object\.assign\((window|globalThis|self)\b|^var \w+",
        RegexOptions.Multiline
    )]
    private static partial Regex Global();

    [GeneratedRegex(@"\A(import|export .* from)\b|^[^/*]*\bimport\(")]
    private static partial Regex Import();

    [GeneratedRegex(@"\Aimport [^']+ from '(\.{1,2}(/[\w.-]+)*/[\w-]+\.js|node:[\w/]+)';\z")]
    private static partial Regex Named();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Tag();
}
