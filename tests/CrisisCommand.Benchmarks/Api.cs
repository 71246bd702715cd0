using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests;

namespace CrisisCommand.Benchmarks;

/// <summary>The product under measurement, as the crisis leader speaks to it.</summary>
internal sealed class Api : IDisposable
{
    private Api(Uri address, string token)
    {
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpClient Http { get; }

    public static async Task<Api> Connect(Arguments arguments)
    {
        var address = new Uri(arguments["url"]);
        using var anybody = new HttpClient { BaseAddress = address };
        return new Api(address, await anybody.GetStringAsync(new Uri("/development/tokens/vd", UriKind.Relative)));
    }

    /// <summary>
    /// A command under a key of its own, sent again under it where the database is said to be away, as every client is told to; every other
    /// status than the expected ends the benchmark.
    /// </summary>
    public async Task<Posted> Post(string path, string json, HttpStatusCode expected = HttpStatusCode.Created)
    {
        var key = Fresh.Id().ToString();
        for (var tries = Patience; ; tries--)
        {
            using var response = await Send(path, json, key);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable || tries == 0)
            {
                return await Read(response, path, expected);
            }

            await TimePasses.For(TimeSpan.FromSeconds(1));
        }
    }

    private const int Patience = 30;

    private async Task<HttpResponseMessage> Send(string path, string json, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await Http.SendAsync(request);
    }

    private static async Task<Posted> Read(HttpResponseMessage response, string path, HttpStatusCode expected)
    {
        var body = await response.Content.ReadAsStringAsync();
        return response.StatusCode == expected
            ? new(
                body,
                long.Parse(response.Headers.ETag!.Tag.Trim('"'), CultureInfo.InvariantCulture),
                response.Headers.Location?.ToString()
            )
            : throw new InvalidOperationException($"{path}: {response.StatusCode} {body}");
    }

    public async Task<JsonNode> Get(string path) => JsonNode.Parse(await Http.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    public void Dispose() => Http.Dispose();
}

/// <param name="Version">Of the stream that the command was about.</param>
internal sealed record Posted(string Body, long Version, string? Location);
