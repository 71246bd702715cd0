using System.Text.Json.Serialization;
using CrisisCommand.Platform;
using JasperFx.Events.Projections;
using Marten;

namespace CrisisCommand.Incidents;

public static class IncidentsModule
{
    public static void AddIncidents(this IServiceCollection services)
    {
        var facts = new Facts()
            .Event<AlarmReceived>("alarm_received", StreamKinds.Incident, wakes: true)
            .Event<AlarmUpdated>("alarm_updated", StreamKinds.Incident, wakes: true)
            .Event<AlarmCancelled>("alarm_cancelled", StreamKinds.Incident, wakes: true)
            .Event<AlarmRepeated>("alarm_repeated", StreamKinds.Incident)
            .Event<IncidentReported>("incident_reported", StreamKinds.Incident, wakes: true)
            .Event<IncidentVerified>("incident_verified", StreamKinds.Incident, wakes: true)
            .Event<IncidentRefuted>("incident_refuted", StreamKinds.Incident, wakes: true)
            .Event<IncidentReportAdded>("incident_report_added", StreamKinds.Incident, wakes: true)
            .Event<IncidentAssessed>("incident_assessed", StreamKinds.Incident, wakes: true)
            .Event<IncidentRaisedToCrisis>("incident_raised_to_crisis", StreamKinds.Incident, wakes: true)
            .Event<IncidentClosed>("incident_closed", StreamKinds.Incident, wakes: true)
            .State<Incident>(StreamKinds.Incident)
            .Json(IncidentsJson.Default);
        services.AddSingleton(facts);
        services.AddSingleton<IncidentList>();
        services.AddSingleton<IncidentReading>();
        services.ConfigureMarten(o =>
        {
            o.Projections.Add(new ViewProjection<IncidentView>([.. facts.Events.Select(e => e.Type)]), ProjectionLifecycle.Inline);
            o.Schema.For<IncidentView>().Index(x => x.Open).Duplicate(x => x.ReportedAt);
        });
    }

    public static void MapIncidents(this IEndpointRouteBuilder api)
    {
        api.MapReportIncident();
        api.MapVerifyIncident();
        api.MapAddIncidentReport();
        api.MapAssessIncident();
        api.MapCloseIncident();
        api.MapListIncidents();
        api.MapGetIncident();
    }
}

[JsonSerializable(typeof(AlarmReceived))]
[JsonSerializable(typeof(AlarmUpdated))]
[JsonSerializable(typeof(AlarmCancelled))]
[JsonSerializable(typeof(AlarmRepeated))]
[JsonSerializable(typeof(IncidentReported))]
[JsonSerializable(typeof(IncidentVerified))]
[JsonSerializable(typeof(IncidentRefuted))]
[JsonSerializable(typeof(IncidentReportAdded))]
[JsonSerializable(typeof(IncidentAssessed))]
[JsonSerializable(typeof(IncidentRaisedToCrisis))]
[JsonSerializable(typeof(IncidentClosed))]
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
