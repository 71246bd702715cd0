using System.Text.Json;
using System.Text.Json.Serialization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Timeline.Report;
using CrisisCommand.Timeline.Staffing;

namespace CrisisCommand.Timeline;

public static class TimelineModule
{
    public static void AddTimeline(this IServiceCollection services)
    {
        services.AddSingleton<CrisisReading>();
        services.AddSingleton<AfterActionReading>();
        services.AddRazorComponents();
        services.AddFeature(new Facts(TimelineJson.Default).State<TimelineIndex>(StreamKinds.Crisis), MapTimeline);
    }

    private static void MapTimeline(this IEndpointRouteBuilder api)
    {
        api.MapGetTimeline();
        api.MapGetJournal();
        api.MapGetAfterAction();
        api.MapGetStaffingProof();
    }

    /// <summary>Under <c>/{realm}</c>.</summary>
    public static void MapTimelinePages(this IEndpointRouteBuilder pages) => pages.MapShowReport();
}

[JsonSerializable(typeof(IReadOnlyList<TimelineLine>))]
[JsonSerializable(typeof(List<JournalRecord>))]
[JsonSerializable(typeof(AfterAction))]
[JsonSerializable(typeof(StaffingProofShown))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class TimelineJson : JsonSerializerContext;
