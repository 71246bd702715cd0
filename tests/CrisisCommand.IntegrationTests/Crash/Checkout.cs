using System.Diagnostics;

namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>This checkout's folders and scripts, for tests that start processes of their own.</summary>
internal static class Checkout
{
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory.TrimEnd('/'));

    public static string Root { get; } = FindRoot();

    /// <summary>The folder that a project of src/ is built into, in the configuration of these tests.</summary>
    public static string OutputOf(string project) => Path.Combine(Root, "src", project, "bin", Output.Parent!.Name, Output.Name);

    /// <summary>Runs a script of ops/ and gives what it printed.</summary>
    public static async Task<string> Ops(string state, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Root, "ops", script), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CRISISCOMMAND_DATA"] = state;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? printed.Trim()
            : throw new InvalidOperationException($"ops/{script} {string.Join(' ', arguments)}: {await errors}");
    }

    private static string FindRoot()
    {
        for (var folder = Output; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CrisisCommand.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No checkout holds {Output.FullName}.");
    }
}
