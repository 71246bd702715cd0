using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class ShowDeskEndpoint
{
    /// <summary>The log keeper's desk: the log, and the one field to write the next line in.</summary>
    public static void MapShowDesk(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/log", Get).Page("DeskPage", "Pages", Capability.ReadCrisis);

    /// <param name="before">The lines before this number, for looking back.</param>
    /// <param name="correct">An entry to put right, for whoever has no script that opens the form.</param>
    /// <param name="blank">The desk without a line, as the browser keeps it for when the server is away.</param>
    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        PageScenes scenes,
        DeskReader desk,
        long? before,
        Guid? correct,
        bool? blank,
        CancellationToken token
    )
    {
        var scene = await scenes.Of(http).ConfigureAwait(false);
        var sheet = blank is true
            ? await desk.Blank(scene.Reader, crisisId, token).ConfigureAwait(false)
            : await desk.Read(scene.Reader, crisisId, before, token).ConfigureAwait(false);
        return sheet is null
            ? Answers.Problem(Problems.NotFound)
            : PageScene.Show<DeskPage>(
                (nameof(DeskPage.Scene), scene),
                (nameof(DeskPage.Sheet), sheet),
                (nameof(DeskPage.Before), before),
                (nameof(DeskPage.Correct), correct)
            );
    }
}
