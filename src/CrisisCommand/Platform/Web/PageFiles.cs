using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace CrisisCommand.Platform.Web;

/// <summary>The pages' own files (style, script, icons): in the assembly, so that a node is never without them, and named by their content.</summary>
public static class PageFiles
{
    public const string Path = "/assets";
    private const string Prefix = "CrisisCommand.Assets";
    private const int Named = 12;

    private static readonly ServedFiles Files = new(new EmbeddedFileProvider(typeof(PageFiles).Assembly, Prefix), Url);
    private static readonly ConcurrentDictionary<string, string> Urls = new();

    /// <summary>The address of a file as it is now: another content has another address, so browsers keep each for ever.</summary>
    public static string Url(string name) => Urls.GetOrAdd(name, UrlOf);

    /// <summary>The addresses of all that these scripts import, so that a browser need not read one to ask for the next.</summary>
    public static IEnumerable<string> ImportsOf(IEnumerable<string> scripts) => Files.ImportsOf(scripts).Select(Url);

    /// <summary>Before routing: a file is nobody's secret, so no sign-in is asked for.</summary>
    public static void UsePageFiles(this IApplicationBuilder app) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = Path,
                FileProvider = Files,
                OnPrepareResponse = sent =>
                {
                    // For ever only by its own address: while nodes are upgraded, a page of one may ask another for what that one has not.
                    sent.Context.Response.Headers.CacheControl =
                        $"{sent.Context.Request.Path}{sent.Context.Request.QueryString}" == Url(sent.File.Name)
                            ? "public, max-age=31536000, immutable"
                            : "no-cache";
                    // For the worker, which fetches under the policy that it came with.
                    sent.Context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'";
                    if (sent.File.Name.EndsWith("-worker.js", StringComparison.Ordinal))
                    {
                        // It looks after the pages that register it, which do not lie beneath it.
                        sent.Context.Response.Headers["Service-Worker-Allowed"] = "/";
                    }
                },
            }
        );

    private static string UrlOf(string name)
    {
        using var content = Files.GetFileInfo(name) is { Exists: true } file
            ? file.CreateReadStream()
            : throw new ArgumentException($"There is no asset '{name}'.", nameof(name));
        return $"{Path}/{name}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..Named]}";
    }
}
