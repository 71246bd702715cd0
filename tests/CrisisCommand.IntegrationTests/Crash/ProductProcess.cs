using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>The product as a process of its own, with the development identity as ops/run.sh gives it, so that it may be killed.</summary>
public sealed class ProductProcess(PostgresServer server) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? _process;

    /// <summary>The same at every start of this product.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Further settings, as environment variables.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public string Log { get; } = Path.Combine(server.State, "product.log");

    /// <summary>Starts, and returns when it is ready.</summary>
    public async Task Start()
    {
        var host = Checkout.OutputOf("CrisisCommand");
        var start = new ProcessStartInfo("bash", ["-c", "exec dotnet CrisisCommand.dll >>\"$1\" 2>&1", "bash", Log])
        {
            WorkingDirectory = host,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = Path.Combine(
            Checkout.OutputOf("CrisisCommand.DevelopmentIdentity"),
            "CrisisCommand.DevelopmentIdentity.dll"
        );
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "CrisisCommand.DevelopmentIdentity";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["CrisisCommand__Seed"] = "true";
        start.Environment["ConnectionStrings__CrisisCommand"] = server.ConnectionString;
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        using var http = Client();
        await Eventually(() => Ready(http), "the product is not ready");
    }

    /// <summary>kill -9, at whatever it was doing.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public HttpClient Client() => new() { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };

    public static async Task<bool> Ready(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Until it is so; fails after a minute.</summary>
    public static async Task Eventually(Func<Task<bool>> itIsSo, string otherwise)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await itIsSo())
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                throw new TimeoutException($"After {Patience.TotalSeconds} s {otherwise}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await Kill();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
