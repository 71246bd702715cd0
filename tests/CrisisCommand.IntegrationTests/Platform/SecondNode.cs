using Microsoft.AspNetCore.Hosting;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>Another node of a product: a host of its own, with bell and subscriptions, on the same database.</summary>
public sealed class SecondNode(Product first) : Product
{
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("ConnectionStrings:CrisisCommand", first.ConnectionString);
    }
}
