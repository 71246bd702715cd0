namespace CrisisCommand.Platform.Commands;

/// <summary>Requests of people, beside those of programs.</summary>
public static class BrowserRequests
{
    /// <summary>Whether a request is a page's, or one that a browser makes by address: errors are then told as a page.</summary>
    public static bool WantsPage(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api")
        && http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
