using System.Diagnostics;
using System.Globalization;
using CrisisCommand.IntegrationTests;

namespace CrisisCommand.Benchmarks;

/// <summary>
/// Many watchers of one crisis's wall board on one node, as their browsers would read it, while a line is written every 200 ms. Timed from
/// before the command is sent until its change is at each watcher, so the commit is counted in.
/// </summary>
internal static class Crowd
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const int AtOnce = 100;

    public static async Task Measure(Arguments arguments)
    {
        using var api = await Api.Connect(arguments);
        var crisis = await Crises.Declare(api);
        var (count, times, pid) = (arguments.Number("watchers"), arguments.Number("times"), arguments.Number("pid"));
        await Crises.Happen(api, crisis, 0);
        var page = new Uri(crisis["/api".Length..] + "/stream", UriKind.Relative);
        using var leave = new CancellationTokenSource();
        var before = ResidentKb(pid);
        var watchers = new List<Watcher>();
        var reading = new List<Task>();
        while (watchers.Count < count)
        {
            var streams = await Task.WhenAll(
                Enumerable.Range(0, Math.Min(AtOnce, count - watchers.Count)).Select(_ => api.Http.GetStreamAsync(page))
            );
            foreach (var stream in streams)
            {
                watchers.Add(new Watcher());
                reading.Add(watchers[^1].Read(stream, leave.Token));
            }
        }

        var sent = await Write(api, crisis, times);
        await AllHave(watchers, sent.Keys.Max());
        Figures.Print("crowd.kbPerWatcher", (ResidentKb(pid) - before) / (double)count);
        await leave.CancelAsync();
        await Task.WhenAll(reading).ContinueWith(_ => { }, TaskScheduler.Default);
        Print(watchers, sent);
    }

    /// <summary>When each version's command was sent.</summary>
    private static async Task<Dictionary<long, long>> Write(Api api, string crisis, int times)
    {
        var sent = new Dictionary<long, long>();
        using var beat = new PeriodicTimer(Beat);
        for (var n = 0; n < times && await beat.WaitForNextTickAsync(); n++)
        {
            var at = Stopwatch.GetTimestamp();
            sent[await Crises.Happen(api, crisis, 0)] = at;
        }

        return sent;
    }

    private static async Task AllHave(List<Watcher> watchers, long version)
    {
        var since = Stopwatch.GetTimestamp();
        while (watchers.Any(w => w.Arrivals.Count == 0 || w.Arrivals[^1].Version < version) && Stopwatch.GetElapsedTime(since) < Patience)
        {
            await TimePasses.For(TimeSpan.FromMilliseconds(20));
        }
    }

    private static void Print(List<Watcher> watchers, Dictionary<long, long> sent)
    {
        var last = sent.Keys.Max();
        var took = watchers
            .SelectMany(w => w.Arrivals)
            .Where(a => sent.ContainsKey(a.Version))
            .Select(a => (a.Ticks - sent[a.Version]) * 1000.0 / Stopwatch.Frequency)
            .ToList();
        Figures.Print("crowd.watchers", watchers.Count.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '\u00a0'));
        Figures.Print("crowd.p50", Figures.Percentile(took, 0.50));
        Figures.Print("crowd.p99", Figures.Percentile(took, 0.99));
        Figures.Print("crowd.seen", 100.0 * took.Count / (sent.Count * (double)watchers.Count));
        Figures.Print("crowd.atEnd", watchers.Count(w => w.Arrivals.Count > 0 && w.Arrivals[^1].Version == last));
        Figures.Print("crowd.wholeKb", watchers.Max(w => w.Largest) / 1024.0);
        Figures.Print("crowd.changeKb", watchers[0].Smallest / 1024.0);
    }

    private static long ResidentKb(int pid) =>
        long.Parse(
            File.ReadLines($"/proc/{pid}/status")
                .First(line => line.StartsWith("VmRSS", StringComparison.Ordinal))
                .Split(':')[1]
                .Replace("kB", ""),
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture
        );
}
