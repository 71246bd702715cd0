using CrisisCommand.IntegrationTests.Notifications;
using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace CrisisCommand.IntegrationTests.Sending;

/// <summary>A product that keeps outside its database which one it served, and sends to a gateway of its own.</summary>
/// <param name="copy">Another database than the product's own: one that was restored.</param>
public sealed class DrillProduct(Gateway gateway, string? file = null, string? copy = null, bool isProtected = true) : Product
{
    public Gateway Gateway => gateway;

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Webhook:Url", Gateway.Address.ToString());
        host.UseSetting("Webhook:Secret", Gateway.Secret);
        host.UseSetting("Notices:Held", "00:00:01");
        host.UseSetting("Notices:Retries:0", "00:00:05");
        host.UseSetting("CrisisCommand:AnswerWithin", "00:00:04");
        host.UseSetting("Installation:File", file ?? "");
        host.UseSetting("Installation:Protected", isProtected ? "true" : "false");
        if (copy is not null)
        {
            host.UseSetting("ConnectionStrings:CrisisCommand", copy);
        }
    }

    /// <summary>As from a dump: everything that is in it, in another database. Nobody may be at work in it.</summary>
    public async Task<string> Restored()
    {
        var (from, to) = (new NpgsqlConnectionStringBuilder(ConnectionString).Database, $"t_{Fresh.Id():N}");
        NpgsqlConnection.ClearAllPools();
        await Sql(Server, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{from}'");
        await Sql(Server, $"create database {to} template {from}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = to }.ConnectionString;
    }

    public static async Task Drop(string database)
    {
        NpgsqlConnection.ClearAllPools();
        await Sql(Server, $"drop database if exists {new NpgsqlConnectionStringBuilder(database).Database} with (force)");
    }
}
