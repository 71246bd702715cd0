using System.Text.Json.Serialization;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;

namespace CrisisCommand.Alerts;

/// <summary>Section <c>CrisisCommand</c>.</summary>
public sealed class AlertOptions
{
    /// <summary>How long an alerted person has before the next one is alerted.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long after the path came to its end without an answer it is gone through again.</summary>
    public TimeSpan RepeatAlertAfter { get; init; } = TimeSpan.FromMinutes(5);

    public AlertDue DueFrom(DateTimeOffset now) => new(now + AnswerWithin, now + RepeatAlertAfter);
}

public static class AlertsModule
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Messages of a flood under way at once on one node: what is left of it is everybody else's.</summary>
    private const int FloodAtOnce = 2;

    public static void AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<AlertOptions>()
            .Bind(configuration.GetSection("CrisisCommand"))
            .Validate(o => o.AnswerWithin > TimeSpan.Zero, "CrisisCommand:AnswerWithin leaves nobody time to answer.")
            .Validate(
                o => o.RepeatAlertAfter >= Shortest && o.RepeatAlertAfter <= Longest,
                "CrisisCommand:RepeatAlertAfter is from a second to an hour: an alarm that nobody takes is called again."
            )
            .ValidateOnStart();
        var facts = new Facts(AlertsJson.Default).State<Alert>(StreamKinds.Alert);
        services.AddFeature(facts, MapAlerts);
        services.AddSingleton<AlertReading>();
        services.AddSingleton<AlertOfIncident>(s => s.GetRequiredService<AlertReading>().Of);
        services.AddSingleton<UntakenAlerts>();
        services.ConfigureMarten(o =>
        {
            o.Projections.Add(new ViewProjection<AlertView>(facts.On(StreamKinds.Alert)), ProjectionLifecycle.Inline);
            o.Schema.For<AlertView>().Index(x => x.Untaken);
        });
        services.AddSingleton<AlertLinks>();
        services.AddSingleton(new LinkPath(AcknowledgeByLinkEndpoint.Path));
        services.AddSingleton<AlertPages>();
        services.AddSingleton<AlertPaths>();
        services.AddSingleton<AlertCarrier>();
        services.FollowEvents<AlertNews>();
        services.ConfigureWolverine(o =>
        {
            o.LocalQueueFor<AlarmsHaveMoved>().MaximumParallelMessages(FloodAtOnce);
            o.LocalQueueFor<AlertsFallDue>().MaximumParallelMessages(FloodAtOnce);
        });
    }

    public static void MapAlertPages(this IEndpointRouteBuilder pages) => pages.MapShowUntaken();

    private static void MapAlerts(this IEndpointRouteBuilder api)
    {
        api.MapAcknowledgeAlert();
        api.MapEndAlert();
        api.MapGetAlert();
    }
}

[JsonSerializable(typeof(AlertRaised))]
[JsonSerializable(typeof(OnCallAlerted))]
[JsonSerializable(typeof(AlertAcknowledged))]
[JsonSerializable(typeof(AlertUnanswered))]
[JsonSerializable(typeof(AlertExhausted))]
[JsonSerializable(typeof(AlertRepeated))]
[JsonSerializable(typeof(AlertEnded))]
[JsonSerializable(typeof(AlarmLogged))]
[JsonSerializable(typeof(LeaderInformed))]
[JsonSerializable(typeof(AlertView))]
[JsonSerializable(typeof(EndAlert))]
[JsonSerializable(typeof(NoContent))]
[JsonSerializable(typeof(AlertShown))]
public sealed partial class AlertsJson : JsonSerializerContext;
