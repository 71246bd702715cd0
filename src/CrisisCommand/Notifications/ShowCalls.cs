using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Notifications;

public static class ShowCallsEndpoint
{
    /// <summary>More than one calls at a time; the rest is counted.</summary>
    public const int Most = 8;

    /// <summary>Whom a person has to call, as a piece of a page that asks for it again and again.</summary>
    public static void MapShowCalls(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/notices/calls", Get).Page("Calls", "Pages", NotificationsCapabilities.RecordNotice);

    private static async Task<IResult> Get(HttpContext http, PageContexts contexts, WaitingCalls calls, CancellationToken token)
    {
        var page = await contexts.Of(http);
        var (first, all) = await calls.Of(page.Reader, Most, token);
        return PageContext.Show<CallStrip>(
            (nameof(CallStrip.Page), page),
            (nameof(CallStrip.Notices), first),
            (nameof(CallStrip.All), all)
        );
    }
}
