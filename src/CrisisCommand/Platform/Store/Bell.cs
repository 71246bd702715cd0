using System.Threading.Channels;
using CrisisCommand.Platform.Vocabulary;
using Npgsql;

namespace CrisisCommand.Platform.Store;

/// <summary>A stream of some realm has new facts.</summary>
public readonly record struct StreamChanged(string Realm, Guid Stream);

/// <summary>
/// Tells the other nodes what was committed here, and hears them: LISTEN/NOTIFY after the commit, coalesced, on connections of its own. In
/// the transaction it would take a cluster-wide lock (stack.md trap 5); what a crash between commit and bell loses, the regular check finds.
/// </summary>
public sealed class Bell : BackgroundService
{
    private const string Changes = "crisis_changed";
    private const string DaemonWakeup = "mt_events_appended";
    private const int MaxPayload = 7_800;
    private static readonly TimeSpan Coalesce = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Check = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    private readonly NpgsqlDataSource _source;
    private readonly HashSet<Type> _followed;
    private readonly ILogger<Bell> _log;
    private readonly TimeProvider _clock;
    private readonly string _node;
    private readonly Channel<(StreamChanged Change, bool Wakes)> _outbox = Channel.CreateBounded<(StreamChanged, bool)>(
        new BoundedChannelOptions(50_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );

    public Bell(NpgsqlDataSource source, Journals journals, IEnumerable<EventFollower> followers, ILogger<Bell> log, TimeProvider clock)
    {
        (_source, _log, _clock, _node) = (source, log, clock, Ids.New(clock).ToString("N"));
        // A durable subscription waits for these: the daemon is woken at once.
        _followed = [.. followers.SelectMany(f => f.Follows)];
        journals.Committed += commit =>
            _outbox.Writer.TryWrite((new(commit.Realm.Name, commit.Head.Id), commit.Facts.Any(f => _followed.Contains(f.Event.GetType()))));
    }

    /// <summary>Another node has committed to a stream.</summary>
    public event Action<StreamChanged>? Changed;

    /// <summary>The line was down, or it is time to look: what was committed meanwhile is unknown.</summary>
    public event Action? MissedSome;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Forever(Ring, stoppingToken), Forever(Listen, stoppingToken));

    private async Task Forever(Func<CancellationToken, Task> line, CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            try
            {
                await line(token);
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                return;
            }
            catch (Exception away)
            {
                // Whatever broke the line: a background service that throws ends the whole host, and the bell is only about speed.
                _log.LogWarning("The bell is down and tries again: {Kind}: {Reason}", away.GetType().Name, away.Message);
                await Task.Delay(Retry, _clock, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Ring(CancellationToken token)
    {
        await using var connection = await _source.OpenConnectionAsync(token);
        while (await _outbox.Reader.WaitToReadAsync(token))
        {
            var changes = new HashSet<StreamChanged>();
            var wakes = false;
            while (_outbox.Reader.TryRead(out var next))
            {
                changes.Add(next.Change);
                wakes |= next.Wakes;
            }

            await using var notify = new NpgsqlCommand(
                "select pg_notify($1, $2)" + (wakes ? $", pg_notify('{DaemonWakeup}', '')" : ""),
                connection
            );
            notify.Parameters.Add(new() { Value = Changes });
            notify.Parameters.Add(new() { Value = Payload(changes) });
            await notify.ExecuteNonQueryAsync(token);
            await Task.Delay(Coalesce, _clock, token);
        }
    }

    private string Payload(IEnumerable<StreamChanged> changes)
    {
        var payload = string.Join(' ', changes.Select(c => $"{c.Realm}/{c.Stream:N}").Prepend(_node));
        return payload.Length <= MaxPayload ? payload : $"{_node} *";
    }

    private async Task Listen(CancellationToken token)
    {
        await using var connection = await _source.OpenConnectionAsync(token);
        connection.Notification += (_, heard) => Hear(heard.Payload.Split(' '));
        await using (var listen = new NpgsqlCommand($"listen {Changes}", connection))
        {
            await listen.ExecuteNonQueryAsync(token);
        }

        while (true)
        {
            // Also while others ring: a commit whose answer was lost has no bell of its own.
            MissedSome?.Invoke();
            var since = _clock.GetTimestamp();
            for (var left = Check; left >= Moment; left = Check - _clock.GetElapsedTime(since))
            {
                await connection.WaitAsync(left, token);
            }
        }
    }

    private void Hear(string[] payload)
    {
        if (payload[0] == _node)
        {
            return;
        }

        foreach (var change in payload.Skip(1))
        {
            if (change.Split('/') is [var realm, var stream])
            {
                Changed?.Invoke(new(realm, Guid.ParseExact(stream, "N")));
            }
            else
            {
                MissedSome?.Invoke();
            }
        }
    }
}
