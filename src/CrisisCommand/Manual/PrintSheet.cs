using System.Globalization;
using System.Text;
using CrisisCommand.Timeline.Report;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace CrisisCommand.Manual;

/// <summary>The page that is printed: its style, with a running header for each card, and its answer over HTTP.</summary>
public static class PrintSheet
{
    private static readonly Lazy<string> Sheet = new(() =>
    {
        using var stream = typeof(PrintSheet).Assembly.GetManifestResourceStream("CrisisCommand.Manual.manual.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>How cards look, wherever they are printed.</summary>
    public static string Style => Sheet.Value;

    public static string Of(ManualPrint print, ManualWording wording)
    {
        var style = new StringBuilder(Style);
        var edition = wording.Say("edition-line", wording.Day(print.Revised), print.Version.Short, wording.Minute(print.PrintedAt));
        var left = print.Crisis is { } crisis ? crisis.Title : wording.Say("title");
        style.Append(
            CultureInfo.InvariantCulture,
            $$"""
            @page {
              @top-left { content: {{PrintStyle.Quote(left)}}; }
              @top-center { content: {{PrintStyle.Quote(print.Notice ?? "")}}; }
              @bottom-left { content: {{PrintStyle.Quote(edition)}}; }
              @bottom-right { content: {{PrintStyle.Quote(wording.Say("page"))}} " " counter(page) " (" counter(pages) ")"; }
            }

            """
        );
        return style.Append(CardPages(print, wording)).ToString();
    }

    /// <summary>Cards are named pages (CSS Paged Media 3 §5.2), so that each sheet that comes loose says which card it is of.</summary>
    public static string CardPages(ManualPrint print, ManualWording wording)
    {
        var style = new StringBuilder();
        foreach (var card in print.Cards)
        {
            var name = PrintStyle.Quote(wording.Say("card", card.Number, card.Title));
            style.Append(
                CultureInfo.InvariantCulture,
                $$"""
                @page card-{{card.Number}} { @top-right { content: {{name}}; } }
                .card-{{card.Number}} { page: card-{{card.Number}}; }

                """
            );
        }

        return style.ToString();
    }

    /// <summary>What the OpenAPI document says of it: a page, and no JSON.</summary>
    public static RouteHandlerBuilder Page(this RouteHandlerBuilder route)
    {
        route.Add(endpoint =>
            endpoint.Metadata.Remove(endpoint.Metadata.First(m => m is IProducesResponseTypeMetadata { StatusCode: 200 }))
        );
        return route.Produces<string>(200, "text/html");
    }

    /// <summary>Nothing on the page may run or load: encoding is the first lock, this the second.</summary>
    public static RazorComponentResult Answer(HttpContext http, ManualPrint print, ManualWording wording)
    {
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        http.Response.Headers.ContentLanguage = wording.Language;
        http.Response.Headers.Vary = "Accept-Language";
        return new RazorComponentResult(
            typeof(ManualPage),
            new Dictionary<string, object?> { [nameof(ManualPage.Print)] = print, [nameof(ManualPage.W)] = wording }
        );
    }
}
