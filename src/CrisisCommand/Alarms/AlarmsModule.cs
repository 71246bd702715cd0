using System.Text.Json.Serialization;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Alarms;

/// <summary>Section <c>CrisisCommand</c>.</summary>
public sealed class AlarmOptions
{
    /// <summary>Who we are in the CAP messages that we answer with: no white space, comma, &lt; or &amp; (CAP 1.2 §3.2.1 sender).</summary>
    public string CapSender { get; init; } = "crisiscommand@localhost";
}

public static class AlarmsModule
{
    /// <summary>Alarms by sender. What is told to come back is not lost: senders send until they are answered.</summary>
    public const string Limit = "Alarms";
    private static readonly Allowance UsualLimit = new(300, 1_200);

    /// <summary>Trials by whoever tries: beside those, so that no trial is in a real alarm's way.</summary>
    public const string TrialLimit = "AlarmTrials";
    private static readonly Allowance UsualTrials = new(120, 240);

    /// <summary>Alarms that come many at a time, by sender: three of the largest feeds at once, and then a hundred alarms a second.</summary>
    private const string InFeeds = "AlarmsInFeeds";
    private static readonly Allowance UsualInFeeds = new(3_000, 6_000);

    public static void AddAlarms(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<AlarmOptions>()
            .Bind(configuration.GetSection("CrisisCommand"))
            .Validate(
                o => CapAlertParser.IsName(o.CapSender),
                "CrisisCommand:CapSender is no CAP sender: white space, comma, < or & in it."
            )
            .ValidateOnStart();
        var facts = new Facts(AlarmsJson.Default).State<FiledAlarm>(StreamKinds.Alarm).State<RefusedAlarms>(StreamKinds.RefusedAlarms);
        services.AddFeature(facts, MapAlarms);
        services.AddSingleton(s => AlarmKinds.Load(s.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IValidateOptions<AlarmOptions>, KnownKinds>();
        services.AddSingleton<CapIncoming>();
        services.AddSingleton<AlarmIntake>();
        services.AddLimit(Limit, UsualLimit);
        services.AddLimit(TrialLimit, UsualTrials);
        services.AddSingleton(s => new AlarmPace(UsualInFeeds.Set(s.GetRequiredService<IConfiguration>(), InFeeds)));
        services.AddSingleton<AlarmAnswers>();
        services.AddSingleton<AlarmReceivers>();
        services.AddSingleton<AlarmRehearsal>();
        services.AddSingleton<RefusedAlarmKeeping>();
        services.AddSingleton<RefusedReading>();
        services.ConfigureMarten(o =>
        {
            o.Schema.For<RawAlarm>().Identity(x => x.Id);
            o.Projections.Add(new ViewProjection<RefusedAlarmsView>(facts.On(StreamKinds.RefusedAlarms)), ProjectionLifecycle.Inline);
            o.Schema.For<RefusedAlarmsView>().Index(x => x.IsOpen);
        });
    }

    public static void MapAlarmPages(this IEndpointRouteBuilder pages)
    {
        pages.MapShowAlarm();
        pages.MapShowRefusedAlarms();
    }

    private static void MapAlarms(this IEndpointRouteBuilder api)
    {
        api.MapReceiveAlarm();
        api.MapGetRawAlarm();
        api.MapListRefusedAlarms();
        api.MapGetRefusedAlarm();
        api.MapSettleRefusedAlarms();
        api.MapTryAlarm();
    }
}

[JsonSerializable(typeof(AlarmFiled))]
[JsonSerializable(typeof(AlarmAwaited))]
[JsonSerializable(typeof(AlarmAnswerFiled))]
[JsonSerializable(typeof(RawAlarm))]
[JsonSerializable(typeof(AlarmRefused))]
[JsonSerializable(typeof(AlarmRefusedAgain))]
[JsonSerializable(typeof(RefusedAlarmCounted))]
[JsonSerializable(typeof(RefusedAlarmsSettled))]
[JsonSerializable(typeof(RefusedAlarmsView))]
[JsonSerializable(typeof(SettleRefusedAlarms))]
[JsonSerializable(typeof(IReadOnlyList<RefusedSenderShown>))]
[JsonSerializable(typeof(ReceiveTypedAlarm))]
[JsonSerializable(typeof(AlarmTaken))]
[JsonSerializable(typeof(AlarmTrial))]
public sealed partial class AlarmsJson : JsonSerializerContext;
