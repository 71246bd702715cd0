using System.Text.Json;
using System.Text.Json.Serialization;
using CrisisCommand.Platform;

namespace CrisisCommand.Timeline;

public static class TimelineModule
{
    public static void AddTimeline(this IServiceCollection services)
    {
        services.AddSingleton<CrisisReader>();
        services.AddSingleton<AfterActionReader>();
        services.AddRazorComponents();
        services.AddSingleton(new Facts().State<TimelineIndex>(StreamKinds.Crisis).Json(TimelineJson.Default));
    }

    public static void MapTimeline(this IEndpointRouteBuilder api)
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
