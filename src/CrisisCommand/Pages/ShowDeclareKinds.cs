using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class ShowDeclareKindsEndpoint
{
    /// <summary>The second of three taps: what kind of crisis.</summary>
    public static void MapShowDeclareKinds(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/declare", Get).Page("DeclareKindsPage", "Pages", Capability.DeclareCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid? incident,
        PageScenes scenes,
        DeclareReading reading,
        CancellationToken token
    )
    {
        var scene = await scenes.Of(http).ConfigureAwait(false);
        return PageScene.Show<DeclareKindsPage>(
            (nameof(DeclareKindsPage.Scene), scene),
            (nameof(DeclareKindsPage.Kinds), reading.Kinds),
            (nameof(DeclareKindsPage.From), incident),
            (nameof(DeclareKindsPage.Incidents), await reading.OpenIncidents(scene, token).ConfigureAwait(false))
        );
    }
}
