using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

public static class ShowAccessEndpoint
{
    /// <summary>Who has which right since when and from whom, what waits to be confirmed, the machines and their keys, the latest changes.</summary>
    public static void MapShowAccess(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/access", Get).Page("AccessPage", "Pages", AccessCapabilities.ReadAccess);

    private static async Task<IResult> Get(
        HttpContext http,
        PageContexts contexts,
        RightsReading reading,
        AccessGuard guard,
        AccessRules rules,
        CancellationToken token
    )
    {
        var page = await contexts.Of(http);
        var actor = await guard.Find(page.Realm, page.Reader.Person, null, token);
        return PageContext.Show<AccessPage>(
            (nameof(AccessPage.Page), page),
            (nameof(AccessPage.Rights), await reading.Of(page.Reader, token)),
            (nameof(AccessPage.May), rules.All(actor).ToHashSet())
        );
    }
}
