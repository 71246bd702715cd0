using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace CrisisCommand.IntegrationTests.Boards;

/// <summary>A board stream as its reader has it: what came, and when it ended.</summary>
internal sealed class StreamReading : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly List<string> _lines = [];
    private readonly Lock _door = new();

    private StreamReading(HttpResponseMessage response)
    {
        _response = response;
        Ended = Read();
    }

    /// <summary>The time, by the stopwatch, at which the server ended it.</summary>
    public Task<long> Ended { get; }

    public static async Task<HttpResponseMessage> Ask(Caller who, HttpClient http, string path, string? lastSeen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", who.Token);
        if (lastSeen is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastSeen);
        }

        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static async Task<StreamReading> Open(Caller who, HttpClient http, string path, string? lastSeen = null)
    {
        var response = await Ask(who, http, path, lastSeen);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return new(response);
    }

    /// <summary>Null where there is no room for it.</summary>
    public static async Task<StreamReading?> TryOpen(Caller who, HttpClient http, string path)
    {
        var response = await Ask(who, http, path);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return new(response);
        }

        using (response)
        {
            response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            return null;
        }
    }

    /// <summary>Until a line holds this.</summary>
    public Task Has(string text) =>
        Eventually.Is(
            () =>
            {
                lock (_door)
                {
                    return Task.FromResult(string.Join('\n', _lines));
                }
            },
            lines => lines.Contains(text, StringComparison.Ordinal)
        );

    public bool Holds(string text)
    {
        lock (_door)
        {
            return _lines.Any(l => l.Contains(text, StringComparison.Ordinal));
        }
    }

    public void Dispose() => _response.Dispose();

    private async Task<long> Read()
    {
        try
        {
            using var reader = new StreamReader(await _response.Content.ReadAsStreamAsync());
            while (await reader.ReadLineAsync() is { } line)
            {
                lock (_door)
                {
                    _lines.Add(line);
                }
            }
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException or HttpRequestException or OperationCanceledException)
        {
            // Cut off instead of ended: over all the same.
        }

        return Stopwatch.GetTimestamp();
    }
}
