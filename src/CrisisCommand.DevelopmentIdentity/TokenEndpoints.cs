using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CrisisCommand.DevelopmentIdentity;

/// <summary>
/// <c>GET /development/tokens</c>: the people, as JSON or as lines to read (<c>Accept: text/plain</c>); <c>GET /development/tokens/{person}</c>: that person's token.
/// Not there (404) for anyone but this machine itself.
/// </summary>
internal sealed class TokenEndpoints(IReadOnlyList<Person> people, TokenIssuer issuer) : IStartupFilter
{
    private static readonly string[] LocalNames = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Original-For"];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Map("/development/tokens", tokens => tokens.Run(Answer));
            app.Map(
                SignInPicker.Path,
                picker => picker.Run(http => IsLocal(http) ? new SignInPicker(people).Answer(http) : NotFound(http))
            );
            next(app);
        };

    private Task Answer(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || !IsLocal(http))
        {
            return NotFound(http);
        }

        http.Response.Headers.CacheControl = "no-store";
        var id = http.Request.Path.Value?.Trim('/') ?? "";
        return id.Length == 0 ? List(http)
            : people.Any(person => person.Id == id) ? http.Response.WriteAsync(issuer.TokenFor(id))
            : NotFound(http);
    }

    private Task List(HttpContext http)
    {
        if (http.Request.Headers.Accept == "text/plain")
        {
            return http.Response.WriteAsync(
                string.Concat(people.Select(person => $"{person.Id, -24} {person.Function ?? "-", -22} {person.Name}\n"))
            );
        }

        return http.Response.WriteAsJsonAsync(people.Select(person => new Line(person.Id, person.Function, person.Name)));
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>
    /// A proxy on this machine speaks for others, and a page in the browser reaches us by a name of its own that points here (DNS
    /// rebinding): neither counts as local. No address at all is a server in the test's own process.
    /// </summary>
    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is not { } address
            ? http.Connection.LocalPort == 0
            : IPAddress.IsLoopback(address)
                && LocalNames.Contains(http.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
                && !ProxyHeaders.Any(http.Request.Headers.ContainsKey);

    private sealed record Line(string Id, string? Function, string Name);
}
