namespace CrisisCommand.Tests.Alarms;

/// <summary>Real CAP files of others: test input only, kept beside the repository, never in it.</summary>
internal static class CapData
{
    public static readonly string? Root = FindRoot();
    public static readonly string? Folder = Root is null ? null : Existing(Path.Combine(Root, "..", "shared", "data"));

    public static void Require() =>
        Assert.SkipUnless(Folder is not null, "no ../shared/data beside the repository: real CAP files are not here");

    public static string PathOf(string name) => Path.Combine(Folder!, name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>One row of CAP_MANIFEST.tsv for each file, its columns by name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Manifest()
    {
        var lines = File.ReadAllLines(PathOf("CAP_MANIFEST.tsv")).Where(line => line.Length > 0).ToList();
        var columns = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split('\t')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static string? FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "CrisisCommand.sln")))
            at = at.Parent;
        return at?.FullName;
    }

    private static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;
}
