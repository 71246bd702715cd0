using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.Pages.Start;

public static class ShowStartEndpoint
{
    /// <summary>What goes on, what is expected of the reader, who is on duty and how ready we are; whoever may not know of a part sees less.</summary>
    public static void MapShowStart(this IEndpointRouteBuilder pages) =>
        pages.MapGet("", Get).Page("StartPage", "Pages", ReferenceCapabilities.ReadReference);

    private static async Task<IResult> Get(HttpContext http, PageContexts contexts, StartReading reading, CancellationToken token)
    {
        var page = await contexts.Of(http);
        return PageContext.Show<StartPage>((nameof(StartPage.Page), page), (nameof(StartPage.Model), await reading.Of(page, token)));
    }
}
