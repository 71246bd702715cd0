using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisCommand.Sending;

/// <summary>
/// Keeps outside the database which one was served last: the file that <c>Installation:File</c> names, shared by the nodes of one machine or
/// volume; without it, this process's memory.
/// </summary>
public sealed class InstallationFile(IConfiguration configuration)
{
    private readonly string? _path = configuration["Installation:File"] is { Length: > 0 } path ? Path.GetFullPath(path) : null;
    private Remembered? _memory;

    public bool KeepsMemory => _path is not null;

    /// <summary>What this process or, where there is a file, any node that shares it has seen last.</summary>
    public async Task<Remembered?> Read(CancellationToken token)
    {
        if (_path is null)
        {
            return _memory;
        }

        try
        {
            await using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return await JsonSerializer.DeserializeAsync(file, InstallationJson.Default.Remembered, token);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public async Task Write(Remembered seen, CancellationToken token)
    {
        _memory = seen;
        if (_path is null)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        // Renamed when whole: another node reads the old one or the new one, never half of it.
        var half = $"{_path}.{Environment.ProcessId}";
        await File.WriteAllBytesAsync(half, JsonSerializer.SerializeToUtf8Bytes(seen, InstallationJson.Default.Remembered), token);
        File.Move(half, _path, overwrite: true);
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(Remembered))]
public sealed partial class InstallationJson : JsonSerializerContext;
