namespace CrisisCommand.Platform.Web;

/// <summary>On an endpoint: what its answers may do in a browser, where that is more than nothing.</summary>
public sealed record MayDo(string Policy);

/// <summary>
/// What every answer says to whatever shows it: run nothing, frame nothing, guess nothing, keep nothing. Answers of the API are data and
/// personal, so that theirs is the strictest; what is a page or a file of ours says more for itself, and that is left as it is.
/// </summary>
public static class AnswerPolicy
{
    public const string Inert = "default-src 'none'; frame-ancestors 'none'";
    private const string KeptNowhere = "no-store";

    /// <summary>Middleware, outermost: set as the answer begins, whoever writes it, so that problems, 304 and streams carry it as well.</summary>
    public static Task Keep(HttpContext http, RequestDelegate next)
    {
        // As it was asked for: a form's path becomes its command's on the way.
        var isData = http.Request.Path.StartsWithSegments("/api");
        http.Response.OnStarting(() => Stamp(http.Response.Headers, isData));
        return next(http);
    }

    private static Task Stamp(IHeaderDictionary headers, bool isData)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Referrer-Policy"] = Or(headers["Referrer-Policy"], "no-referrer");
        headers.ContentSecurityPolicy = Or(headers.ContentSecurityPolicy, Inert);
        headers.CacheControl = isData ? KeptNowhere : Or(headers.CacheControl, KeptNowhere);
        return Task.CompletedTask;
    }

    private static string Or(string? said, string otherwise) => string.IsNullOrEmpty(said) ? otherwise : said;
}
