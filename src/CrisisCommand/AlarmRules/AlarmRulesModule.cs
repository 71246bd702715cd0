using System.Text.Json.Serialization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.AlarmRules;

public static class AlarmRulesModule
{
    public static void AddAlarmRules(this IServiceCollection services)
    {
        services.AddFeature(new Facts(AlarmRulesJson.Default).State<AlarmRuleBook>(StreamKinds.AlarmRules), MapAlarmRules);
        services.AddSingleton<StandingAlarmRules>();
    }

    private static void MapAlarmRules(this IEndpointRouteBuilder api)
    {
        api.MapGetAlarmRules();
        api.MapAdoptAlarmRules();
    }
}

[JsonSerializable(typeof(AlarmRulesAdopted))]
[JsonSerializable(typeof(AdoptAlarmRules))]
[JsonSerializable(typeof(AlarmRulesShown))]
public sealed partial class AlarmRulesJson : JsonSerializerContext;
