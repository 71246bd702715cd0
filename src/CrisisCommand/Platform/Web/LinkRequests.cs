using Microsoft.AspNetCore.Http.Features;

namespace CrisisCommand.Platform.Web;

/// <summary>Where the links in messages lead: whatever follows in the address is a secret.</summary>
public sealed record LinkPath(string Path);

/// <summary>The secret of the link that a request came by.</summary>
public sealed record LinkSecret(string Token)
{
    /// <summary>Empty where the address ended before it.</summary>
    public static string Of(HttpContext http) => http.Features.Get<LinkSecret>()?.Token ?? "";

    /// <summary>Where the page that the link opened sends its form: the address as it came. For that page alone.</summary>
    public static string AddressOf(HttpContext http) => $"{http.Request.Path}/{Of(http)}";
}

/// <summary>
/// Takes the secret out of a link's address before anything else sees the request. Whoever has the address answers in somebody's name, and
/// tracing, logging and what logs are scoped by all keep addresses: they begin after this, and know the path alone.
/// </summary>
public sealed class LinkRequests(IServiceProvider services, IEnumerable<LinkPath> paths) : IHttpContextFactory
{
    private readonly DefaultHttpContextFactory _library = new(services);
    private readonly IReadOnlyList<PathString> _paths = [.. paths.Select(p => new PathString(p.Path))];

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        var request = featureCollection.GetRequiredFeature<IHttpRequestFeature>();
        foreach (var path in _paths)
        {
            if (new PathString(request.Path).StartsWithSegments(path, StringComparison.OrdinalIgnoreCase, out var secret))
            {
                featureCollection.Set(new LinkSecret(secret.Value!.TrimStart('/')));
                (request.Path, request.RawTarget) = (path.Value!, path.Value!);
                break;
            }
        }

        return _library.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => _library.Dispose(httpContext);

    /// <summary>
    /// Middleware, first of all: whatever answers a link, an error too, is kept by nobody, found by no search engine, and names the address to
    /// nobody it leads to. What is registered first is asked last, so that no page's own policy takes its place.
    /// </summary>
    public static Task Guard(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<LinkSecret>() is not null)
        {
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.CacheControl = "no-store";
                headers["Referrer-Policy"] = "no-referrer";
                headers["X-Robots-Tag"] = "noindex, nofollow";
                return Task.CompletedTask;
            });
        }

        return next(http);
    }
}
