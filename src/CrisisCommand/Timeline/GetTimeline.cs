using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Timeline;

public static class GetTimelineEndpoint
{
    /// <summary>The crisis as lines: in the order recorded or occurred, bounded, as of a moment, of some kinds, page by page.</summary>
    public static void MapGetTimeline(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/timeline", Get)
            .Read<IReadOnlyList<TimelineLine>>("GetTimeline", "Timeline", KloCapabilities.ReadCrisis);

    private static async Task<IResult> Get(
        Guid crisisId,
        HttpContext http,
        CrisisReading reader,
        EventCatalogue catalogue,
        CancellationToken token
    )
    {
        var (query, refusal) = TimelineParameters.Read(http.Request.Query, catalogue);
        if (query is null)
        {
            return Answers.Problem(refusal!);
        }

        var realm = CommandBinding.RealmOf(http);
        if (await reader.Load(realm, crisisId, token) is not { } crisis)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var page = TimelinePage.Of(crisis.State<TimelineIndex>(), query);
        var lines = await reader.Lines(Reader.Of(http), crisis, page, token);
        TimelineParameters.LinkNext(http, page.Next);
        return TypedResults.Ok(lines);
    }
}
