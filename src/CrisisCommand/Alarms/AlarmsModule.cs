using System.Text.Json.Serialization;
using CrisisCommand.Platform;
using Marten;

namespace CrisisCommand.Alarms;

/// <summary>Section <c>CrisisCommand</c>.</summary>
public sealed class AlarmOptions
{
    /// <summary>Who we are in the CAP messages that we answer with: no white space, comma, &lt; or &amp; (CAP 1.2 §3.2.1 sender).</summary>
    public string CapSender { get; init; } = "crisiscommand@localhost";
}

public static class AlarmsModule
{
    public static void AddAlarms(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<AlarmOptions>()
            .Bind(configuration.GetSection("CrisisCommand"))
            .Validate(
                o => CapAlertReader.IsName(o.CapSender),
                "CrisisCommand:CapSender is no CAP sender: white space, comma, < or & in it."
            )
            .ValidateOnStart();
        services.AddSingleton(
            new Facts()
                .Event<AlarmFiled>("alarm_filed", StreamKinds.Alarm)
                .Event<AlarmAwaited>("alarm_awaited", StreamKinds.Alarm)
                .State<FiledAlarm>(StreamKinds.Alarm)
                .Json(AlarmsJson.Default)
        );
        services.AddSingleton(_ => AlarmKinds.Load());
        services.AddSingleton<CapIncoming>();
        services.AddSingleton<AlarmIntake>();
        services.AddSingleton<AlarmAnswers>();
        services.AddSingleton<AlarmReceivers>();
        services.ConfigureMarten(o => o.Schema.For<RawAlarm>().Identity(x => x.Id));
    }

    public static void MapAlarms(this IEndpointRouteBuilder api)
    {
        api.MapReceiveAlarm();
        api.MapGetRawAlarm();
    }
}

[JsonSerializable(typeof(AlarmFiled))]
[JsonSerializable(typeof(AlarmAwaited))]
[JsonSerializable(typeof(RawAlarm))]
[JsonSerializable(typeof(ReceiveTypedAlarm))]
[JsonSerializable(typeof(AlarmTaken))]
public sealed partial class AlarmsJson : JsonSerializerContext;
