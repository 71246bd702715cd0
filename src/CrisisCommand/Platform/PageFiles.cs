using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace CrisisCommand.Platform;

/// <summary>The pages' own files (style, script, icons): in the assembly, so that a node is never without them, and named by their content.</summary>
public static class PageFiles
{
    public const string Path = "/assets";
    private const string Prefix = "CrisisCommand.Assets";
    private const int Named = 12;

    private static readonly EmbeddedFileProvider Files = new(typeof(PageFiles).Assembly, Prefix);
    private static readonly ConcurrentDictionary<string, string> Urls = new();

    /// <summary>The address of a file as it is now: another content has another address, so browsers keep each for ever.</summary>
    public static string Url(string name) => Urls.GetOrAdd(name, UrlOf);

    /// <summary>Before routing: a file is nobody's secret, so no sign-in is asked for.</summary>
    public static void UsePageFiles(this IApplicationBuilder app) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = Path,
                FileProvider = Files,
                OnPrepareResponse = sent =>
                {
                    sent.Context.Response.Headers.CacheControl = sent.Context.Request.Query.ContainsKey("v")
                        ? "public, max-age=31536000, immutable"
                        : "no-cache";
                    sent.Context.Response.Headers.XContentTypeOptions = "nosniff";
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
        using var file =
            typeof(PageFiles).Assembly.GetManifestResourceStream($"{Prefix}.{name}")
            ?? throw new ArgumentException($"There is no asset '{name}'.", nameof(name));
        return $"{Path}/{name}?v={Convert.ToHexStringLower(SHA256.HashData(file))[..Named]}";
    }
}
