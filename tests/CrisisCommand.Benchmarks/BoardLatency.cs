using System.Diagnostics;
using CrisisCommand.IntegrationTests;

namespace CrisisCommand.Benchmarks;

/// <summary>
/// How long after a commit its board is with the watchers. The commit itself has no clock that a client could read, so it is taken between
/// two: <c>recorded</c> counts from the fact's recordedAt, which is stamped before the commit and so includes it; <c>answered</c> counts
/// from when the answer to the command reached its sender, just after the commit, and is negative where a watcher was first.
/// </summary>
internal static class BoardLatency
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task Measure(Arguments arguments)
    {
        using var api = await Api.Connect(arguments);
        var crisis = await Crises.Declare(api);
        using var leave = new CancellationTokenSource();
        var watchers = new List<Watcher>();
        var reading = new List<Task>();
        for (var i = 0; i < arguments.Number("watchers"); i++)
        {
            var stream = await api.Http.GetStreamAsync(new Uri(crisis + "/board/stream", UriKind.Relative));
            watchers.Add(new Watcher());
            reading.Add(watchers[^1].Read(stream, leave.Token));
        }

        var answers = new Dictionary<long, long>();
        for (var n = 0; n < arguments.Number("times"); n++)
        {
            var version = await Crises.Happen(api, crisis, n % 3);
            answers[version] = Stopwatch.GetTimestamp();
            await AllHave(watchers, version);
            await TimePasses.For(TimeSpan.FromMilliseconds(arguments.Number("pause")));
        }

        await leave.CancelAsync();
        await Task.WhenAll(reading).ContinueWith(_ => { }, TaskScheduler.Default);
        Print($"watch{watchers.Count}", answers, [.. watchers.SelectMany(w => w.Arrivals)]);
    }

    private static async Task AllHave(List<Watcher> watchers, long version)
    {
        var since = Stopwatch.GetTimestamp();
        while (watchers.Any(w => w.Arrivals.Count == 0 || w.Arrivals[^1].Version < version))
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                throw new TimeoutException($"A watcher never had version {version}.");
            }

            await TimePasses.For(TimeSpan.FromMilliseconds(2));
        }
    }

    private static void Print(string name, Dictionary<long, long> answers, List<Arrival> arrivals)
    {
        // The first few warm the way.
        var measured = arrivals.Where(a => answers.ContainsKey(a.Version) && a.Version > answers.Keys.Min() + 10).ToList();
        var answered = measured.ConvertAll(a => (a.Ticks - answers[a.Version]) * 1000.0 / Stopwatch.Frequency);
        var recorded = measured.ConvertAll(a => (a.At - a.RecordedAt).TotalMilliseconds);
        Figures.Print($"{name}.answered.p50", Figures.Percentile(answered, 0.50));
        Figures.Print($"{name}.answered.p99", Figures.Percentile(answered, 0.99));
        Figures.Print($"{name}.recorded.p50", Figures.Percentile(recorded, 0.50));
        Figures.Print($"{name}.recorded.p99", Figures.Percentile(recorded, 0.99));
    }
}
