using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace CrisisCommand.DevelopmentIdentity;

/// <summary>
/// <c>/development/sign-in?next=</c>: the people, one button each; pressing it signs the browser in as them. Not there (404) for anyone but
/// this machine itself, as the tokens are not.
/// </summary>
internal sealed class SignInPicker(IReadOnlyList<Person> everybody)
{
    private readonly IReadOnlyList<Person> people = [.. everybody.Where(p => !p.Machine)];

    public const string Path = "/development/sign-in";

    /// <summary>The host's cookie scheme.</summary>
    private const string Session = "Session";

    public async Task Answer(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsPost(http.Request.Method))
        {
            await SignIn(http);
        }
        else
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            // Without a referrer the browser would send "Origin: null" with the form, and no one could sign in.
            http.Response.Headers["Referrer-Policy"] = "same-origin";
            http.Response.Headers.ContentSecurityPolicy =
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            await http.Response.WriteAsync(Page(Local(http.Request.Query["next"])));
        }
    }

    private async Task SignIn(HttpContext http)
    {
        if (await ReadForm(http) is not { } form)
        {
            http.Response.StatusCode = (int)HttpStatusCode.BadRequest;
            return;
        }

        // Another site's form comes with its name; ours, and a tool's, with our own or none.
        if (
            people.FirstOrDefault(p => p.Id == form["person"]) is not { } person
            || (http.Request.Headers.Origin is [{ } origin] && origin != $"{http.Request.Scheme}://{http.Request.Host}")
        )
        {
            http.Response.StatusCode = (int)HttpStatusCode.BadRequest;
            return;
        }

        var who = new ClaimsIdentity([new Claim("sub", person.Id)], Session, "sub", null);
        await http.SignInAsync(Session, new ClaimsPrincipal(who), new() { IsPersistent = true });
        http.Response.Redirect(Local(form["next"]));
    }

    private static async Task<IFormCollection?> ReadForm(HttpContext http)
    {
        try
        {
            return http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        }
        catch (Exception mangled) when (mangled is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private string Page(string next)
    {
        var html = new StringBuilder(
            "<!DOCTYPE html><html lang=\"sv\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>Logga in (utveckling)</title><link rel=\"stylesheet\" href=\"/assets/app.css\"><link rel=\"icon\" href=\"/assets/favicon.svg\"></head>"
                + "<body class=\"narrow\"><main><h1>Logga in</h1><p class=\"muted\">Utvecklingsmiljö: välj vem du är. I drift loggar man in hos organisationens "
                + "identitetstjänst.</p><form method=\"post\"><input type=\"hidden\" name=\"next\" value=\""
        );
        html.Append(HtmlEncoder.Default.Encode(next)).Append("\"><ul class=\"people\">");
        foreach (var person in people)
        {
            html.Append("<li><button class=\"plain\" name=\"person\" value=\"")
                .Append(HtmlEncoder.Default.Encode(person.Id))
                .Append("\"><span>");
            html.Append(HtmlEncoder.Default.Encode(person.Name)).Append("</span> <small>").Append(HtmlEncoder.Default.Encode(person.Title));
            html.Append("</small></button></li>");
        }

        return html.Append("</ul></form></main></body></html>").ToString();
    }

    private static string Local(string? next) =>
        next is ['/', not ('/' or '\\'), ..] && !next.Any(char.IsControl)
            // A header holds ASCII only.
            ? string.Concat(next.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())))
            : "/";
}
