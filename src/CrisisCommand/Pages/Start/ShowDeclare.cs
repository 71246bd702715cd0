using CrisisCommand.Klo;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.Pages.Start;

public static class ShowDeclareEndpoint
{
    /// <summary>The third of three taps: says what will happen, with everything filled in.</summary>
    public static void MapShowDeclare(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/declare/{kind}", Get).Page("DeclarePage", "Pages", KloCapabilities.DeclareCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        IncidentKind kind,
        Guid? incident,
        PageContexts contexts,
        DeclareReading reading,
        CancellationToken token
    )
    {
        var page = await contexts.Of(http);
        return await reading.Of(page, kind, incident, token) is { } model
            ? PageContext.Show<DeclarePage>((nameof(DeclarePage.Page), page), (nameof(DeclarePage.Model), model))
            : Answers.Problem(Problems.NotFound);
    }
}
