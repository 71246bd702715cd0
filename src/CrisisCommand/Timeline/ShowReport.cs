using CrisisCommand.Platform;

namespace CrisisCommand.Timeline;

public static class ShowReportEndpoint
{
    /// <summary>The after-action report among the pages; the same as the API's with <c>Accept: text/html</c>.</summary>
    public static void MapShowReport(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/report", Get).Page("ReportPage", "Timeline", Capability.ReadCrisis);

    private static async Task<IResult> Get(Guid crisisId, HttpContext http, AfterActionReader reader, CancellationToken token) =>
        await reader.Report(Reader.Of(http), crisisId, token).ConfigureAwait(false) is var (report, words)
            ? AfterActionPages.Of(http, report, words, among: true)
            : Answers.Problem(Problems.NotFound);
}
