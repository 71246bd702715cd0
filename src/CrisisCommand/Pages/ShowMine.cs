using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class ShowMineEndpoint
{
    /// <summary>The phone of whoever has a part in the crisis: what is expected of them now, and what they may do.</summary>
    public static void MapShowMine(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/mine", Get).Page("MinePage", "Pages", Capability.ReadKlo);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        string? done,
        MySights sights,
        PageScenes scenes,
        CancellationToken token
    )
    {
        var scene = await scenes.Of(http).ConfigureAwait(false);
        return await sights.Of(scene, crisisId, token).ConfigureAwait(false) is { } sight
            ? PageScene.Show<MinePage>((nameof(MinePage.Sight), sight), (nameof(MinePage.Done), done))
            : Answers.Problem(Problems.NotFound);
    }
}
