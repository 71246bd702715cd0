using System.Text.Json.Serialization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using JasperFx.Events.Projections;
using Marten;

namespace CrisisCommand.Duty;

public static class DutyModule
{
    public static void AddDuty(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CalendarBounds>().Bind(configuration.GetSection("Duty:Calendar"));
        services.AddFeature(new Facts(DutyJson.Default).State<DutyRoster>(StreamKinds.Roster), MapDuty);
        services.AddSingleton<RosterIntake>();
        services.AddSingleton<DutyRosters>();
        services.AddSingleton<DutyReading>();
        services.ConfigureMarten(o =>
        {
            o.Projections.Add(new ViewProjection<RosterView>(typeof(RosterAdopted)), ProjectionLifecycle.Inline);
            o.Schema.For<RosterCalendar>().Identity(x => x.Id);
        });
    }

    private static void MapDuty(this IEndpointRouteBuilder api)
    {
        api.MapAdoptRoster();
        api.MapGetRoster();
        api.MapGetRosterCalendar();
        api.MapSwapShift();
        api.MapWithdrawSwap();
        api.MapGetDutyNow();
        api.MapGetDutyCover();
    }
}

[JsonSerializable(typeof(RosterAdopted))]
[JsonSerializable(typeof(ShiftSwapped))]
[JsonSerializable(typeof(SwapWithdrawn))]
[JsonSerializable(typeof(RosterView))]
[JsonSerializable(typeof(RosterCalendar))]
[JsonSerializable(typeof(SwapShift))]
[JsonSerializable(typeof(NoContent))]
[JsonSerializable(typeof(SwapCreated))]
[JsonSerializable(typeof(RosterShown))]
[JsonSerializable(typeof(DutyNowShown))]
[JsonSerializable(typeof(CoverShown))]
public sealed partial class DutyJson : JsonSerializerContext;
