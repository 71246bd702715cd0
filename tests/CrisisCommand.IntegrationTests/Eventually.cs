using System.Diagnostics;

namespace CrisisCommand.IntegrationTests;

/// <summary>Waits for what the product does in its own time: looks again until it is so, and fails with what it saw last.</summary>
public static class Eventually
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>A busy machine is late, so there is much time; where that was in vain more than once, something is broken, and a run should end.</summary>
    private static readonly TimeSpan AtFirst = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(20);
    private const int Hopes = 3;

    private static int _inVain;

    public static async Task<T> Is<T>(Func<Task<T>> look, Func<T, bool> so)
    {
        var started = Stopwatch.GetTimestamp();
        var atMost = Volatile.Read(ref _inVain) < Hopes ? AtFirst : Afterwards;
        using var timer = new PeriodicTimer(Between, TimeProvider.System);
        while (true)
        {
            var seen = await look();
            if (so(seen))
            {
                return seen;
            }

            if (Stopwatch.GetElapsedTime(started) > atMost)
            {
                Interlocked.Increment(ref _inVain);
                throw new TimeoutException($"It did not come so in {atMost.TotalSeconds} s; seen last: {seen}");
            }

            await timer.WaitForNextTickAsync();
        }
    }

    public static Task So(Func<Task<bool>> itIsSo, string otherwise) =>
        Is(async () => await itIsSo() ? "" : otherwise, said => said.Length == 0);
}
