using System.Diagnostics;
using Npgsql;

namespace CrisisCommand.Benchmarks;

/// <summary>The floor for telling somebody of a commit: a bare NOTIFY until it is heard on another connection of the same server.</summary>
internal static class NotifyRoundTrip
{
    public static async Task Measure(Arguments arguments)
    {
        await using var source = NpgsqlDataSource.Create(arguments["database"]);
        await using var listener = await source.OpenConnectionAsync();
        await using var ringer = await source.OpenConnectionAsync();
        await using (var listen = new NpgsqlCommand("listen bench", listener))
        {
            await listen.ExecuteNonQueryAsync();
        }

        await using var notify = new NpgsqlCommand("notify bench", ringer);
        await notify.PrepareAsync();
        var samples = new List<double>();
        for (var n = 0; n < arguments.Number("times"); n++)
        {
            var since = Stopwatch.GetTimestamp();
            var heard = listener.WaitAsync();
            await notify.ExecuteNonQueryAsync();
            await heard;
            samples.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        Figures.Print("notify.p50", Figures.Percentile(samples, 0.50));
        Figures.Print("notify.p99", Figures.Percentile(samples, 0.99));
    }
}
