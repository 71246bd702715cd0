using System.Text.Json.Serialization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using JasperFx.Events.Projections;
using Marten;

namespace CrisisCommand.Incidents;

public static class IncidentsModule
{
    public static void AddIncidents(this IServiceCollection services)
    {
        var facts = new Facts(IncidentsJson.Default).State<Incident>(StreamKinds.Incident);
        services.AddFeature(facts, MapIncidents);
        services.AddSingleton<IncidentList>();
        services.AddSingleton<IncidentReading>();
        services.ConfigureMarten(o =>
        {
            o.Projections.Add(new ViewProjection<IncidentView>(facts.On(StreamKinds.Incident)), ProjectionLifecycle.Inline);
            o.Schema.For<IncidentView>().Index(x => x.Open).Duplicate(x => x.ReportedAt);
        });
    }

    public static void MapIncidentPages(this IEndpointRouteBuilder pages) => pages.MapShowIncident();

    private static void MapIncidents(this IEndpointRouteBuilder api)
    {
        api.MapReportIncident();
        api.MapVerifyIncident();
        api.MapAddIncidentReport();
        api.MapAssessIncident();
        api.MapCloseIncident();
        api.MapMarkDuplicate();
        api.MapWithdrawDuplicate();
        api.MapListIncidents();
        api.MapGetIncident();
    }
}

[JsonSerializable(typeof(AlarmReceived))]
[JsonSerializable(typeof(AlarmUpdated))]
[JsonSerializable(typeof(AlarmCancelled))]
[JsonSerializable(typeof(AlarmRepeated))]
[JsonSerializable(typeof(AlarmClaimed))]
[JsonSerializable(typeof(IncidentReported))]
[JsonSerializable(typeof(IncidentVerified))]
[JsonSerializable(typeof(IncidentRefuted))]
[JsonSerializable(typeof(IncidentReportAdded))]
[JsonSerializable(typeof(IncidentAssessed))]
[JsonSerializable(typeof(IncidentRaisedToCrisis))]
[JsonSerializable(typeof(IncidentReleasedFromCrisis))]
[JsonSerializable(typeof(IncidentClosed))]
[JsonSerializable(typeof(IncidentMarkedDuplicate))]
[JsonSerializable(typeof(IncidentDoubled))]
[JsonSerializable(typeof(IncidentDuplicateWithdrawn))]
[JsonSerializable(typeof(IncidentDoublingWithdrawn))]
[JsonSerializable(typeof(MarkDuplicate))]
[JsonSerializable(typeof(WithdrawDuplicate))]
[JsonSerializable(typeof(IncidentView))]
[JsonSerializable(typeof(ReportIncident))]
[JsonSerializable(typeof(IncidentCreated))]
[JsonSerializable(typeof(VerifyIncident))]
[JsonSerializable(typeof(AddIncidentReport))]
[JsonSerializable(typeof(AssessIncident))]
[JsonSerializable(typeof(CloseIncident))]
[JsonSerializable(typeof(IncidentShown))]
[JsonSerializable(typeof(IReadOnlyList<IncidentShown>))]
public sealed partial class IncidentsJson : JsonSerializerContext;
