using CrisisCommand.Platform.Commands;

namespace CrisisCommand.Platform.Web;

/// <summary>
/// The language that a person chose on the pages, kept in a cookie. Pages are Swedish until another is chosen, whatever the browser is set
/// to: most of ours run in English and are read by Swedes. Links that come by message follow the browser, which is all they know.
/// </summary>
public static class Language
{
    public const string Cookie = "language";

    public static bool IsKnown(string? language) => language is "sv" or "en";

    /// <summary>Middleware: the choice takes the place of the browser's own.</summary>
    public static Task Keep(HttpContext http, RequestDelegate next)
    {
        var chosen = http.Request.Cookies[Cookie];
        if (IsKnown(chosen))
        {
            http.Request.Headers.AcceptLanguage = chosen;
        }
        else if (BrowserRequests.WantsPage(http) && http.Features.Get<LinkSecret>() is null)
        {
            http.Request.Headers.AcceptLanguage = "sv";
        }

        return next(http);
    }
}
