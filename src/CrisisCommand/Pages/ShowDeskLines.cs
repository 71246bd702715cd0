using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class ShowDeskLinesEndpoint
{
    /// <summary>The newest lines for a desk that stands open, with a fresh token for what it sends.</summary>
    public static void MapShowDeskLines(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/log/lines", Get).Page("DeskLines", "Pages", Capability.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        PageScenes scenes,
        DeskReader desk,
        long? after,
        CancellationToken token
    )
    {
        var scene = await scenes.Of(http).ConfigureAwait(false);
        return await desk.Since(scene.Reader, crisisId, Math.Max(after ?? 0, 0), token).ConfigureAwait(false) is { } sheet
            ? PageScene.Show<DeskLines>((nameof(DeskLines.Scene), scene), (nameof(DeskLines.Sheet), sheet))
            : Answers.Problem(Problems.NotFound);
    }
}
