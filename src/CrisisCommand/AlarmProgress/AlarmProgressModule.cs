using System.Text.Json.Serialization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.AlarmProgress;

/// <summary>What an alarm's sender is told of it: out of what alerts, incidents and crises know, and nothing of its own.</summary>
public static class AlarmProgressModule
{
    public static void AddAlarmProgress(this IServiceCollection services)
    {
        services.AddFeature(new Facts(AlarmProgressJson.Default), MapAlarmProgress);
        services.AddSingleton<AlarmProgressReading>();
    }

    private static void MapAlarmProgress(this IEndpointRouteBuilder api) => api.MapGetAlarm();
}

[JsonSerializable(typeof(AlarmProgressShown))]
public sealed partial class AlarmProgressJson : JsonSerializerContext;
