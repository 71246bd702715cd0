using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>The product as a process of its own, with the development identity as ops/run.sh gives it, so that it may be killed.</summary>
/// <param name="name">Of its log, where several run on one database.</param>
/// <param name="settings">As environment variables.</param>
public sealed class ProductProcess(PostgresServer server, string name = "product", params (string Name, string Value)[] settings)
    : IAsyncDisposable
{
    private Process? _process;

    /// <summary>The same at every start of this product.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public string Log { get; } = Path.Combine(server.State, $"{name}.log");

    /// <summary>Starts, and returns when it is ready.</summary>
    public async Task Start()
    {
        Launch();
        using var http = Client();
        await Eventually.So(() => Ready(http), "the product is not ready");
    }

    /// <summary>Starts, and does not wait.</summary>
    public void Launch()
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
        start.Environment["Database__ApplyAtStart"] = "false";
        start.Environment["ConnectionStrings__CrisisCommand"] = server.ConnectionString;
        foreach (var (setting, value) in settings)
        {
            start.Environment[setting] = value;
        }

        _process = Process.Start(start)!;
    }

    /// <summary>kill -9, at whatever it was doing.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public HttpClient Client() => new() { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

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
