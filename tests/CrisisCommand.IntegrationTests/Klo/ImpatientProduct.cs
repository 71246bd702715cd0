using Microsoft.AspNetCore.Hosting;

namespace CrisisCommand.IntegrationTests.Klo;

/// <summary>The product with seconds where it has minutes: nobody in a test waits for three minutes.</summary>
public sealed class ImpatientProduct : Product
{
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("CrisisCommand:AnswerWithin", "00:00:03");
        host.UseSetting("CrisisCommand:ArriveWithin", "00:00:02");
        host.UseSetting("CrisisCommand:ArrivalGrace", "00:00:01");
    }
}
