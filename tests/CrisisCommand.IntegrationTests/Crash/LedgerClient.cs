using System.Net;
using System.Net.Http.Headers;

namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>
/// One client that takes decision after decision, each under one key, and repeats the same command until it has an answer. Now and then it
/// hangs up before the answer, as a phone does that loses its network; now and then it repeats what was answered long ago.
/// </summary>
internal sealed class LedgerClient(ProductProcess product, Ledger ledger, IReadOnlyList<string> crises, int number)
{
    private const double HangsUp = 0.1;
    private const double RepeatsOld = 0.05;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Random _random = new(number);
    private string? _token;

    public async Task Run(CancellationToken enough)
    {
        using var http = product.Client();
        var done = new List<Entry>();
        while (!enough.IsCancellationRequested)
        {
            var again = done.Count > 0 && _random.NextDouble() < RepeatsOld;
            var entry = again ? done[_random.Next(done.Count)] : ledger.Open(crises[_random.Next(crises.Count)]);
            entry.Answers.Enqueue(await UntilAnswered(http, entry));
            if (again)
            {
                ledger.Repeated();
            }
            else
            {
                done.Add(entry);
            }
        }
    }

    /// <summary>Also when it is enough already: at the end nothing is left without an answer.</summary>
    private async Task<Reply> UntilAnswered(HttpClient http, Entry entry)
    {
        while (true)
        {
            if (await Try(http, entry) is { } reply)
            {
                return reply;
            }

            ledger.Retried();
            await TimePasses.For(Pause);
        }
    }

    /// <summary>Null where there was no answer, or one that says to come back.</summary>
    private async Task<Reply?> Try(HttpClient http, Entry entry)
    {
        using var patience = new CancellationTokenSource(
            _random.NextDouble() < HangsUp ? TimeSpan.FromMilliseconds(_random.Next(1, 30)) : TimeSpan.FromSeconds(10)
        );
        try
        {
            _token ??= await http.GetStringAsync("/development/tokens/vd", patience.Token);
            using var request = new HttpRequestMessage(HttpMethod.Post, entry.Crisis + "/decisions");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
            request.Headers.TryAddWithoutValidation("Idempotency-Key", entry.Key);
            request.Content = new StringContent(entry.Json, System.Text.Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request, patience.Token);
            var reply = new Reply(response, await response.Content.ReadAsByteArrayAsync(patience.Token));
            // The development identity's key, and so the token, ends with the process that made it.
            _token = reply.Status == HttpStatusCode.Unauthorized ? null : _token;
            return reply.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.Unauthorized ? null : reply;
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException or IOException)
        {
            return null;
        }
    }
}
