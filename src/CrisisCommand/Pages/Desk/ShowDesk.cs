using CrisisCommand.Klo;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Pages.Desk;

public static class ShowDeskEndpoint
{
    /// <summary>The log keeper's desk: the log, and the one field to write the next line in.</summary>
    public static void MapShowDesk(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/log", Get).Page("DeskPage", "Pages", KloCapabilities.ReadCrisis);

    /// <param name="before">The lines before this number, for looking back.</param>
    /// <param name="correct">An entry to put right, for whoever has no script that opens the form.</param>
    /// <param name="blank">The desk without a line, as the browser keeps it for when the server is away.</param>
    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        PageContexts contexts,
        DeskReading desk,
        long? before,
        Guid? correct,
        bool? blank,
        CancellationToken token
    )
    {
        var page = await contexts.Of(http);
        var sheet = blank is true ? await desk.Blank(page.Reader, crisisId, token) : await desk.Read(page.Reader, crisisId, before, token);
        return sheet is null
            ? Answers.Problem(Problems.NotFound)
            : PageContext.Show<DeskPage>(
                (nameof(DeskPage.Page), page),
                (nameof(DeskPage.Sheet), sheet),
                (nameof(DeskPage.Before), before),
                (nameof(DeskPage.Correct), correct)
            );
    }
}
