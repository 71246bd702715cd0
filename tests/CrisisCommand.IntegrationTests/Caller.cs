using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CrisisCommand.IntegrationTests;

/// <summary>
/// One person, or machine, with a token, or with another way to show who it is. Every command gets a key of its own unless the test gives one.
/// </summary>
/// <param name="credentials">Puts on a request what shows whose it is; the request's body beside it.</param>
/// <param name="patient">
/// Sends again, under the same key, what is answered that the database is away: as every client is told to. A machine that has much else to do
/// does not answer a first request within the product's three seconds.
/// </param>
public sealed class Caller(
    HttpClient http,
    string person,
    string realm,
    string token,
    Action<HttpRequestMessage, byte[]>? credentials = null,
    bool patient = false
)
{
    private const int Tries = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    public string Person => person;

    public string Token => token;

    /// <summary>The same, who asks once only.</summary>
    public Caller Once => new(http, person, realm, token, credentials);

    public string Base => $"/api/{realm}";

    public Task<Reply> Post(string path, object? body = null, string? key = null, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, body, key, headers);

    public Task<Reply> Put(string path, object? body = null, string? key = null, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Put, path, body, key, headers);

    public Task<Reply> Delete(string path, object? body = null, string? key = null, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Delete, path, body, key, headers);

    public Task<Reply> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, "", headers);

    /// <summary>Bytes of any media type, such as CAP.</summary>
    public Task<Reply> PostBytes(
        string path,
        byte[] body,
        string mediaType,
        string? key = null,
        params (string Name, string Value)[] headers
    )
    {
        return Send(HttpMethod.Post, path, new Raw(body, mediaType), key, headers);
    }

    public Task<Reply> Send(HttpMethod method, string path, object? body, (string Name, string Value)[] headers) =>
        Send(method, path, body, null, headers);

    private async Task<Reply> Send(HttpMethod method, string path, object? body, string? key, (string Name, string Value)[] headers)
    {
        key ??= Fresh.Id().ToString();
        for (var tries = 1; ; tries++)
        {
            var reply = await Ask(method, path, body, key, headers);
            var isAway = reply is { Status: HttpStatusCode.ServiceUnavailable, Problem: "platform.database-away" };
            if (!patient || !isAway || body is HttpContent || tries == Tries)
            {
                return reply;
            }

            // At once it would meet the same silence.
            await TimePasses.For(Pause);
        }
    }

    private sealed record Raw(byte[] Bytes, string MediaType);

    private async Task<Reply> Ask(HttpMethod method, string path, object? body, string key, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("/api/", StringComparison.Ordinal) ? path : Base + path);
        if (key.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", $"\"{key}\"");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            Raw raw => new ByteArrayContent(raw.Bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(raw.MediaType) } },
            string json => new StringContent(json, Encoding.UTF8, "application/json"),
            _ => new StringContent(System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"),
        };
        if (credentials is null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        else
        {
            credentials(request, request.Content is { } sent ? await sent.ReadAsByteArrayAsync() : []);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        // A stream goes on for ever: that it was opened is all there is to say of it.
        var isStream = response.Content.Headers.ContentType?.MediaType == "text/event-stream";
        return new Reply(response, isStream ? [] : await response.Content.ReadAsByteArrayAsync());
    }
}

/// <summary>What came back.</summary>
public sealed class Reply(HttpResponseMessage response, byte[] bytes)
{
    public HttpStatusCode Status { get; } = response.StatusCode;

    public byte[] Bytes => bytes;

    public string Text { get; } = Encoding.UTF8.GetString(bytes);

    public string? ContentType { get; } = response.Content.Headers.ContentType?.ToString();

    public string? ETag { get; } = response.Headers.ETag?.ToString();

    public string? Location { get; } = response.Headers.Location?.ToString();

    public bool Replayed { get; } = response.Headers.Contains("Idempotency-Replayed");

    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The stable code of a problem document, without its namespace.</summary>
    public string? Problem =>
        Text.StartsWith('{') ? Json["type"]?.GetValue<string>().Replace("urn:crisis-command:", "", StringComparison.Ordinal) : null;

    public string? Header(string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    public Reply ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }
}
