using System.Text.Json.Serialization;
using CrisisCommand.Platform;
using Wolverine.Marten;

namespace CrisisCommand.Alerts;

/// <summary>Section <c>CrisisCommand</c>.</summary>
public sealed class AlertOptions
{
    /// <summary>How long an alerted person has before the next one is alerted.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMinutes(3);
}

public static class AlertsModule
{
    public static void AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<AlertOptions>()
            .Bind(configuration.GetSection("CrisisCommand"))
            .Validate(o => o.AnswerWithin > TimeSpan.Zero, "CrisisCommand:AnswerWithin leaves nobody time to answer.")
            .ValidateOnStart();
        services.AddSingleton(
            new Facts()
                .Event<AlertRaised>("alert_raised", StreamKinds.Alert)
                .Event<OnCallAlerted>("on_call_alerted", StreamKinds.Alert, wakes: true)
                .Event<AlertAcknowledged>("alert_acknowledged", StreamKinds.Alert, wakes: true)
                .Event<AlertUnanswered>("alert_unanswered", StreamKinds.Alert)
                .Event<AlertExhausted>("alert_exhausted", StreamKinds.Alert, wakes: true)
                .Event<AlertEnded>("alert_ended", StreamKinds.Alert, wakes: true)
                .State<Alert>(StreamKinds.Alert)
                .Json(AlertsJson.Default)
        );
        services.AddSingleton<AlertLinks>();
        services.AddSingleton<AlertPages>();
        services.AddSingleton<AlertPaths>();
        services.AddSingleton<AlertCarrier>();
        services.SubscribeToEventsWithServices<AlertNews>(ServiceLifetime.Singleton);
    }

    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        api.MapAcknowledgeAlert();
        api.MapGetAlert();
    }
}

[JsonSerializable(typeof(AlertRaised))]
[JsonSerializable(typeof(OnCallAlerted))]
[JsonSerializable(typeof(AlertAcknowledged))]
[JsonSerializable(typeof(AlertUnanswered))]
[JsonSerializable(typeof(AlertExhausted))]
[JsonSerializable(typeof(AlertEnded))]
[JsonSerializable(typeof(NoContent))]
[JsonSerializable(typeof(AlertShown))]
public sealed partial class AlertsJson : JsonSerializerContext;
