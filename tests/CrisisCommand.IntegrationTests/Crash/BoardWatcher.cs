using System.Globalization;
using System.Net.Http.Headers;

namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>One open board stream, which remembers the newest version it was sent and whether it was ever cut.</summary>
internal sealed class BoardWatcher : IDisposable
{
    private readonly CancellationTokenSource _leave = new();
    private readonly Task _reading;
    private long _version;

    public BoardWatcher(HttpClient http, string path, string token) => _reading = Read(http, path, token);

    public long Version => Interlocked.Read(ref _version);

    /// <summary>Whether it is the very stream that was opened first.</summary>
    public bool IsOpen => !_reading.IsCompleted;

    public void Dispose()
    {
        _leave.Cancel();
        _leave.Dispose();
    }

    private async Task Read(HttpClient http, string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _leave.Token);
        using var lines = new StreamReader(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(_leave.Token));
        while (await lines.ReadLineAsync(_leave.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                Interlocked.Exchange(ref _version, long.Parse(line[4..], CultureInfo.InvariantCulture));
            }
        }
    }
}
