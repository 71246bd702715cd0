using Npgsql;
using Wolverine.Runtime;

namespace CrisisCommand.Platform.Store;

/// <summary>What the process does when its host has ended: it ends, or starts anew.</summary>
public sealed class NodeRestart
{
    private bool _asked;

    public void Ask() => _asked = true;

    /// <summary>Whether somebody has asked since this was last called.</summary>
    public bool TakeAsked() => Interlocked.Exchange(ref _asked, false);
}

/// <summary>
/// Whether this node takes part: it owns subscriptions and messages, and takes commands, only while its clock is in step with the
/// database's. Wolverine compares the clock of the node that looks with the time that the database wrote, so one node that is ahead would
/// put out every other (ops/decisions/0017). A node that has left goes on showing what it may; when its clock is right again the host starts
/// anew, since what has stopped owning messages cannot begin again.
/// </summary>
public sealed class Membership(
    IWolverineRuntime messages,
    DatabaseClock clock,
    NodeRestart restart,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<Membership> log
) : IHostedService, IDisposable
{
    /// <summary>The first answers of a cold start may all be too slow to tell anything, for longer than one would think.</summary>
    private const int Tries = 20;

    private readonly CancellationTokenSource _stopping = new();
    private Task _watch = Task.CompletedTask;

    private IHostedService Messages => (IHostedService)messages;

    /// <summary>Takes the place of Wolverine's own hosted service among those registered from <paramref name="first"/> on.</summary>
    public static void Guard(IServiceCollection services, int first)
    {
        for (var i = first; i < services.Count; i++)
        {
            if (services[i].ServiceType == typeof(IHostedService) && services[i].ImplementationFactory is { } factory)
            {
                services[i] = ServiceDescriptor.Singleton(s =>
                    factory(s) switch
                    {
                        IWolverineRuntime runtime => ActivatorUtilities.CreateInstance<Membership>(s, runtime),
                        var other => (IHostedService)other,
                    }
                );
            }
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Tries && clock.Ahead is null; tries++)
        {
            await Measure(cancellationToken);
        }

        if (clock.Ahead is null || clock.IsOutOfStep)
        {
            clock.HasLeft = true;
            log.LogError("This node does not join: {Words}", ClockHealth.Say(clock));
        }
        else
        {
            await Messages.StartAsync(cancellationToken);
        }

        _watch = Watch(_stopping.Token);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _watch;
        await Messages.StopAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task Watch(CancellationToken token)
    {
        using var timer = new PeriodicTimer(clock.Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(token))
            {
                // On what was just read only: a machine that stood still, clock and all, knows no more before it has looked again.
                var isFresh = await Measure(token);
                if (isFresh && clock is { HasLeft: false, IsOutOfStep: true })
                {
                    await Leave();
                }
                else if (clock is { HasLeft: true, IsInStep: true })
                {
                    log.LogWarning("This node's clock is in step with the database's again: it joins.");
                    restart.Ask();
                    lifetime.StopApplication();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    private async Task Leave()
    {
        clock.HasLeft = true;
        log.LogError("This node leaves: {Words}", ClockHealth.Say(clock));
        try
        {
            await Messages.StopAsync(CancellationToken.None);
        }
        catch (Exception failed)
        {
            // It takes no more commands; what it could not give back, the others take when its row is no longer renewed.
            log.LogError(failed, "This node could not give back everything that it owned.");
        }
    }

    /// <returns>Whether the clocks could be compared.</returns>
    private async Task<bool> Measure(CancellationToken token)
    {
        try
        {
            return await clock.Measure(token);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            log.LogDebug(away, "The database's clock could not be read; the last reading holds.");
            return false;
        }
    }
}
