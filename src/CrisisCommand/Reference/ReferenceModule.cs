using System.Text.Json.Serialization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Reference;

public static class ReferenceModule
{
    public static void AddReference(this IServiceCollection services)
    {
        services.AddSingleton(s => ReferenceData.Load(s.GetRequiredService<IConfiguration>()));
        services.AddFeature(new Facts(ReferenceJson.Default), MapReference);
    }

    private static void MapReference(this IEndpointRouteBuilder api) => api.MapGetReference();
}

[JsonSerializable(typeof(ReferenceData))]
public sealed partial class ReferenceJson : JsonSerializerContext;
