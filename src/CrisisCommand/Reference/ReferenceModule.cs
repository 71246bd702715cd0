using System.Text.Json.Serialization;
using CrisisCommand.Platform;

namespace CrisisCommand.Reference;

public static class ReferenceModule
{
    public static void AddReference(this IServiceCollection services)
    {
        services.AddSingleton(s => ReferenceData.Load(s.GetRequiredService<IConfiguration>()));
        services.AddSingleton(new Facts().Json(ReferenceJson.Default));
    }

    public static void MapReference(this IEndpointRouteBuilder api) => api.MapGetReference();
}

[JsonSerializable(typeof(ReferenceData))]
public sealed partial class ReferenceJson : JsonSerializerContext;
