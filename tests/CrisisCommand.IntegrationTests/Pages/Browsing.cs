using System.Net;
using System.Text.RegularExpressions;
using CrisisCommand.Access.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Pages;

/// <summary>A browser without a script: cookies, pages and forms over HTTP.</summary>
internal sealed partial class Browsing : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    private Browsing(Uri address)
    {
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    /// <summary>The cookies that it has now.</summary>
    public IEnumerable<Cookie> Cookies => _cookies.GetAllCookies();

    public static async Task<Browsing> As(string person, Product product)
    {
        var browsing = new Browsing(product.Address);
        (await browsing.Post("/development/sign-in", ("person", person), ("next", "/live"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browsing;
    }

    /// <summary>A person whom the picker does not know: signed in by the product's own cookie scheme.</summary>
    public static async Task<Browsing> As(Caller person, Product product)
    {
        var browsing = new Browsing(product.Address);
        await browsing.SignIn(person, product);
        return browsing;
    }

    /// <summary>What the cookie of the session holds: what somebody keeps who copies it.</summary>
    public string Cookie => Cookies.Single(c => c.Name == "crisiscommand").Value;

    public async Task SignIn(Caller person, Product product)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (http.Request.Scheme, http.Request.Host) = ("http", new(product.Address.Authority));
        if (Cookies.Any(c => c.Name == "crisiscommand"))
        {
            http.Request.Headers.Cookie = $"crisiscommand={Cookie}";
        }

        await http.SignInAsync(SessionCookie.Name, SessionCookie.PrincipalOf(person.Person));
        foreach (var set in http.Response.Headers.SetCookie)
        {
            _cookies.SetCookies(product.Address, set!);
        }
    }

    /// <summary>By a form of a page of ours.</summary>
    public async Task SignOut(params (string Name, string Value)[] fields)
    {
        using var answer = await Post("/sign-out", [("__RequestVerificationToken", await Token()), .. fields]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>A stream, from its head on.</summary>
    public Task<HttpResponseMessage> Open(string path) =>
        _http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

    /// <summary>What a page answers to whoever shows that cookie and knows nothing else.</summary>
    public static async Task<HttpStatusCode> With(string cookie, Product product, string path = "/live")
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(product.Address, path));
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Cookie", $"crisiscommand={cookie}");
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    public static Browsing Nobody(Product product) => new(product.Address);

    public Task<HttpResponseMessage> Get(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        _http.PostAsync(
            new Uri(path, UriKind.Relative),
            new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))
        );

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>The anti-forgery token of a page of ours.</summary>
    public async Task<string> Token()
    {
        var page = await (await Get("/live")).Content.ReadAsStringAsync();
        return WebUtility.HtmlDecode(Forgery.Match(page).Groups[1].Value);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"forgery\" content=\"([^\"]+)\"")]
    private static partial Regex Forgery { get; }
}
