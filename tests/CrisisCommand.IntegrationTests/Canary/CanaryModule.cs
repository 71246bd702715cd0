using System.Text.Json.Serialization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Canary;

public static class CanaryModule
{
    public static void AddCanary(this IServiceCollection services) =>
        services.AddFeature(new Facts(CanaryJson.Default).State<CanaryLog>(StreamKinds.Crisis), api => api.MapRingCanary());
}

[JsonSerializable(typeof(CanaryRung))]
[JsonSerializable(typeof(RingCanary))]
public sealed partial class CanaryJson : JsonSerializerContext;
