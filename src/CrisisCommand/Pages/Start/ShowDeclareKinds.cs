using CrisisCommand.Klo;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Pages.Start;

public static class ShowDeclareKindsEndpoint
{
    /// <summary>The second of three taps: what kind of crisis.</summary>
    public static void MapShowDeclareKinds(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/declare", Get).Page("DeclareKindsPage", "Pages", KloCapabilities.DeclareCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid? incident,
        PageContexts contexts,
        DeclareReading reading,
        CancellationToken token
    )
    {
        var page = await contexts.Of(http);
        return PageContext.Show<DeclareKindsPage>(
            (nameof(DeclareKindsPage.Page), page),
            (nameof(DeclareKindsPage.Kinds), reading.Kinds),
            (nameof(DeclareKindsPage.From), incident),
            (nameof(DeclareKindsPage.Incidents), await reading.OpenIncidents(page, token))
        );
    }
}
