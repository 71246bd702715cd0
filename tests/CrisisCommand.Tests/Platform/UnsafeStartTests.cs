using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CrisisCommand.Tests.Platform;

/// <summary>The built host as a process of its own, in Production, where nothing listens at the database's address.</summary>
public class UnsafeStartTests
{
    /// <summary>As built, beside its own dependencies: those of the tests are others.</summary>
    private static readonly string Host = Path.Combine(
        AppContext.BaseDirectory.Replace(
            Path.Combine("tests", "CrisisCommand.Tests"),
            Path.Combine("src", "CrisisCommand"),
            StringComparison.Ordinal
        ),
        "CrisisCommand.dll"
    );

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(null, null, "Identity:Authority is not set to the https address")]
    [InlineData(null, null, "Keys:Certificate is not set")]
    [InlineData("Identity__Authority", "http://login.example.se", "Identity:Authority is not set to the https address")]
    [InlineData("Identity__Authority", "https://login.example.se", "Identity:Audience is not set.")]
    [InlineData("AllowedHosts", "*", "AllowedHosts names everybody")]
    [InlineData("CrisisCommand__CallNumber", "08-123", "AllowedHosts names no host")]
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true", "believes whoever says for whom they ask")]
    [InlineData("Proxy__Known", "10.0.0.0/8;proxy.example", "'proxy.example' is no address and no network")]
    [InlineData("Authentication__Schemes__Bearer__SigningKeys__0__Value", "x", "Signing keys are never configured")]
    public async Task The_host_refuses_to_start_with_unsafe_settings_before_it_asks_the_database(
        string? setting,
        string? value,
        string reason
    )
    {
        using var database = new TcpListener(IPAddress.Loopback, 0);
        database.Start();
        var asked = database.AcceptSocketAsync(TestContext.Current.CancellationToken).AsTask();

        var (code, output) = await Start(((IPEndPoint)database.LocalEndpoint).Port, setting, value);

        code.ShouldNotBe(0, output);
        output.ShouldContain(reason);
        asked.IsCompleted.ShouldBeFalse("the database was asked first");
        database.Stop();
    }

    [Fact]
    public async Task A_table_of_kinds_that_the_company_does_not_have_stops_the_start_and_not_the_first_alarm()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            """{"categories": {}, "saysNothing": [], "seenThrough": [], "rules": [{"kind": "meteor", "words": ["meteorit"]}]}""",
            TestContext.Current.CancellationToken
        );

        var (code, output) = await Start(1, "Alarms__KindsFile", file);

        File.Delete(file);
        code.ShouldNotBe(0, output);
        output.ShouldContain("Alarms:KindsFile names kinds that the reference data does not know: meteor.");
    }

    private static async Task<(int Code, string Output)> Start(int database, string? setting, string? value)
    {
        var start = new ProcessStartInfo("dotnet", [Host])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var inherited in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ConnectionStrings__CrisisCommand"] = $"Host=127.0.0.1;Port={database};Username=x;Database=x";
        if (setting is not null)
        {
            start.Environment[setting] = value;
        }

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
            Assert.Fail($"It serves: {string.Concat(await output)}");
        }

        return (process.ExitCode, string.Concat(await output));
    }

    /// <summary>What the tests themselves run under must not make the host safe.</summary>
    private static bool IsOurs(string variable) =>
        new[]
        {
            "ASPNETCORE_",
            "DOTNET_STARTUP_HOOKS",
            "DOTNET_ENVIRONMENT",
            "ConnectionStrings",
            "Identity",
            "Authentication",
            "AllowedHosts",
        }.Any(p => variable.StartsWith(p, StringComparison.OrdinalIgnoreCase));
}
