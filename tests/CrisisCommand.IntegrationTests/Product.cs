using CrisisCommand.IntegrationTests.Platform;
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
    /// <summary>
    /// Longer than a run takes: hundreds of crises in which nobody answers would each call their next deputies by now, and the slower the
    /// machine, the more of them. What comes when nobody answers has products of its own.
    /// </summary>
    public static readonly TimeSpan TimeToAnswer = TimeSpan.FromHours(1);

    /// <summary>The schema, as an operator applies it: once in a run, and copied for each product.</summary>
    private static readonly Lazy<Task<string>> Template = new(async () =>
    {
        const string Name = "t_template";
        await Sql(Server, $"drop database if exists {Name} with (force)");
        await Sql(Server, $"create database {Name}");
        await HostCommand.Apply(new NpgsqlConnectionStringBuilder(Server) { Database = Name }.ConnectionString);
        return Name;
    });

    private readonly string _database = $"t_{Fresh.Id():N}";
    private WebApplicationFactory<Program> _host = null!;
    private NpgsqlDataSource? _look;

    public static string Server =>
        Environment.GetEnvironmentVariable("ConnectionStrings__CrisisCommand")
        ?? throw new InvalidOperationException("No PostgreSQL server is named. Run the tests with ops/test.sh, which starts one.");

    public HttpClient Http { get; private set; } = null!;

    public Uri Address => Http.BaseAddress!;

    public IServiceProvider Services => _host.Services;

    /// <summary>
    /// With time to be let in: on a busy machine a second is too short, who gives up comes again, and the server is soon busy with nothing
    /// else. What the product does without it is seen where the database is away (DatabaseAwayTests).
    /// </summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = _database, Timeout = 15 }.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        await MakeDatabase(_database);
        StartHost();
    }

    protected virtual async Task MakeDatabase(string database) =>
        await Sql(Server, $"create database {database} template {await Template.Value}");

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
        Http.Timeout = TimeSpan.FromSeconds(60);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await (_look?.DisposeAsync() ?? ValueTask.CompletedTask);
        NpgsqlConnection.ClearAllPools();
        await Sql(Server, $"drop database if exists {_database} with (force)");
        GC.SuppressFinalize(this);
    }

    protected virtual void Configure(IWebHostBuilder host)
    {
        host.UseEnvironment("Development");
        host.UseSetting("ConnectionStrings:CrisisCommand", ConnectionString);
        host.UseSetting("Database:ApplyAtStart", "false");
        host.UseSetting("CrisisCommand:Seed", "true");
        host.UseSetting("CrisisCommand:AnswerWithin", TimeToAnswer.ToString());
        host.UseSetting("urls", "http://127.0.0.1:0");
        // All tests come from one address, and many send what is wrong: the limits have a product of their own (LimitedProduct).
        host.UseSetting("Limits:Links:Burst", "0");
        host.UseSetting("Limits:Keys:Burst", "0");
        // Most tests raise alarms of their own by the same machine to the same person, and are about something else than floods.
        host.UseSetting("Notices:Limits:AtOnce", "10000");
        host.UseSetting("Notices:Limits:PerSender", "10000");
        host.UseSetting("Notices:Limits:PerPerson", "10000");
        host.UseSetting("Notices:Limits:InAll", "10000");
    }

    /// <summary>A person of the seeded organisation, as an HTTP client that speaks to one realm.</summary>
    public async Task<Caller> As(string person, string realm = "live")
    {
        var token = await Http.GetStringAsync($"/development/tokens/{person}");
        return new Caller(Http, person, realm, token.Trim(), patient: true);
    }

    public static async Task Sql(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What the trigger refuses to everybody, by who has taken it away first; afterwards it is there again.</summary>
    public Task Spoil(string sql) =>
        Sql(
            ConnectionString,
            "alter table crisis.mt_events disable trigger user; set session_replication_role = replica; "
                + sql
                + "; set session_replication_role = origin; alter table crisis.mt_events enable always trigger events_are_for_ever"
        );

    public async Task<T?> Scalar<T>(string sql)
    {
        // Kept: many look again every few milliseconds, and a connection costs more than the look.
        _look ??= NpgsqlDataSource.Create(ConnectionString);
        await using var command = _look.CreateCommand(sql);
        return (T?)await command.ExecuteScalarAsync();
    }
}
