using System.Text.Json.Serialization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Preparedness;

public static class PreparednessModule
{
    public static void AddPreparedness(this IServiceCollection services)
    {
        services.AddFeature(new Facts(PreparednessJson.Default), MapPreparedness);
        services.AddSingleton<ReadinessReading>();
    }

    private static void MapPreparedness(this IEndpointRouteBuilder api) => api.MapGetReadiness();
}

[JsonSerializable(typeof(ReadinessShown))]
public sealed partial class PreparednessJson : JsonSerializerContext;
