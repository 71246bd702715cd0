using System.Text.Json.Serialization;
using CrisisCommand.Klo.Plans;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Endurance;

/// <summary>Wires how the KLO lasts: reliefs, delegations, the watch over long tenures, and other plans.</summary>
public static class EnduranceModule
{
    internal static void AddEndurance(this IServiceCollection services)
    {
        services
            .AddOptions<EnduranceOptions>()
            .BindConfiguration(EnduranceOptions.Section)
            .Validate(o => o.IsSound, "CrisisCommand:Endurance: Longest must be more than WarnBefore, which must not be negative.")
            .ValidateOnStart();
        services.AddFeature(new Facts(EnduranceJson.Default).State<TimeInFunction>(StreamKinds.Crisis), MapEndurance);
        services.AddSingleton<PlanArchive>();
        services.FollowEvents<EnduranceWatch>();
    }

    private static void MapEndurance(this IEndpointRouteBuilder api)
    {
        api.MapGetEndurance();
        api.MapPlanRelief();
        api.MapCancelRelief();
        api.MapDelegateDecisions();
        api.MapEndDelegation();
        api.MapListPlanVersions();
        api.MapComparePlans();
        api.MapReorganise();
    }
}

[JsonSerializable(typeof(PlanRelief))]
[JsonSerializable(typeof(DelegateDecisions))]
[JsonSerializable(typeof(Reorganise))]
[JsonSerializable(typeof(EnduranceShown))]
[JsonSerializable(typeof(IReadOnlyList<PlanVersionShown>))]
[JsonSerializable(typeof(PlansCompared))]
public sealed partial class EnduranceJson : JsonSerializerContext;
