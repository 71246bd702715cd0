using System.Text.Json.Serialization;
using CrisisCommand.Klo;
using CrisisCommand.Platform;
using JasperFx.Events.Projections;
using Marten;
using Wolverine.Marten;

namespace CrisisCommand.Crises;

public static class CrisesModule
{
    public static void AddCrises(this IServiceCollection services)
    {
        services.AddSingleton(
            new Facts()
                .Event<CrisisDeclared>("crisis_declared", StreamKinds.Crisis)
                .Event<CrisisLevelSet>("crisis_level_set", StreamKinds.Crisis)
                .Event<StaffBriefingCalled>("staff_briefing_called", StreamKinds.Crisis)
                .Event<StaffBriefingCancelled>("staff_briefing_cancelled", StreamKinds.Crisis)
                .Event<IncidentLinked>("incident_linked", StreamKinds.Crisis)
                .Event<IncidentUnlinked>("incident_unlinked", StreamKinds.Crisis)
                .Event<IncidentReportReceived>("incident_report_received", StreamKinds.Crisis)
                .State<Crisis>(StreamKinds.Crisis)
                .Json(CrisesJson.Default)
        );
        services.ConfigureMarten(o =>
        {
            o.Projections.Add(new ViewProjection<CrisisView>(CrisisView.Events), ProjectionLifecycle.Inline);
            o.Schema.For<CrisisView>().Index(x => x.Open);
        });
        services.AddSingleton<SubjectOf>(s => new(s.State<Crisis>().Title, s.State<Crisis>().MeetingPlace));
        services.AddSingleton<PastExercises>();
        services.AddSingleton<CrisisList>();
        services.SubscribeToEventsWithServices<IncidentNews>(ServiceLifetime.Singleton);
    }

    public static void MapCrises(this IEndpointRouteBuilder api)
    {
        api.MapDeclareCrisis();
        api.MapListCrises();
        api.MapGetCrisis();
        api.MapLinkIncident();
        api.MapUnlinkIncident();
        api.MapSetLevel();
        api.MapCallBriefing();
        api.MapCancelBriefing();
        api.MapStandDown();
    }
}

[JsonSerializable(typeof(CrisisDeclared))]
[JsonSerializable(typeof(CrisisLevelSet))]
[JsonSerializable(typeof(StaffBriefingCalled))]
[JsonSerializable(typeof(StaffBriefingCancelled))]
[JsonSerializable(typeof(SetLevel))]
[JsonSerializable(typeof(CallBriefing))]
[JsonSerializable(typeof(CancelBriefing))]
[JsonSerializable(typeof(IncidentLinked))]
[JsonSerializable(typeof(IncidentUnlinked))]
[JsonSerializable(typeof(IncidentReportReceived))]
[JsonSerializable(typeof(CrisisView))]
[JsonSerializable(typeof(DeclareCrisis))]
[JsonSerializable(typeof(CrisisCreated))]
[JsonSerializable(typeof(LinkIncident))]
[JsonSerializable(typeof(UnlinkIncident))]
[JsonSerializable(typeof(StandDown))]
[JsonSerializable(typeof(CrisisShown))]
[JsonSerializable(typeof(IReadOnlyList<CrisisListed>))]
public sealed partial class CrisesJson : JsonSerializerContext;
