using System.Text.Json.Serialization;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using JasperFx.Events.Projections;
using Marten;

namespace CrisisCommand.Crises;

public static class CrisesModule
{
    public static void AddCrises(this IServiceCollection services)
    {
        services.AddFeature(
            new Facts(CrisesJson.Default).State<Crisis>(StreamKinds.Crisis).State<Declarations>(StreamKinds.Declarations),
            MapCrises
        );
        services.ConfigureMarten(o =>
        {
            o.Projections.Add(new ViewProjection<CrisisView>(CrisisView.Events), ProjectionLifecycle.Inline);
            o.Schema.For<CrisisView>().Index(x => x.Open);
        });
        services.AddSingleton<SubjectOf>(s => new(s.State<Crisis>().Title, s.State<Crisis>().MeetingPlace));
        services.AddSingleton<PastExercises>();
        services.AddSingleton<DeclarationReading>();
        services.AddSingleton<Declaring>();
        services.AddSingleton<OpenIncidents>();
        services.AddSingleton<CrisisReach>();
        services.AddSingleton<CrisisList>();
        services.FollowEvents<IncidentNews>();
    }

    private static void MapCrises(this IEndpointRouteBuilder api)
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
        api.MapAnnulCrisis();
        api.MapMergeCrisis();
    }
}

[JsonSerializable(typeof(CrisisDeclared))]
[JsonSerializable(typeof(CrisisEntered))]
[JsonSerializable(typeof(CrisisAnnulled))]
[JsonSerializable(typeof(CrisisMerged))]
[JsonSerializable(typeof(CrisisJoined))]
[JsonSerializable(typeof(AnnulCrisis))]
[JsonSerializable(typeof(MergeCrisis))]
[JsonSerializable(typeof(MergerTold))]
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
[JsonSerializable(typeof(StandDownTold))]
[JsonSerializable(typeof(CrisisShown))]
[JsonSerializable(typeof(IReadOnlyList<CrisisListed>))]
public sealed partial class CrisesJson : JsonSerializerContext;
