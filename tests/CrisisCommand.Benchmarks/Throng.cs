using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using CrisisCommand.IntegrationTests;

namespace CrisisCommand.Benchmarks;

/// <summary>
/// One person opens as many streams of one board as they can get, while the crisis leader decides ten times a second: what the leader waits
/// before, while the streams are opened, and while they stay open.
/// </summary>
internal static class Throng
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private const int AtOnce = 200;

    public static async Task Measure(Arguments arguments)
    {
        using var api = await Api.Connect(arguments);
        var crisis = await Crises.Declare(api);
        var address = new Uri(arguments["url"]);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(5),
        };
        var token = await http.GetStringAsync(new Uri($"/development/tokens/{arguments["person"]}", UriKind.Relative));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var stay = TimeSpan.FromSeconds(arguments.Number("seconds"));
        await Decide("alone", api, crisis, TimePasses.For(TimeSpan.FromSeconds(5)));

        using var leave = new CancellationTokenSource();
        var answers = new ConcurrentDictionary<string, int>();
        var open = new ConcurrentBag<HttpResponseMessage>();
        var opening = Open(
            http,
            new Uri(crisis + "/board/stream", UriKind.Relative),
            arguments.Number("streams"),
            answers,
            open,
            leave.Token
        );
        await Decide("opening", api, crisis, opening);
        await Decide("open", api, crisis, TimePasses.For(stay));
        Console.WriteLine(string.Join(", ", answers.OrderByDescending(a => a.Value).Select(a => $"{a.Key}: {a.Value}")));
        await leave.CancelAsync();
        foreach (var response in open)
        {
            response.Dispose();
        }
    }

    private static async Task Open(
        HttpClient http,
        Uri path,
        int count,
        ConcurrentDictionary<string, int> answers,
        ConcurrentBag<HttpResponseMessage> open,
        CancellationToken leave
    ) =>
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (_, _) =>
            {
                try
                {
                    var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, leave);
                    answers.AddOrUpdate($"{(int)response.StatusCode}", 1, (_, n) => n + 1);
                    open.Add(response);
                    if (response.StatusCode == HttpStatusCode.OK)
                    {
                        _ = (await response.Content.ReadAsStreamAsync(leave)).CopyToAsync(Stream.Null, leave);
                    }
                }
                catch (Exception failed) when (failed is HttpRequestException or OperationCanceledException or IOException)
                {
                    answers.AddOrUpdate(failed.GetType().Name, 1, (_, n) => n + 1);
                }
            }
        );

    private static async Task Decide(string name, Api api, string crisis, Task until)
    {
        var took = new List<double>();
        var refused = 0;
        using var timer = new PeriodicTimer(Between);
        var since = Stopwatch.GetTimestamp();
        while (!until.IsCompleted && await timer.WaitForNextTickAsync())
        {
            var at = Stopwatch.GetTimestamp();
            try
            {
                await api.Post(crisis + "/decisions", $$"""{"decision":"Evakuera {{Fresh.Id()}}","motive":"Rök"}""");
            }
            catch (Exception failed) when (failed is InvalidOperationException or HttpRequestException)
            {
                refused++;
            }

            took.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
        }

        await until;
        Console.WriteLine(
            $"{name}\t{Stopwatch.GetElapsedTime(since).TotalSeconds:F0} s, {took.Count} decisions, {refused} not taken; p50 {Figures.Percentile(took, 0.5):F0} ms, p99 {Figures.Percentile(took, 0.99):F0} ms, longest {took.Max():F0} ms"
        );
    }
}
