using System.Security.Cryptography;
using CrisisCommand.Platform.Commands;

namespace CrisisCommand.Platform.Web;

/// <summary>
/// What a page may do in the browser: run and load our own files and nothing else, be framed by nobody, be kept nowhere. The texts on it
/// are what people wrote; encoding is the first lock, this the second.
/// </summary>
public static class PagePolicy
{
    private sealed record Nonced(string Value);

    /// <summary>For a style element whose sheet is computed: allowed in this answer only.</summary>
    public static string Nonce(HttpContext http)
    {
        if (http.Features.Get<Nonced>() is not { } nonced)
        {
            nonced = new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));
            http.Features.Set(nonced);
        }

        return nonced.Value;
    }

    /// <summary>Middleware, after routing: every page's answer carries the policy, and what has one of its own that.</summary>
    public static Task Keep(HttpContext http, RequestDelegate next)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<MayDo>() is { } own)
        {
            http.Response.Headers.ContentSecurityPolicy = own.Policy;
        }

        if (endpoint?.Metadata.GetMetadata<PageRoute>() is not null)
        {
            Apply(http);
        }

        return next(http);
    }

    public static void Apply(HttpContext http) =>
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            var style = http.Features.Get<Nonced>() is { Value: var nonce } ? $"'self' 'nonce-{nonce}'" : "'self'";
            headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src 'self'; style-src {style}; img-src 'self'; font-src 'self'; connect-src 'self'; "
                + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["X-Robots-Tag"] = "noindex, nofollow";
            headers.ContentLanguage = Problems.CultureOf(http.Request).TwoLetterISOLanguageName;
            return Task.CompletedTask;
        });
}
