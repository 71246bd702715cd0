using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Timeline.Report;

public static class GetAfterActionEndpoint
{
    /// <summary>The after-action report: JSON, or one page to print where the caller prefers <c>text/html</c>.</summary>
    public static void MapGetAfterAction(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/after-action", Get)
            .Read<AfterAction>("GetAfterAction", "Timeline", KloCapabilities.ReadCrisis)
            .Produces<AfterAction>(200, "application/json", "text/html")
            .Produces(304);

    private static async Task<IResult> Get(Guid crisisId, HttpContext http, AfterActionReading reader, CancellationToken token)
    {
        if (await reader.Report(Reader.Of(http), crisisId, token) is not var (report, words))
        {
            return Answers.Problem(Problems.NotFound);
        }

        http.Response.Headers.Vary = "Accept, Accept-Language";
        if (!MediaRanges.Prefer(http.Request, "text/html"))
        {
            return Answers.Versioned(http, report, report.Version);
        }

        PagePolicy.Apply(http);
        return AfterActionPages.Of(http, report, words, among: false);
    }
}
