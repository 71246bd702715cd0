using CrisisCommand.Platform;
using CrisisCommand.Timeline;

namespace CrisisCommand.Pages;

public static class ShowHistoryEndpoint
{
    /// <summary>
    /// The time machine: the very board that stood on the wall, at a version, at a time, as it was known then or as it happened, beside
    /// another, or as the taker of a decision was served it. To the page's own script only the part that changes.
    /// </summary>
    public static void MapShowHistory(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/history", Get).Page("HistoryPage", "Pages", Capability.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        [AsParameters] HistoryQuery query,
        Journals journals,
        HistoryReading reading,
        PageScenes scenes,
        CancellationToken token
    )
    {
        var scene = await scenes.Of(http).ConfigureAwait(false);
        if (await journals.Load(scene.Realm, StreamKinds.Crisis, crisisId, token).ConfigureAwait(false) is not { } crisis)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var index = crisis.State<TimelineIndex>();
        var (taken, unknown) = query.DecisionOf(index);
        var served = taken is null ? null : (await reading.Decisions(scene.Reader, crisisId, [taken], token).ConfigureAwait(false))[0];
        var (moment, refusal) = unknown is null ? query.Find(index, scene.Now, served?.Board) : (null, unknown);
        return moment is null
            ? Answers.Problem(refusal!)
            : await Show(http, crisis, await reading.Show(scene, crisisId, moment, served, token).ConfigureAwait(false), reading, token)
                .ConfigureAwait(false);
    }

    private static async Task<IResult> Show(
        HttpContext http,
        StreamSnapshot crisis,
        HistorySight sight,
        HistoryReading reading,
        CancellationToken token
    )
    {
        http.Response.Headers.Append("Vary", "HX-Request");
        return http.Request.Headers.ContainsKey("HX-Request")
            ? PageScene.Show<HistoryMoment>((nameof(HistoryMoment.Sight), sight))
            : PageScene.Show<HistoryPage>(
                (nameof(HistoryPage.Sight), sight),
                (nameof(HistoryPage.Marks), HistoryMarks.Of(crisis.State<TimelineIndex>())),
                (nameof(HistoryPage.FirstAt), crisis.State<TimelineIndex>().Marks[0].RecordedAt),
                (nameof(HistoryPage.LastAt), crisis.LastRecordedAt),
                (nameof(HistoryPage.Decisions), await reading.Decisions(sight.Scene.Reader, crisis, token).ConfigureAwait(false))
            );
    }
}
