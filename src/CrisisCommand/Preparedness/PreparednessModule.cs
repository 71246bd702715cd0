using System.Text.Json.Serialization;
using CrisisCommand.Platform;

namespace CrisisCommand.Preparedness;

public static class PreparednessModule
{
    public static void AddPreparedness(this IServiceCollection services)
    {
        services.AddSingleton(new Facts().Json(PreparednessJson.Default));
        services.AddSingleton<ReadinessReading>();
    }

    public static void MapPreparedness(this IEndpointRouteBuilder api) => api.MapGetReadiness();
}

[JsonSerializable(typeof(ReadinessShown))]
public sealed partial class PreparednessJson : JsonSerializerContext;
