namespace CrisisCommand.IntegrationTests;

/// <summary>Waits for what the product does in its own time: looks again until it is so, and fails with what it saw last.</summary>
public static class Eventually
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(40);

    public static async Task<T> Is<T>(Func<Task<T>> look, Func<T, bool> so)
    {
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        using var timer = new PeriodicTimer(Between, clock);
        while (true)
        {
            var seen = await look();
            if (so(seen))
            {
                return seen;
            }

            clock.GetElapsedTime(started).ShouldBeLessThan(AtMost, $"It never came so; seen last: {seen}");
            await timer.WaitForNextTickAsync();
        }
    }
}
