using System.Text;
using CrisisCommand.Reference;

namespace CrisisCommand.Manual;

/// <summary>Where the manual lies: in the build (<c>ops/manual</c>), or in the folder that <c>Manual:Folder</c> names.</summary>
internal static class ManualFiles
{
    private const string Embedded = "CrisisCommand.Manual.Cards/";

    /// <summary>For whoever edits the cards; no card itself.</summary>
    private const string ReadMe = "README.md";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ManualEdition Load(IConfiguration configuration, ReferenceData reference)
    {
        var files = configuration["Manual:Folder"] is { Length: > 0 } folder ? InFolder(folder) : InAssembly();
        return ManualEdition.Of(files, reference);
    }

    private static List<ManualFile> InFolder(string folder) =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*.md")
                    .Where(f => Path.GetFileName(f) != ReadMe)
                    .Select(f => Read(Path.GetFileName(f), File.ReadAllBytes(f))),
            ]
            : throw new UnusableManual([new(folder, 1, "Manual:Folder names no folder")]);

    private static List<ManualFile> InAssembly()
    {
        var assembly = typeof(ManualFiles).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(Embedded, StringComparison.Ordinal) && n != Embedded + ReadMe)
                .Select(n =>
                {
                    using var stream = assembly.GetManifestResourceStream(n)!;
                    using var bytes = new MemoryStream();
                    stream.CopyTo(bytes);
                    return Read(n[Embedded.Length..], bytes.ToArray());
                }),
        ];
    }

    /// <summary>A checkout on another system, or an editor that marks its files, makes no other edition.</summary>
    private static ManualFile Read(string name, byte[] bytes)
    {
        try
        {
            return new(name, Strict.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        }
        catch (DecoderFallbackException bad)
        {
            var line = bytes.AsSpan(0, Math.Clamp(bad.Index, 0, bytes.Length)).Count((byte)'\n') + 1;
            throw new UnusableManual([new(name, line, "the file is not in UTF-8")]);
        }
    }
}
