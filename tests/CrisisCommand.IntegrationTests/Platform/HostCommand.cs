using System.Diagnostics;
using CrisisCommand.IntegrationTests.Crash;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>The built host as a process, given one command as an operator of a production system gives it.</summary>
internal static class HostCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The schema of an empty database.</summary>
    public static async Task Apply(string connectionString)
    {
        var (code, output) = await Run(connectionString, "db-apply");
        code.ShouldBe(0, output);
    }

    public static async Task<(int Code, string Output)> Run(string connectionString, string command, string environment = "Production")
    {
        var start = new ProcessStartInfo("dotnet", ["CrisisCommand.dll", .. command.Split(' ')])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Checkout.OutputOf("CrisisCommand"),
        };
        start.Environment.Remove("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["Identity__Authority"] = "https://login.example.se";
        start.Environment["Identity__Audience"] = "crisiscommand";
        start.Environment["ConnectionStrings__CrisisCommand"] = connectionString;
        start.Environment["Database__RuntimeRole"] = "crisiscommand_runtime";
        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{command}' does not end: {string.Concat(await output)}");
        }

        return (process.ExitCode, string.Concat(await output));
    }
}
