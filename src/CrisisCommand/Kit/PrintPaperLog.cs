using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrisisCommand.Kit;

public static class PrintPaperLogEndpoint
{
    /// <summary>
    /// The journal on paper, a sheet for each quarter of an hour: <c>?sheet=3</c> is one sheet to read; without it, or with the line that it
    /// begins <c>from</c>, each sheet is printed when it is complete and the next one follows.
    /// </summary>
    public static void MapPrintPaperLog(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/paper", Get).Page("PrintPaperLog", "Kit", KloCapabilities.ReadCrisis);

    private static async Task<IResult> Get(HttpContext http, Guid crisisId, PaperReading reading, CancellationToken token)
    {
        var reader = Reader.Of(http);
        var (request, refusal) = PaperRequest.Read(http.Request.Query);
        PaperShown? shown = null;
        if (request is not null)
        {
            (shown, refusal) = await reading.Of(reader, crisisId, request, $"{http.Request.PathBase}{http.Request.Path}", token);
        }

        return shown is null
            ? Answers.Problem(refusal!)
            : new RazorComponentResult<PaperPage>(
                new Dictionary<string, object?>
                {
                    [nameof(PaperPage.Paper)] = shown,
                    [nameof(PaperPage.W)] = new KitWording(reader.Words()),
                    [nameof(PaperPage.Nonce)] = PagePolicy.Nonce(http),
                }
            );
    }
}
