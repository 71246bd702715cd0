using CrisisCommand.Klo;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Timeline;

namespace CrisisCommand.Pages.TimeMachine;

public static class ShowHistoryEndpoint
{
    /// <summary>
    /// The time machine: the very board that stood on the wall, at a version, at a time, as it was known then or as it happened, beside
    /// another, or as the taker of a decision was served it. To the page's own script only the part that changes.
    /// </summary>
    public static void MapShowHistory(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/history", Get).Page("HistoryPage", "Pages", KloCapabilities.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        [AsParameters] HistoryQuery query,
        Journals journals,
        HistoryReading reading,
        PageContexts contexts,
        CancellationToken token
    )
    {
        var page = await contexts.Of(http);
        if (await journals.Load(page.Realm, StreamKinds.Crisis, crisisId, token) is not { } crisis)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var index = crisis.State<TimelineIndex>();
        var (taken, unknown) = query.DecisionOf(index);
        var served = taken is null ? null : (await reading.Decisions(page.Reader, crisisId, [taken], token))[0];
        var (moment, refusal) = unknown is null ? query.Find(index, page.Now, served?.Board) : (null, unknown);
        return moment is null
            ? Answers.Problem(refusal!)
            : await Show(http, crisis, await reading.Show(page, crisisId, moment, served, token), reading, token);
    }

    private static async Task<IResult> Show(
        HttpContext http,
        StreamSnapshot crisis,
        HistoryModel model,
        HistoryReading reading,
        CancellationToken token
    )
    {
        http.Response.Headers.Append("Vary", "HX-Request");
        return http.Request.Headers.ContainsKey("HX-Request")
            ? PageContext.Show<HistoryMoment>((nameof(HistoryMoment.Model), model))
            : PageContext.Show<HistoryPage>(
                (nameof(HistoryPage.Model), model),
                (nameof(HistoryPage.Marks), HistoryMarks.Of(crisis.State<TimelineIndex>())),
                (nameof(HistoryPage.FirstAt), crisis.State<TimelineIndex>().Marks[0].RecordedAt),
                (nameof(HistoryPage.LastAt), crisis.LastRecordedAt),
                (nameof(HistoryPage.Decisions), await reading.Decisions(model.Page.Reader, crisis, token))
            );
    }
}
