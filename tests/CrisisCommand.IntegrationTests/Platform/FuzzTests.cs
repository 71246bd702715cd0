using System.Net;
using System.Text;
using CrisisCommand.IntegrationTests.Access;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>
/// Requests that no client of ours makes, at every endpoint that there is, the same at every run: whatever comes is answered in words, and
/// never by a fault of ours.
/// </summary>
public sealed class FuzzTests(Product product) : IDisposable
{
    private readonly HttpClient _http = OddClient.Of(product);

    private const int Seed = 112;
    private const int Rounds = 4;

    [Fact]
    public async Task No_request_to_any_endpoint_is_answered_by_a_fault_of_ours()
    {
        var cast = await Cast.Of(product, "live");
        var scene = (await Scene.In(product, "live", cast))[0];
        var random = new Random(Seed);
        var faults = new List<string>();
        foreach (var ask in Ask.All(product))
        {
            for (var round = 0; round < Rounds; round++)
            {
                // What it tries is decided by one person's right to everything as well as by nobody's.
                var caller = cast[round % 2 == 0 ? "leader" : "operations"];
                var path = (round == 0 ? ask.PathOf(scene.Values) : ask.PathOf(Odd(scene.Values, random))) + Pick(Oddities.Queries, random);
                faults.AddRange(await Try(ask.Method, path, caller.Token, random));
            }
        }

        faults.ShouldBeEmpty();
    }

    /// <summary>The pages and what else stands outside the API, by a signed-in browser.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/live")]
    [InlineData("/language")]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/sign-in/callback")]
    [InlineData("/svar/x")]
    [InlineData("/kvittera/x")]
    [InlineData("/live/crises")]
    [InlineData("/live/klo/plans/normal")]
    [InlineData("/swagger/index.html")]
    [InlineData("/swagger/v2/swagger.json")]
    [InlineData("/assets/nothing.js")]
    [InlineData("/health/ready")]
    [InlineData("/development/sign-in")]
    [InlineData("/development/tokens/%00")]
    public async Task No_page_either(string path)
    {
        var random = new Random(Seed);
        var faults = new List<string>();
        using var browsing = await Pages.Browsing.As("vd", product);
        var cookies = string.Join("; ", browsing.Cookies.Select(c => $"{c.Name}={c.Value}"));
        var token = await browsing.Token();
        foreach (var method in new[] { "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "PATCH", "BREW" })
        {
            for (var round = 0; round < 3; round++)
            {
                faults.AddRange(
                    await Try(
                        new(method),
                        path + Pick(Oddities.Queries, random),
                        null,
                        random,
                        ("Cookie", cookies),
                        ("RequestVerificationToken", token)
                    )
                );
            }
        }

        faults.ShouldBeEmpty();
    }

    /// <summary>Fields of a form that say what is no command's: its method, its key, where to go next.</summary>
    [Theory]
    [InlineData("_method", "GET", HttpStatusCode.MethodNotAllowed)]
    [InlineData("_method", "HEAD", HttpStatusCode.MethodNotAllowed)]
    [InlineData("_method", "TRACE", HttpStatusCode.MethodNotAllowed)]
    [InlineData("_method", "G E T\r\nx", HttpStatusCode.MethodNotAllowed)]
    [InlineData("_method", "put", HttpStatusCode.MethodNotAllowed)]
    [InlineData("_key", "å", HttpStatusCode.BadRequest)]
    [InlineData("_next", "/live/å\u0085", HttpStatusCode.SeeOther)]
    [InlineData("_next", "/live/å", HttpStatusCode.SeeOther)]
    [InlineData("kind:list", "fire", HttpStatusCode.BadRequest)]
    [InlineData("occurredAt:minutes", "2147483647", HttpStatusCode.BadRequest)]
    [InlineData("occurredAt:minutes", "-2147483648", HttpStatusCode.BadRequest)]
    [InlineData("occurredAt:time", "0001-01-01T00:00", HttpStatusCode.BadRequest)]
    [InlineData("occurredAt:time", "9999-12-31T23:59", HttpStatusCode.BadRequest)]
    public async Task A_form_says_odd_things(string field, string value, HttpStatusCode status)
    {
        using var browsing = await Pages.Browsing.As("vd", product);
        (string, string)[] form =
        [
            ("__RequestVerificationToken", await browsing.Token()),
            .. field == "_key" ? Array.Empty<(string, string)>() : [("_key", $"{Fresh.Id()}")],
            ("kind", "fire"),
            ("place", "Ekholmen 3"),
            ("text", "Rök"),
            (field, value),
        ];

        var answer = await browsing.Post("/live/incidents", form);

        answer.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("/live/å", "/live/%C3%A5")]
    [InlineData("/live/\r\nSet-Cookie: a=b", "/")]
    [InlineData("//elsewhere.example", "/")]
    public async Task Where_to_go_after_choosing_a_language_fits_a_header(string next, string to)
    {
        using var browsing = await Pages.Browsing.As("vd", product);

        var answer = await browsing.Post(
            "/language",
            ("__RequestVerificationToken", await browsing.Token()),
            ("language", "sv"),
            ("next", next)
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe(to);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1:80", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task A_name_that_is_none_of_ours_is_not_answered_to(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Host = host;
        using var response = await product.Http.SendAsync(request);
        var reply = new Reply(response, await response.Content.ReadAsByteArrayAsync());

        reply.ShouldBe(status);
        if (status != HttpStatusCode.OK)
        {
            reply.Problem.ShouldBe("platform.unknown-host");
            Probe.ShouldBeWorded(reply);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<string[]> Try(HttpMethod method, string path, string? token, Random random, params (string, string)[] always)
    {
        using var request = new HttpRequestMessage(method, path);
        var headers = always.Append(Pick(Oddities.Headers, random)).Append(Pick(Oddities.Headers, random)).ToList();
        if (token is not null)
        {
            headers.Add(("Authorization", $"Bearer {token}"));
            headers.Add(("Idempotency-Key", $"\"{random.NextInt64()}\""));
        }

        headers.ForEach(h => request.Headers.TryAddWithoutValidation(h.Item1, h.Item2));
        var (type, body) = Pick(Oddities.Sent, random);
        if (method != HttpMethod.Get && method != HttpMethod.Head && method.Method != "TRACE")
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        // A stream that is let through would go on for ever: its beginning is answer enough.
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            ?
            [
                $"{method} {path} {string.Join(" | ", headers.Where(h => h.Item1 != "Authorization"))} {type} {body}: {(int)response.StatusCode}",
            ]
            : [];
    }

    private static Dictionary<string, string> Odd(IReadOnlyDictionary<string, string> values, Random random) =>
        values.ToDictionary(v => v.Key, v => v.Key == "realm" || random.Next(2) == 0 ? v.Value : Pick(Oddities.Values, random));

    private static T Pick<T>(IReadOnlyList<T> of, Random random) => of[random.Next(of.Count)];
}
