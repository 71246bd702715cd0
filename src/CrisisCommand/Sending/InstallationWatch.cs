using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Sending;

/// <summary>
/// Looks each second whether the database is still the one, from before the node takes its first message: one that was restored under a
/// running node is found as well as another that a node was started on.
/// </summary>
public sealed class InstallationWatch(
    DatabaseLook look,
    InstallationFile file,
    SendingGate gate,
    TimeProvider clock,
    ILogger<InstallationWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Word = TimeSpan.FromSeconds(5);

    private HoldReason? _told;
    private DateTimeOffset _said = DateTimeOffset.MinValue;
    private (long, int) _written;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!file.KeepsMemory)
        {
            log.LogWarning("Installation:File is not set: a copy of the whole server's data would not be told from the original.");
        }

        await Look(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Each, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Look(stoppingToken);
        }
    }

    private async Task Look(CancellationToken token)
    {
        try
        {
            await Judge(token);
        }
        catch (Exception away) when (away is not OperationCanceledException || !token.IsCancellationRequested)
        {
            // Also a file that cannot be read: after some seconds without a look the gate closes by itself.
            log.LogWarning("Whether the database is the one could not be seen: {Kind}: {Reason}", away.GetType().Name, away.Message);
        }
    }

    private async Task Judge(CancellationToken token)
    {
        // The memory first: what it holds was in the database before it was written down.
        var remembered = await file.Read(token);
        var seen = await look.Look(remembered, token);
        var verdict = Installation.Judge(remembered, file.KeepsMemory, seen, clock.GetUtcNow());
        if (verdict is Verdict.Begins)
        {
            await look.Begin(seen, Ids.New(clock), token);
            seen = await look.Look(null, token);
            verdict = seen.Mark?.StandsAt(seen) == true ? new Verdict.Serves() : new Verdict.Holds(HoldReason.Copy);
        }

        var held = (verdict as Verdict.Holds)?.Reason;
        if (held is null)
        {
            await Serve(seen, token);
        }

        gate.Found(held, seen, remembered?.Releases ?? 0);
        Tell(held);
    }

    private async Task Serve(DatabaseSeen seen, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        var isWord = now - _said >= Word;
        if (isWord)
        {
            await look.Serve(seen, token);
            _said = now;
        }

        if (isWord || _written != (seen.Sequence, seen.Mark!.Releases))
        {
            await file.Write(Remembered.Of(seen, now), token);
            _written = (seen.Sequence, seen.Mark!.Releases);
        }
    }

    private void Tell(HoldReason? held)
    {
        if (held != _told)
        {
            log.LogWarning(
                "Sending is {State}.",
                held is { } why ? $"held ({why}): an operator must say that this database is the one" : "on"
            );
            _told = held;
        }
    }
}
