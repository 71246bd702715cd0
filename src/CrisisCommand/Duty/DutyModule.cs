using System.Text.Json.Serialization;
using CrisisCommand.Platform;
using JasperFx.Events.Projections;
using Marten;

namespace CrisisCommand.Duty;

public static class DutyModule
{
    public static void AddDuty(this IServiceCollection services)
    {
        services.AddSingleton(
            new Facts()
                .Event<RosterAdopted>("roster_adopted", StreamKinds.Roster)
                .Event<ShiftSwapped>("shift_swapped", StreamKinds.Roster)
                .Event<SwapWithdrawn>("swap_withdrawn", StreamKinds.Roster)
                .State<DutyRoster>(StreamKinds.Roster)
                .Json(DutyJson.Default)
        );
        services.AddSingleton<RosterIntake>();
        services.AddSingleton<DutyRosters>();
        services.AddSingleton<DutyReading>();
        services.ConfigureMarten(o =>
        {
            o.Projections.Add(new ViewProjection<RosterView>(typeof(RosterAdopted)), ProjectionLifecycle.Inline);
            o.Schema.For<RosterCalendar>().Identity(x => x.Id);
        });
    }

    public static void MapDuty(this IEndpointRouteBuilder api)
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
