using System.Threading.Channels;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.DataProtection;

namespace CrisisCommand.Access.Sessions;

/// <summary>Has this node let go of its keys when they are rotated, here or on another node, and the secrets of machines sealed anew.</summary>
/// <remarks>A rotation reaches all that a key seals, on every node: the keys, the secrets sealed by them, and the library that holds both.</remarks>
public sealed class KeyRotations(
    Journals journals,
    Bell bell,
    SealKeyRing keys,
    SealedSecrets secrets,
    IDataProtectionProvider protection,
    StartWork start,
    TimeProvider clock,
    ILogger<KeyRotations> log
) : BackgroundService
{
    /// <summary>For the node that rotates to have made the new key: each would make one of its own else.</summary>
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(1);

    /// <summary>Between two looks at whether the library has fetched the new keys, and how long that may take.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly IPersistedDataProtector _probe = (IPersistedDataProtector)protection.CreateProtector("CrisisCommand.KeyRotations");
    private readonly Channel<bool> _heard = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );
    private DateTimeOffset? _taken;

    /// <summary>When the keys were last rotated, read anew.</summary>
    public static async Task<DateTimeOffset?> Last(Journals journals, CancellationToken token) =>
        (await journals.Known(Realm.Live, StreamKinds.Keys, KeyRotation.Stream, refresh: true, token)).State<KeyRotation>().At;

    /// <summary>From here on, this node seals with keys made since the last rotation and opens by no others.</summary>
    public async Task Take(CancellationToken token)
    {
        await LookAgain(token);
        await secrets.SealAnew(token);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        journals.Committed += commit => Hear(commit.Realm.Name, commit.Head.Id);
        bell.Changed += change => Hear(change.Realm, change.Stream);
        bell.MissedSome += () => _heard.Writer.TryWrite(true);
        await start.Do(
            async () =>
            {
                _taken = await Last(journals, cancellationToken);
                await secrets.SealAnew(cancellationToken);
            },
            cancellationToken
        );
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in _heard.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (await Last(journals, stoppingToken) is var last && last != _taken)
                {
                    // Sessions of before are over already, by the very look.
                    await Task.Delay(AMoment, clock, stoppingToken);
                    await LookAgain(stoppingToken);
                }
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                // The bell says anew that something may have been missed when the line is up again.
                log.LogWarning("Whether keys were rotated could not be read: {Kind}", away.GetType().Name);
            }
        }
    }

    private async Task LookAgain(CancellationToken token)
    {
        var last = await Last(journals, token);
        if (last != _taken)
        {
            var before = _probe.Protect([]);
            keys.LookAgain();
            // The library fetches them beside whoever asks, who gets the old ones meanwhile. None to wait for where they were there already.
            for (var began = clock.GetTimestamp(); !IsRevoked(before) && clock.GetElapsedTime(began) < Longest; )
            {
                await Task.Delay(Between, clock, token);
            }

            _taken = last;
        }
    }

    private bool IsRevoked(byte[] sealedBefore)
    {
        _ = _probe.DangerousUnprotect(sealedBefore, ignoreRevocationErrors: true, out _, out var revoked);
        return revoked;
    }

    private void Hear(string realm, Guid stream)
    {
        if (stream == KeyRotation.Stream && realm == Realm.Live.Name)
        {
            _heard.Writer.TryWrite(true);
        }
    }
}
