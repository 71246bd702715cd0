using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CrisisCommand.IntegrationTests.Platform;

namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>A PostgreSQL of a test's own, with data of its own, so that it may be stopped, frozen and killed.</summary>
public sealed class PostgresServer(string name) : IAsyncDisposable
{
    private const int Quit = 3;
    private const int KillNow = 9;
    private const int Continue = 18;
    private const int Stop = 19;

    public string State { get; } = Path.Combine(Checkout.Root, ".data", "test", name);

    /// <summary>Npgsql's, of the database <c>crisiscommand</c>.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>From nothing: what an earlier run left is removed.</summary>
    /// <param name="applied">With the schema in it, as an operator applies it.</param>
    public async Task Create(bool applied = true)
    {
        Directory.CreateDirectory(State);
        await Checkout.Ops(State, "postgres.sh", "remove");
        // With it what the product remembered outside the database: it would take this one for another, and send nothing.
        foreach (var left in new DirectoryInfo(State).EnumerateFileSystemInfos())
        {
            Remove(left);
        }

        await Start();
        if (applied)
        {
            await HostCommand.Apply(ConnectionString);
        }
    }

    public async Task Start()
    {
        await Checkout.Ops(State, "postgres.sh", "start");
        ConnectionString = await Checkout.Ops(State, "postgres.sh", "url");
    }

    /// <summary>Every process of the server stands still: connections stay open, nothing answers.</summary>
    public void Freeze() => Signal(Stop);

    public void Thaw() => Signal(Continue);

    /// <summary>Like a power cut to the server alone: no checkpoint, no word to the clients; it recovers from its log at the next start.</summary>
    public Task StopAtOnce() => End(Quit);

    /// <summary>kill -9 of the postmaster; its children notice and leave.</summary>
    public Task Kill() => End(KillNow);

    public async ValueTask DisposeAsync()
    {
        Thaw();
        await Checkout.Ops(State, "postgres.sh", "remove");
    }

    private static void Remove(FileSystemInfo left)
    {
        if (left is DirectoryInfo { LinkTarget: null } folder)
        {
            folder.Delete(recursive: true);
        }
        else
        {
            left.Delete();
        }
    }

    private async Task End(int signal)
    {
        List<int> family = [Postmaster()!.Value, .. Children()];
        Send(family[0], signal);
        foreach (var id in family)
        {
            await Eventually.So(() => Task.FromResult(!Path.Exists($"/proc/{id}")), $"process {id} does not end");
        }
    }

    private void Signal(int signal)
    {
        if (Postmaster() is { } postmaster)
        {
            // First, so that it has no more children once they are counted.
            Send(postmaster, signal);
            Children().ForEach(id => Send(id, signal));
        }
    }

    private int? Postmaster()
    {
        var file = Path.Combine(State, "postgres", "postmaster.pid");
        return File.Exists(file) ? int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture) : null;
    }

    private List<int> Children() =>
        Postmaster() is { } postmaster ? [.. Process.GetProcesses().Select(p => p.Id).Where(id => ParentOf(id) == postmaster)] : [];

    private static int? ParentOf(int id)
    {
        try
        {
            // "pid (name) state ppid …", where the name may hold anything.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended while we looked.
            return null;
        }
    }

    private static void Send(int id, int signal) => kill(id, signal);

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int pid, int signal);
}
