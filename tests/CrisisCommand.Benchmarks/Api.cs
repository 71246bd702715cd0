using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

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

    /// <summary>A command under a key of its own; every other status than the expected ends the benchmark.</summary>
    public async Task<Posted> Post(string path, string json, HttpStatusCode expected = HttpStatusCode.Created)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var response = await Http.SendAsync(request);
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
