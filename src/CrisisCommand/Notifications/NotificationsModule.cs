using System.Text.Json.Serialization;
using CrisisCommand.Notifications.Muting;
using CrisisCommand.Notifications.Telling;
using CrisisCommand.Notifications.Wording;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Sending;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;

namespace CrisisCommand.Notifications;

public static class NotificationsModule
{
    /// <summary>Messages under way at once on one node: a provider that hangs must not hold up the summons of the other functions.</summary>
    private const int AtOnce = 32;

    public static void AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        var facts = new Facts(NotificationsJson.Default)
            .State<Notice>(StreamKinds.Notice)
            .State<AlertGathering>(StreamKinds.Gathering)
            .State<Mute>(StreamKinds.Person);
        services.AddFeature(facts, MapNotifications);
        services.ConfigureMarten(o =>
        {
            o.Projections.Add(new ViewProjection<NoticeView>(facts.On(StreamKinds.Notice)), ProjectionLifecycle.Inline);
            o.Schema.For<NoticeView>().Index(x => x.CrisisId).Index(x => x.Waiting).Duplicate(x => x.ComposedAt);
        });
        services.AddChannels(configuration);
        services.AddSingleton<NoticeTexts>();
        services.AddSingleton<MatterReading>();
        services.AddSingleton<NoticeSending>();
        services.AddSingleton<NoticeReading>();
        services.AddSingleton<WaitingCalls>();
        services.AddGatherings(facts, configuration.GetSection("Notices:Limits"));
        services.AddSingleton<NoticeHolding>();
        services.AddSingleton<MessagesWaiting>(s => s.GetRequiredService<NoticeHolding>().Waiting);
        services.FollowEvents<NoticeNews>();
        services.ConfigureWolverine(o => o.LocalQueueFor<NoticeDue>().MaximumParallelMessages(AtOnce));
        services.AddTellings();
    }

    public static void MapNotificationPages(this IEndpointRouteBuilder pages) => pages.MapShowCalls();

    private static void MapNotifications(this IEndpointRouteBuilder api)
    {
        api.MapListNotices();
        api.MapListHeld();
        api.MapGetNotice();
        api.MapRecordCall();
        api.MapGetMute();
        api.MapMuteTellings();
        api.MapUnmuteTellings();
    }

    private static void AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        var smtp = configuration.GetSection("Smtp").Get<SmtpOptions>() ?? new SmtpOptions();
        var webhook = configuration.GetSection("Webhook").Get<WebhookOptions>() ?? new WebhookOptions();
        if (!smtp.IsFit)
        {
            throw new InvalidOperationException("Smtp:Host is set, but Smtp:From is no e-mail address.");
        }

        if (!webhook.IsFit)
        {
            throw new InvalidOperationException(
                "Webhook:Url is set, but it is no http(s) address, or Webhook:Secret is not whsec_ and base64 of 24 to 64 bytes."
            );
        }

        services.AddSingleton(smtp);
        services.AddSingleton(webhook);
        services.AddSingleton(ScheduleOf(configuration.GetSection("Notices")));
        services.AddSingleton<ExerciseRecorder>();
        services.AddSingleton<EmailChannel>();
        services.AddSingleton<WebhookChannel>();
        services.AddSingleton<NoticeChannels>();
        services
            .AddHttpClient(WebhookChannel.Client)
            // The channel itself sets the time limit, by the product's clock; the framework's own must not come before it.
            .ConfigureHttpClient(c => c.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) }
            )
            .RemoveAllLoggers();
    }

    private static NoticeSchedule ScheduleOf(IConfigurationSection section)
    {
        var usual = new NoticeSchedule();
        return new()
        {
            Retries = section.GetSection("Retries").Get<TimeSpan[]>() is { } retries ? [.. retries] : usual.Retries,
            Silence = section.GetValue<TimeSpan?>("Silence") ?? usual.Silence,
            Timeout = section.GetValue<TimeSpan?>("Timeout") ?? usual.Timeout,
            Held = section.GetValue<TimeSpan?>("Held") ?? usual.Held,
        };
    }
}

[JsonSerializable(typeof(NoticeComposed))]
[JsonSerializable(typeof(NoticeAttempted))]
[JsonSerializable(typeof(NoticeAttemptRepeated))]
[JsonSerializable(typeof(NoticeAccepted))]
[JsonSerializable(typeof(NoticeRecorded))]
[JsonSerializable(typeof(NoticeFailed))]
[JsonSerializable(typeof(NoticePassedToOperator))]
[JsonSerializable(typeof(NoticeCalled))]
[JsonSerializable(typeof(NoticeEnded))]
[JsonSerializable(typeof(NoticeView))]
[JsonSerializable(typeof(AlertTold))]
[JsonSerializable(typeof(AlertsHeldBack))]
[JsonSerializable(typeof(AlertsSummedUp))]
[JsonSerializable(typeof(AlertMessagesBounded))]
[JsonSerializable(typeof(GatheringView))]
[JsonSerializable(typeof(IReadOnlyList<HeldShown>))]
[JsonSerializable(typeof(TellingsMuted))]
[JsonSerializable(typeof(TellingsUnmuted))]
[JsonSerializable(typeof(MuteTellings))]
[JsonSerializable(typeof(MuteShown))]
[JsonSerializable(typeof(RecordCall))]
[JsonSerializable(typeof(NoticeShown))]
[JsonSerializable(typeof(IReadOnlyList<NoticeShown>))]
public sealed partial class NotificationsJson : JsonSerializerContext;
