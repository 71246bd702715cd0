using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace CrisisCommand.Platform.Web;

/// <summary>
/// The pages' files as they are served: a script's imports, which on disk are paths, are the addresses of what they name. So a module is kept
/// for ever as any file is, and what another one becomes makes it another one too.
/// </summary>
/// <param name="urlOf">The address of a file by its name.</param>
public sealed partial class ServedFiles(IFileProvider files, Func<string, string> urlOf) : IFileProvider
{
    private readonly ConcurrentDictionary<string, string> _texts = new();

    /// <summary>The names of all that these scripts import, and of what that imports.</summary>
    public IReadOnlyList<string> ImportsOf(IEnumerable<string> scripts)
    {
        var found = new List<string>();
        var next = new Queue<string>(scripts);
        while (next.TryDequeue(out var script))
        {
            foreach (var import in NamesIn(Text(script)).Where(n => !found.Contains(n)))
            {
                found.Add(import);
                next.Enqueue(import);
            }
        }

        return found;
    }

    public IFileInfo GetFileInfo(string subpath) =>
        files.GetFileInfo(subpath) is { Exists: true } file && IsOurScript(file.Name)
            ? new ServedScript(file, Served(file.Name))
            : files.GetFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => files.Watch(filter);

    /// <summary>What others wrote is served as they wrote it.</summary>
    private static bool IsOurScript(string name) =>
        name.EndsWith(".js", StringComparison.Ordinal) && !name.EndsWith(".min.js", StringComparison.Ordinal);

    private static IEnumerable<string> NamesIn(string text) => Import().Matches(text).Select(m => m.Groups["name"].Value);

    private byte[] Served(string name) =>
        ImportsOf([name]).Contains(name)
            ? throw new InvalidOperationException($"'{name}' imports itself, by what it imports: none of them has an address.")
            : Encoding.UTF8.GetBytes(Import().Replace(Text(name), m => $" from '{urlOf(m.Groups["name"].Value)}';"));

    private string Text(string name) =>
        _texts.GetOrAdd(
            name,
            key =>
            {
                using var reader = new StreamReader(files.GetFileInfo(key).CreateReadStream());
                return reader.ReadToEnd();
            }
        );

    [GeneratedRegex(@" from '\.[^']*/(?<name>[^'/]+)';")]
    private static partial Regex Import();

    private sealed class ServedScript(IFileInfo file, byte[] content) : IFileInfo
    {
        public bool Exists => true;

        public long Length => content.Length;

        public string? PhysicalPath => null;

        public string Name => file.Name;

        public DateTimeOffset LastModified => file.LastModified;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(content, writable: false);
    }
}
