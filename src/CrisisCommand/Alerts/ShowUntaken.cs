using CrisisCommand.Access;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Alerts;

public static class ShowUntakenEndpoint
{
    /// <summary>More than stand on a wall without covering what else it shows; the rest is counted.</summary>
    public const int Most = 20;

    /// <summary>What nobody has taken, as a piece of a page that asks for it again and again.</summary>
    public static void MapShowUntaken(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/alerts/untaken", Get).Page("UntakenAlerts", "Pages", AccessCapabilities.ReadIncidents);

    private static async Task<IResult> Get(HttpContext http, PageContexts contexts, UntakenAlerts untaken, CancellationToken token)
    {
        var page = await contexts.Of(http);
        return PageContext.Show<UntakenStrip>(
            (nameof(UntakenStrip.Page), page),
            (nameof(UntakenStrip.Alerts), await untaken.Of(page.Reader, Most + 1, token))
        );
    }
}
