using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Timeline.Report;

public static class ShowReportEndpoint
{
    /// <summary>The after-action report among the pages; the same as the API's with <c>Accept: text/html</c>.</summary>
    public static void MapShowReport(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/report", Get).Page("ReportPage", "Timeline", KloCapabilities.ReadCrisis);

    private static async Task<IResult> Get(Guid crisisId, HttpContext http, AfterActionReading reader, CancellationToken token) =>
        await reader.Report(Reader.Of(http), crisisId, token) is var (report, words)
            ? AfterActionPages.Of(http, report, words, among: true)
            : Answers.Problem(Problems.NotFound);
}
