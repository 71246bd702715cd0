using System.Security.Cryptography;
using System.Text;
using CrisisCommand.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrisisCommand.Timeline;

/// <summary>The report as a page to print, with what a browser may do with it.</summary>
public static class AfterActionPages
{
    public static RazorComponentResult Of(HttpContext http, AfterAction report, Words words)
    {
        var style = PrintStyle.Of(report, new(words));
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(style);
        headers.CacheControl = "no-store";
        headers.ContentLanguage = words.Culture.TwoLetterISOLanguageName;
        headers.XContentTypeOptions = "nosniff";
        return new RazorComponentResult(
            typeof(AfterActionPage),
            new Dictionary<string, object?>
            {
                [nameof(AfterActionPage.Report)] = report,
                [nameof(AfterActionPage.Words)] = words,
                [nameof(AfterActionPage.Style)] = style,
            }
        );
    }

    /// <summary>
    /// Nothing on the page may run or load: the texts are what people wrote, and encoding is the first lock, this the second. Its one style
    /// sheet, which holds the crisis's title in the running header, is allowed by its hash.
    /// </summary>
    public static string Policy(string style) =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
