using System.Net;
using System.Text.RegularExpressions;

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
