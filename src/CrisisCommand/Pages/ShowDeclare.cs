using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class ShowDeclareEndpoint
{
    /// <summary>The third of three taps: says what will happen, with everything filled in.</summary>
    public static void MapShowDeclare(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/declare/{kind}", Get).Page("DeclarePage", "Pages", Capability.DeclareCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        IncidentKind kind,
        Guid? incident,
        PageScenes scenes,
        DeclareReading reading,
        CancellationToken token
    )
    {
        var scene = await scenes.Of(http).ConfigureAwait(false);
        return await reading.Of(scene, kind, incident, token).ConfigureAwait(false) is { } sight
            ? PageScene.Show<DeclarePage>((nameof(DeclarePage.Scene), scene), (nameof(DeclarePage.Sight), sight))
            : Answers.Problem(Problems.NotFound);
    }
}
