namespace CrisisCommand.Tests.House;

/// <summary>Any file of the repository. <paramref name="Path"/> is relative to its root, with forward slashes.</summary>
public sealed record TextFile(string Path, Lazy<string> Read)
{
    private static readonly string[] NotWritten = ["bin", "obj", ".git", ".data", "node_modules", "TestResults", "Generated"];

    public string Text => Read.Value;

    public string Extension => System.IO.Path.GetExtension(Path);

    public static IReadOnlyList<TextFile> OfTheRepository() =>
        [
            .. Below(SourceFile.Repository)
                .Select(f => new TextFile(Relative(f), new Lazy<string>(() => File.ReadAllText(f))))
                .OrderBy(f => f.Path, StringComparer.Ordinal),
        ];

    private static string Relative(string file) => System.IO.Path.GetRelativePath(SourceFile.Repository, file).Replace('\\', '/');

    /// <summary>Folders of data and builds are not entered: they are large, and others write in them.</summary>
    private static IEnumerable<string> Below(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Concat(
                Directory.EnumerateDirectories(folder).Where(d => !NotWritten.Contains(System.IO.Path.GetFileName(d))).SelectMany(Below)
            );
}
