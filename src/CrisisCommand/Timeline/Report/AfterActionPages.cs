using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrisisCommand.Timeline.Report;

/// <summary>The report as a page to print. Its style sheet, which holds the crisis's title in the running header, is allowed by a nonce.</summary>
public static class AfterActionPages
{
    /// <param name="among">Whether it is one of the pages, and leads back to them; the API's answer stands alone.</param>
    public static RazorComponentResult Of(HttpContext http, AfterAction report, Words words, bool among) =>
        new(
            typeof(AfterActionPage),
            new Dictionary<string, object?>
            {
                [nameof(AfterActionPage.Report)] = report,
                [nameof(AfterActionPage.Words)] = words,
                [nameof(AfterActionPage.Nonce)] = PagePolicy.Nonce(http),
                [nameof(AfterActionPage.IsAmongPages)] = among,
            }
        );
}
