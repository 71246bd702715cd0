using CrisisCommand.Klo;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Pages.Desk;

public static class ShowDeskLinesEndpoint
{
    /// <summary>The newest lines for a desk that stands open, with a fresh token for what it sends.</summary>
    public static void MapShowDeskLines(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/log/lines", Get).Page("DeskLines", "Pages", KloCapabilities.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        PageContexts contexts,
        DeskReading desk,
        long? after,
        CancellationToken token
    )
    {
        var page = await contexts.Of(http);
        return await desk.Since(page.Reader, crisisId, Math.Max(after ?? 0, 0), token) is { } sheet
            ? PageContext.Show<DeskLines>((nameof(DeskLines.Page), page), (nameof(DeskLines.Sheet), sheet))
            : Answers.Problem(Problems.NotFound);
    }
}
