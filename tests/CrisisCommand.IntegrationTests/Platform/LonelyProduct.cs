using CrisisCommand.IntegrationTests.Notifications;
using Microsoft.AspNetCore.Hosting;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>A product of one test class alone, which may restart it; it knows a secret that only settings may know.</summary>
public sealed class LonelyProduct : Product
{
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Webhook:Url", "http://127.0.0.1:9/messages");
        host.UseSetting("Webhook:Secret", Gateway.Secret);
    }
}
