using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using JasperFx.CommandLine;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

[assembly: AssemblyFixture(typeof(CrisisCommand.IntegrationTests.Product))]

namespace CrisisCommand.IntegrationTests;

/// <summary>
/// The product as it runs, over HTTP on Kestrel, on a database of its own in the PostgreSQL that ops/test.sh starts. Shared by all tests of
/// the assembly: each makes its own incidents and crises.
/// </summary>
public class Product : IAsyncLifetime
{
    private readonly string _database = $"t_{Guid.CreateVersion7():N}";
    private WebApplicationFactory<Program> _host = null!;

    public static string Server =>
        Environment.GetEnvironmentVariable("ConnectionStrings__CrisisCommand")
        ?? throw new InvalidOperationException("No PostgreSQL server is named. Run the tests with ops/test.sh, which starts one.");

    public HttpClient Http { get; private set; } = null!;

    public Uri Address => Http.BaseAddress!;

    public IServiceProvider Services => _host.Services;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = _database }.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        await Sql(Server, $"create database {_database}");
        StartHost();
    }

    /// <summary>The node ends in good order, and what <paramref name="meanwhile"/> does, it does to a database without one.</summary>
    public async Task Restart(Func<Task>? meanwhile = null)
    {
        await _host.DisposeAsync();
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        StartHost();
    }

    private void StartHost()
    {
        JasperFxEnvironment.AutoStartHost = true;
        Environment.SetEnvironmentVariable("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "CrisisCommand.DevelopmentIdentity");
        _host = new WebApplicationFactory<Program>().WithWebHostBuilder(Configure);
        _host.UseKestrel(0);
        _host.StartServer();
        Http = _host.CreateClient();
        Http.Timeout = TimeSpan.FromSeconds(30);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await Sql(Server, $"drop database if exists {_database} with (force)");
        GC.SuppressFinalize(this);
    }

    protected virtual void Configure(IWebHostBuilder host)
    {
        host.UseEnvironment("Development");
        host.UseSetting("ConnectionStrings:CrisisCommand", ConnectionString);
        host.UseSetting("CrisisCommand:Seed", "true");
        host.UseSetting("urls", "http://127.0.0.1:0");
    }

    /// <summary>A person of the seeded organisation, as an HTTP client that speaks to one realm.</summary>
    public async Task<Caller> As(string person, string realm = "live")
    {
        var token = await Http.GetStringAsync($"/development/tokens/{person}");
        return new Caller(Http, person, realm, token.Trim());
    }

    public static async Task Sql(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T?> Scalar<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (T?)await command.ExecuteScalarAsync();
    }
}
