using Microsoft.AspNetCore.Hosting;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>The product with limits that a test reaches.</summary>
public sealed class LimitedProduct : Product
{
    public const int Burst = 20;

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        // A proxy on this machine is believed: so a test comes from as many addresses as it wants.
        host.UseSetting("Proxy:Known", "127.0.0.1");
        foreach (var limit in new[] { "Alarms", "AlarmsInFeeds", "Streams", "SignIns", "Links", "Keys" })
        {
            host.UseSetting($"Limits:{limit}:Burst", $"{Burst}");
            host.UseSetting($"Limits:{limit}:PerMinute", "1");
        }
    }
}

/// <summary>The same without any: what is held back there goes through here.</summary>
public sealed class UnlimitedProduct : Product
{
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        foreach (var limit in new[] { "Alarms", "Streams", "SignIns", "Links", "Keys" })
        {
            host.UseSetting($"Limits:{limit}:Burst", "0");
        }
    }
}
