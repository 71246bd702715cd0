using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CrisisCommand.IntegrationTests;

/// <summary>One person with a token. Every command gets a key of its own unless the test gives one.</summary>
public sealed class Caller(HttpClient http, string person, string realm, string token)
{
    public string Person => person;

    public string Token => token;

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
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return Send(HttpMethod.Post, path, content, key, headers);
    }

    public Task<Reply> Send(HttpMethod method, string path, object? body, (string Name, string Value)[] headers) =>
        Send(method, path, body, null, headers);

    private async Task<Reply> Send(HttpMethod method, string path, object? body, string? key, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("/api/", StringComparison.Ordinal) ? path : Base + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        key ??= Guid.CreateVersion7().ToString();
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
            string json => new StringContent(json, Encoding.UTF8, "application/json"),
            _ => new StringContent(System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"),
        };
        using var response = await http.SendAsync(request);
        return new Reply(response, await response.Content.ReadAsByteArrayAsync());
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
