namespace CrisisCommand.Platform.Store;

/// <summary>
/// What a node asks of the database before it serves. After an outage all that is overdue comes at once, and the very node that is to work it
/// off must not fail to start because a connection, which has a second, did not get through: it asks again, for a while.
/// </summary>
public sealed class StartWork(TimeProvider clock, ILogger<StartWork> log)
{
    /// <summary>Longer than a server takes to recover; then whoever watches over the node is to see that it does not start.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <param name="work">May be done over: what it did before it failed, it finds done.</param>
    public async Task Do(Func<Task> work, CancellationToken token)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await work();
                return;
            }
            catch (Exception away) when (IsWorthWaiting(away, began, token))
            {
                log.LogWarning("The start waits for the database: {Fault}", away.Message);
            }

            await Task.Delay(Between, clock, token);
        }
    }

    private bool IsWorthWaiting(Exception away, long began, CancellationToken token) =>
        StandingDatabase.IsIn(away) && !token.IsCancellationRequested && clock.GetElapsedTime(began) < Longest;
}
